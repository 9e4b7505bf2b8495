import glossary from 'virtual:newsgloss/glossary';
import packed from 'virtual:newsgloss/lexicon';
import { render } from 'preact';
import { type Backlinks, readBacklinks } from '../../src/core/knowledge/backlinks.ts';
import { readEntry } from '../../src/core/knowledge/read-entry.ts';
import { createSearch } from '../../src/core/knowledge/search.ts';
import { openLexicon } from '../../src/core/matching/index.ts';
import { createLabels } from '../../src/extension/labels.ts';
import { GlossaryPage } from '../../src/view/glossary/glossary-page.tsx';
import type { Library } from '../../src/view/glossary/library.ts';
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
  welcome: () => null,
  news: () => null,
};

document.documentElement.lang = labels('cardLanguage') || 'en';
const root = document.getElementById('glossary');
if (root) render(<GlossaryPage library={library} views={views} />, root);
