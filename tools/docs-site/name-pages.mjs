import { normalize, posix } from 'node:path';
import { Comment, Converter, ReflectionKind } from 'typedoc';

/** Gives modules the names by which they are imported, and guides those of the index, in its sections. */
export function namePages(app, { root, repository, entries, guides }) {
  const entryOf = new Map(entries.map((entry) => [normalize(entry.source), entry]));
  const guideOf = new Map(guides.map((guide) => [normalize(`${root}/${guide.file}`), guide]));

  app.converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    if (!reflection.kindOf(ReflectionKind.Module)) return;
    const source = context.getSymbolFromReflection(reflection)?.declarations?.[0]?.getSourceFile().fileName;
    const entry = entryOf.get(normalize(source ?? ''));
    if (entry === undefined) throw new Error(`${reflection.name} is none of the entries`);
    reflection.name = entry.specifier;
    if (entry.summary !== '') reflection.comment ??= new Comment([{ kind: 'text', text: entry.summary }]);
  });

  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, reflection) => {
    const file = normalize(reflection.project.files.getReflectionPath(reflection) ?? '');
    const guide = guideOf.get(file);
    if (guide === undefined) throw new Error(`${file} is none of the guides`);
    reflection.name = guide.title;
    reflection.frontmatter.group = guide.section;
    reflection.frontmatter.file = guide.file;
    reflection.content = reflection.content.map((part) => toRepository(part, guide.file, repository));
  });

  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    const content = project.readme?.map((part) => toRepository(part, 'README.md', repository));
    // the page has a heading of its own
    project.readme = content?.map((part, index) =>
      index === 0 && part.kind === 'text' ? { ...part, text: part.text.replace(/^# .*\n/, '') } : part,
    );
  });
}

/** A link to a source leads to the repository: browsers take `.ts` for a film. */
function toRepository(part, file, repository) {
  if (part.kind !== 'relative-link' || part.text.startsWith('#') || /\.md(?:#.*)?$/.test(part.text)) return part;
  const path = posix.normalize(posix.join(posix.dirname(file), part.text));
  return { kind: 'text', text: `${repository}/blob/main/${path}` };
}
