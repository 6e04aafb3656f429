import { join } from 'node:path';
import { Application } from 'typedoc';
import { keepCodeInHeadings } from './code-in-headings.mjs';
import { GuideRouter } from './guide-router.mjs';
import { namePages } from './name-pages.mjs';

const repository = 'https://github.com/civitkit/civitkit';

/** Writes the site; gives how many warnings and errors there were. What they are is printed. */
export async function createSite({ root, out, entries, tsconfig, sections, readme = join(root, 'README.md') }) {
  const guides = sections.flatMap(({ title: section, pages }) => pages.map((page) => ({ ...page, section })));
  const app = await Application.bootstrap({
    name: 'civitkit',
    tsconfig,
    basePath: root,
    out,
    readme,
    entryPoints: entries.map(({ source }) => source),
    projectDocuments: guides.map(({ file }) => join(root, file)),
    router: 'guides',
    // the compiler of the build has the word on errors
    skipErrorChecking: true,
    excludeExternals: true,
    disableGit: true,
    sourceLinkTemplate: `${repository}/blob/main/{path}#L{line}`,
    navigationLinks: { GitHub: repository },
    navigation: { includeGroups: true, includeCategories: false, includeFolders: false, compactFolders: false },
    groupOrder: [...sections.map(({ title }) => title), 'Modules', '*'],
    sort: ['kind', 'instance-first', 'alphabetical-ignoring-documents'],
    sortEntryPoints: false,
    highlightLanguages: ['ts', 'js', 'json', 'sh', 'csharp', 'python', 'yaml', 'docker'],
    // as on GitHub, where a host name alone is no link
    markdownItOptions: { html: true, linkify: false },
    markdownItLoader: keepCodeInHeadings,
    logLevel: "Warn", validation: { notDocumented: true },
  });
  app.renderer.defineRouter('guides', GuideRouter);
  namePages(app, { root, repository, entries, guides });
  const project = await app.convert();
  if (project === undefined) return Math.max(app.logger.errorCount, 1);
  app.validate(project);
  if (app.logger.errorCount + app.logger.warningCount === 0) await app.generateOutputs(project);
  return app.logger.errorCount + app.logger.warningCount;
}
