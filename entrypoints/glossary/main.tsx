import glossary from 'virtual:newsgloss/glossary';
import packed from 'virtual:newsgloss/lexicon';
import { type ComponentChildren, render } from 'preact';
import { useEffect } from 'preact/hooks';
import { type Backlinks, readBacklinks } from '../../src/core/knowledge/backlinks.ts';
import type { Glossary } from '../../src/core/knowledge/glossary.ts';
import { readEntry } from '../../src/core/knowledge/read-entry.ts';
import { createSearch } from '../../src/core/knowledge/search.ts';
import { openLexicon } from '../../src/core/matching/index.ts';
import { forgetUpdate, readUpdatedFrom } from '../../src/extension/first-run.ts';
import { createLabels } from '../../src/extension/labels.ts';
import { openLibrary } from '../../src/extension/library.ts';
import { createPackStore } from '../../src/extension/pack-store.ts';
import { GlossaryPage } from '../../src/view/glossary/glossary-page.tsx';
import type { Library } from '../../src/view/glossary/library.ts';
import { parseRoute } from '../../src/view/glossary/route.ts';
import { hasNewsSince } from '../../src/view/glossary/welcome/news.ts';
import { NewsNotice, NewsPage } from '../../src/view/glossary/welcome/news-page.tsx';
import { later } from './later.tsx';

const labels = createLabels();

/** Backlinks cost a reading of all texts: with a glossary larger than this, those of the bundled one alone. */
const mostRead = 5000;

function libraryOf(all: Glossary): Library {
  const search = createSearch(all);
  let backlinks: Backlinks | undefined;
  return {
    glossary: all,
    labels,
    read: (id) => readEntry(all, id),
    search,
    backlinks: () => {
      const read = all.entries.length > mostRead ? glossary : all;
      backlinks ??= readBacklinks(read, openLexicon(packed));
      return backlinks;
    },
  };
}

const views = {
  map: later(async () => (await import('../../src/view/glossary/map/concept-map.tsx')).ConceptMap),
  welcome: later(async () => {
    const [{ WelcomePage }, { createSampleStarter }] = await Promise.all([
      import('../../src/view/glossary/welcome/welcome-page.tsx'),
      import('./start-sample.ts'),
    ]);
    const startSample = createSampleStarter(labels);
    return ({ library }: { library: Library }) => (
      <WelcomePage library={library} startSample={startSample} />
    );
  }),
  news: (props: { library: Library }) => {
    useEffect(closeNotice, []);
    return <NewsPage {...props} />;
  },
};

document.documentElement.lang = labels('cardLanguage') || 'en';
const root = document.getElementById('glossary');

let library = libraryOf(glossary);
let notice: ComponentChildren;

function draw(): void {
  if (root) render(<GlossaryPage library={library} views={views} notice={notice} />, root);
}

draw();
void openLibrary(createPackStore(), glossary).then((own) => {
  if (!own) return;
  library = libraryOf(own);
  draw();
});
void readUpdatedFrom().then((previous) => {
  if (previous === undefined || !hasNewsSince(previous) || isAtNews()) return;
  notice = <NewsNotice labels={labels} onClose={closeNotice} />;
  draw();
});

function isAtNews(): boolean {
  return parseRoute(location.hash).view === 'news';
}

/** News that were read, or sent away, are told no more. */
function closeNotice(): void {
  void forgetUpdate();
  if (notice === undefined) return;
  notice = undefined;
  draw();
}
