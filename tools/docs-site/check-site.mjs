import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Parser } from 'htmlparser2';

/** What a page loads by itself; the others wait for a click. */
const loading = new Set(['script', 'link', 'img', 'source', 'iframe']);

/**
 * Follows every link of a folder of pages: to pages, to their anchors, to files. Of links to elsewhere only the form is
 * looked at, and a page may load nothing from there, so that it can be read without a network.
 */
export function checkSite(folder) {
  const pages = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file, readPage(readFileSync(join(folder, file), 'utf8'))]),
  );
  const followed = [...pages].flatMap(([file, { links }]) => links.map((link) => problemOf(link, file, pages, folder)));
  return { pages: pages.size, links: followed.length, problems: followed.filter((problem) => problem !== undefined) };
}

function readPage(html) {
  const anchors = new Set();
  const links = [];
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      for (const name of [attributes.id, tag === 'a' ? attributes.name : undefined]) if (name) anchors.add(name);
      for (const address of [attributes.href, attributes.src]) {
        if (address !== undefined) links.push({ tag, address });
      }
    },
  });
  parser.end(html);
  return { anchors, links };
}

function problemOf({ tag, address }, file, pages, folder) {
  const says = (what) => `${file}: ${address === '' ? 'an empty link' : address} ${what}`;
  if (/^[a-z][a-z+.-]*:|^\/\//i.test(address)) {
    if (loading.has(tag)) return says('is loaded from elsewhere: the site must do without a network');
    return isGoodAddress(address) ? undefined : says('is no good address');
  }
  if (address.startsWith('/')) return says('works at the root of a host only');
  const [path, anchor] = address.split('#').map(decodeURIComponent);
  const target = path === '' ? file : posix.normalize(posix.join(posix.dirname(file), path.replace(/\?.*$/, '')));
  // the current page in its own list of places, and the button of the menu
  if (address === '' || address === '#') return undefined;
  if (/^media\/.*\.md$/.test(target)) return says('is a document that the index of the guides does not have');
  const page = pages.get(target);
  if (page === undefined) return isFile(join(folder, target)) ? undefined : says('is not there');
  if (anchor === undefined || anchor === '' || page.anchors.has(anchor)) return undefined;
  return says('has no such anchor');
}

function isGoodAddress(address) {
  if (/^mailto:[^@\s]+@[^@\s]+\.[a-z]+$/i.test(address)) return true;
  if (!URL.canParse(address) || /[\s…<>{}]/.test(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && /^[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(hostname);
}

function isFile(path) {
  return existsSync(path) && statSync(path).isFile();
}
