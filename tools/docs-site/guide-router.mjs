import { KindRouter, ReflectionKind, Slugger } from 'typedoc';

/** Gives a guide the address of its file, which stays when its title changes: `guides/paging.html`. */
export class GuideRouter extends KindRouter {
  buildPages(project) {
    const pages = super.buildPages(project);
    this.sluggers.set(project, new GitHubSlugger(this.sluggerConfiguration));
    return pages;
  }

  buildChildPages(reflection, pages) {
    super.buildChildPages(reflection, pages);
    if (isGuide(reflection)) this.sluggers.set(reflection, new GitHubSlugger(this.sluggerConfiguration));
  }

  getIdealBaseName(reflection) {
    return isGuide(reflection)
      ? `guides/${guideName(reflection.frontmatter.file)}`
      : super.getIdealBaseName(reflection);
  }

  /** To the front page by its file: without a server, a folder is no page. */
  baseRelativeUrl(from, target) {
    return super.baseRelativeUrl(from, target === './' ? 'index.html' : target);
  }
}

/** The anchors that links within the documents use, for they are read on GitHub, too. */
class GitHubSlugger extends Slugger {
  serialize(value) {
    const words = value.trim().replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '');
    return words.toLowerCase().replaceAll(/\s/g, '-') || '_';
  }
}

/** `docs/paging.md` is `paging`, `packages/core/README.md` is `packages-core`. */
export function guideName(file) {
  return file
    .replace(/^docs\//, '')
    .replace(/(?:\/README)?\.md$/, '')
    .replaceAll('/', '-')
    .toLowerCase();
}

function isGuide(reflection) {
  return reflection.kindOf(ReflectionKind.Document);
}
