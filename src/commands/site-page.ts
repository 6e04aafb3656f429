import { CommandFailure, exitCode } from '../exit-code.js';

const siteHost = /^(?:www\.)?civitai\.(?:com|red|green)$/;

/**
 * What follows `folder` in the address of a page of the site, such as the id in `https://civitai.com/images/123`;
 * `undefined` when the text is no address.
 *
 * @throws CommandFailure for the address of something else
 */
export function partOfAddress(text: string, folder: string, baseUrl: string): string | undefined {
  const complete = /^[\w.-]+\.\w+\//.test(text) ? `https://${text}` : text;
  if (!/^https?:\/\//i.test(complete)) return undefined;
  const url = URL.canParse(complete) ? new URL(complete) : undefined;
  const known = url !== undefined && (siteHost.test(url.hostname) || url.host === new URL(baseUrl).host);
  const [first, part] = (url?.pathname ?? '').split('/').filter((each) => each !== '');
  if (known && first === folder && part !== undefined) return decodeURIComponent(part);
  throw new CommandFailure(
    `This is not the address of such a page; one looks like https://civitai.com/${folder}/….`,
    exitCode.usage,
  );
}

/** The id in a text that is an id, or the address of a page. */
export function idOf(text: string, folder: string, baseUrl: string): number {
  const trimmed = text.trim();
  const part = partOfAddress(trimmed, folder, baseUrl) ?? trimmed;
  const id = /^\d+$/.test(part) ? Number(part) : Number.NaN;
  if (Number.isSafeInteger(id)) return id;
  throw new CommandFailure(
    `${JSON.stringify(trimmed)} is neither an id nor an address such as https://civitai.com/${folder}/123.`,
    exitCode.usage,
  );
}
