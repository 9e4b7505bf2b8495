import glossary from 'virtual:newsgloss/glossary';
import packed from 'virtual:newsgloss/lexicon';
import { readEntry } from '../../src/core/knowledge/read-entry.ts';
import { openLexicon } from '../../src/core/matching/index.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import { createLabels } from '../../src/extension/labels.ts';
import { createSettingsStore } from '../../src/extension/settings-store.ts';
import { startCard } from '../../src/page/start-card.ts';
import { startPageSession } from '../../src/page/start-page-session.ts';

/**
 * A short article with the same session and card as any page, for the options to show in a frame: it follows the stored
 * settings as an open tab would, except that no site rule turns it off.
 */
const lifetime = new AbortController();
const store = createSettingsStore();
const pageSettings = ({ marking, known, corrections }: Settings) => ({
  marking,
  known,
  corrections,
  enabled: true,
});

const { settings } = await store.get();
const session = startPageSession({
  document,
  lexicon: openLexicon(packed),
  settings: pageSettings(settings),
  onReport: () => {},
  signal: lifetime.signal,
});
const card = startCard({
  document,
  session,
  labels: createLabels(),
  settings,
  loadEntry: async (id) => readEntry(glossary, id),
  actions: {
    know: (value) => void store.change({ kind: 'add', path: 'known', value }),
    undoKnow: (value) => void store.change({ kind: 'remove', path: 'known', value }),
    correct: (value) => void store.change({ kind: 'add', path: 'corrections', value }),
    undoCorrect: (value) => void store.change({ kind: 'remove', path: 'corrections', value }),
    openInGlossary: () => {},
  },
  signal: lifetime.signal,
});
store.watch((next) => {
  session.update(pageSettings(next));
  card.update(next);
}, lifetime.signal);
addEventListener('pagehide', () => lifetime.abort());
