import glossary from 'virtual:newsgloss/glossary';
import packed from 'virtual:newsgloss/lexicon';
import { readEntry } from '../../src/core/knowledge/read-entry.ts';
import { openForms } from '../../src/core/matching/index.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import { createLabels } from '../../src/extension/labels.ts';
import { openSettingsWindow } from '../../src/extension/settings-window.ts';
import { startCard } from '../../src/page/start-card.ts';
import { startPageSession } from '../../src/page/start-page-session.ts';

/**
 * A short article with the same session and card as any page, for the options to show in a frame: it follows the stored
 * settings as an open tab would, except that no site rule turns it off.
 */
const lifetime = new AbortController();
const chosen = openSettingsWindow({ onShown: () => follow?.(), signal: lifetime.signal });
let follow: (() => void) | undefined;
const pageSettings = ({ marking, known, corrections }: Settings) => ({
  marking,
  known,
  corrections,
  enabled: true,
});

await chosen.ready;
const { settings } = chosen.shown();
const session = startPageSession({
  document,
  forms: openForms(packed),
  loadCues: async () => packed.cues,
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
    know: (value) => chosen.change({ kind: 'add', path: 'known', value }),
    undoKnow: (value) => chosen.change({ kind: 'remove', path: 'known', value }),
    correct: (value) => chosen.change({ kind: 'add', path: 'corrections', value }),
    undoCorrect: (value) => chosen.change({ kind: 'remove', path: 'corrections', value }),
    openInGlossary: () => {},
  },
  signal: lifetime.signal,
});
follow = () => {
  const next = chosen.shown().settings;
  session.update(pageSettings(next));
  card.update(next);
};
addEventListener('pagehide', () => lifetime.abort());
