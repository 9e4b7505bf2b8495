import glossary from 'virtual:newsgloss/glossary';
import packed from 'virtual:newsgloss/lexicon';
import { type ComponentChildren, render } from 'preact';
import { type Backlinks, readBacklinks } from '../../src/core/knowledge/backlinks.ts';
import { readEntry } from '../../src/core/knowledge/read-entry.ts';
import { createSearch } from '../../src/core/knowledge/search.ts';
import { openLexicon } from '../../src/core/matching/index.ts';
import { forgetUpdate, readUpdatedFrom } from '../../src/extension/first-run.ts';
import { createLabels } from '../../src/extension/labels.ts';
import { GlossaryPage } from '../../src/view/glossary/glossary-page.tsx';
import type { Library } from '../../src/view/glossary/library.ts';
import { hasNewsSince } from '../../src/view/glossary/welcome/news.ts';
import { NewsNotice, NewsPage } from '../../src/view/glossary/welcome/news-page.tsx';
import { later } from './later.tsx';

const labels = createLabels();
const search = createSearch(glossary);
let backlinks: Backlinks | undefined;

const library: Library = {
  glossary,
  labels,
  read: (id) => readEntry(glossary, id),
  search,
  backlinks: () => {
    backlinks ??= readBacklinks(glossary, openLexicon(packed));
    return backlinks;
  },
};

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
  news: NewsPage,
};

document.documentElement.lang = labels('cardLanguage') || 'en';
const root = document.getElementById('glossary');

function draw(notice?: ComponentChildren): void {
  if (root) render(<GlossaryPage library={library} views={views} notice={notice} />, root);
}

draw();
void readUpdatedFrom().then((previous) => {
  if (previous === undefined || !hasNewsSince(previous)) return;
  const onClose = () => {
    void forgetUpdate();
    draw();
  };
  draw(<NewsNotice labels={labels} onClose={onClose} />);
});
