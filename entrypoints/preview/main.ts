import glossary from 'virtual:newsgloss/glossary';
import bundled from 'virtual:newsgloss/lexicon';
import { readEntry } from '../../src/core/knowledge/read-entry.ts';
import type { PackedLexicon } from '../../src/core/matching/packed.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import { createLabels } from '../../src/extension/labels.ts';
import { followStoredLexicon, type StoredLexicon } from '../../src/extension/lexicon-reader.ts';
import { createPackStore } from '../../src/extension/pack-store.ts';
import { openSettingsWindow } from '../../src/extension/settings-window.ts';
import { createMarker } from '../../src/page/marker.ts';
import { startCard } from '../../src/page/start-card.ts';
import { startPageSession } from '../../src/page/start-page-session.ts';

/**
 * A short article with the same session and card as any page, for the options to show in a frame: it follows the stored
 * settings and glossaries as an open tab would, except that no site rule turns it off.
 */
const lifetime = new AbortController();
const packs = createPackStore();
const labels = createLabels();
let update: ((settings: Settings) => void) | undefined;
const chosen = openSettingsWindow({
  onShown: () => update?.(chosen.shown().settings),
  signal: lifetime.signal,
});
const pageSettings = ({ marking, known, corrections }: Settings) => ({
  marking,
  known,
  corrections,
  enabled: true,
});

/** Shows the article with a lexicon, until the signal aborts. */
function start(packed: PackedLexicon, signal: AbortSignal): void {
  const { settings } = chosen.shown();
  const session = startPageSession({
    document,
    look: packed,
    loadKit: async () => ({ createMarker, lexicon: packed }),
    settings: pageSettings(settings),
    onReport: () => {},
    signal,
  });
  const card = startCard({
    document,
    session,
    labels,
    settings,
    loadEntry: (concept) => packs.readEntry(concept, (id) => readEntry(glossary, id)),
    actions: {
      know: (value) => chosen.change({ kind: 'add', path: 'known', value }),
      undoKnow: (value) => chosen.change({ kind: 'remove', path: 'known', value }),
      correct: (value) => chosen.change({ kind: 'add', path: 'corrections', value }),
      undoCorrect: (value) => chosen.change({ kind: 'remove', path: 'corrections', value }),
      openInGlossary: () => {},
    },
    signal,
  });
  update = (next) => {
    session.update(pageSettings(next));
    card.update(next);
  };
}

let current: AbortController | undefined;
const follow = (stored: StoredLexicon | undefined): void => {
  current?.abort();
  current = new AbortController();
  start(stored?.lexicon ?? bundled, AbortSignal.any([lifetime.signal, current.signal]));
};
addEventListener('pagehide', () => lifetime.abort());
await chosen.ready;
follow(await followStoredLexicon(follow, lifetime.signal));
