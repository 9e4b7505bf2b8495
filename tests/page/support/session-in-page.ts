import lexicon from 'virtual:newsgloss/lexicon';
import markRules from '../../../entrypoints/annotator.content/style.css?inline';
import type { ConceptId } from '../../../src/core/knowledge/entry.ts';
import { openLexicon } from '../../../src/core/matching/index.ts';
import { defaultSettings } from '../../../src/core/settings/settings.ts';
import { createMarker } from '../../../src/page/marker.ts';
import type { PageReport, PageSession, PageSettings } from '../../../src/page/page-session.ts';
import { startCard as openCard } from '../../../src/page/start-card.ts';
import { startCardWhereMarked } from '../../../src/page/start-card-where-marked.ts';
import { startPageSession } from '../../../src/page/start-page-session.ts';
import { testLabels } from './test-labels.ts';

const { marking, known, corrections } = defaultSettings;

/** Every page is read and every mention marked, unless a test says otherwise. */
export const settingsOf = (
  change: Partial<PageSettings['marking']> & Partial<Omit<PageSettings, 'marking'>> = {},
): PageSettings => {
  const {
    enabled = true,
    known: knows = known,
    corrections: corrected = corrections,
    ...rest
  } = change;
  return {
    enabled,
    known: knows,
    corrections: corrected,
    marking: { ...marking, amount: 'every', onlyAboutAi: false, ...rest },
  };
};

export const openBundledLexicon = () => openLexicon(lexicon);

export type Started = {
  readonly session: PageSession;
  readonly reports: readonly PageReport[];
  /** How often the rest of the script was asked for. */
  readonly loads: () => number;
  readonly stop: () => void;
  readonly signal: AbortSignal;
};

const isFirefox = CSS.supports('-moz-appearance', 'none');

/** Starts a session over this page as the content script would; nobody answers for the first `deaf` times that the rest is asked for. */
export const start = (change?: Parameters<typeof settingsOf>[0], deaf = 0): Started => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(markRules);
  document.adoptedStyleSheets.push(sheet);
  const ended = new AbortController();
  const reports: PageReport[] = [];
  let loads = 0;
  const session = startPageSession({
    document,
    look: lexicon,
    loadKit: async () => (++loads > deaf ? { createMarker, lexicon } : undefined),
    settings: settingsOf(change),
    shadowRootOf: (element) => element.shadowRoot,
    ...(isFirefox && { shadowRules: markRules }),
    onReport: (report) => reports.push(report),
    signal: ended.signal,
  });
  return { session, reports, loads: () => loads, stop: () => ended.abort(), signal: ended.signal };
};

/** A card for a session, with nothing behind it, whose code comes after a while (ms). Gives the concepts that it asks for. */
export const startCard = ({ session, signal }: Started, late = 0): readonly ConceptId[] => {
  const none = () => {};
  const asked: ConceptId[] = [];
  startCardWhereMarked({
    document,
    session,
    labels: testLabels,
    settings: defaultSettings,
    loadCard: () => new Promise((resolve) => setTimeout(resolve, late, openCard)),
    loadEntry: async (concept) => {
      asked.push(concept);
      return undefined;
    },
    actions: { know: none, undoKnow: none, correct: none, undoCorrect: none, openInGlossary: none },
    signal,
  });
  return asked;
};

/** Resolves once the page has been read for the first time. */
export const settled = async ({ session }: Started): Promise<void> => {
  while (session.report().status === 'reading') await new Promise((next) => setTimeout(next));
};

/** The marked words in document order, each as `surface → concept`. */
export const marked = ({ session }: Started): string[] =>
  session.anchors().map(({ annotation }) => `${annotation.surface} → ${annotation.concept}`);

export { countHeld } from './count-in-page.ts';
export { followEdits, followLook, lookAndRead } from './edits-in-page.ts';
