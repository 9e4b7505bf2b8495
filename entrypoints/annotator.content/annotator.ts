import bundled from 'virtual:newsgloss/look';
import { holdsOn } from '../../src/core/matching/correction-place.ts';
import type { SettingsChange } from '../../src/core/settings/change.ts';
import { activePause, isEnabledOn } from '../../src/core/settings/is-enabled-on.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import { createLabels } from '../../src/extension/labels.ts';
import {
  followStoredLook,
  readStoredLexicon,
  readStoredLook,
  type StoredLook,
} from '../../src/extension/lexicon-reader.ts';
import type { FrameMessage, TabReport } from '../../src/extension/message-types.ts';
import { sendToBackground } from '../../src/extension/page-messages.ts';
import { loadPart } from '../../src/extension/parts.ts';
import { createSettingsReader } from '../../src/extension/settings-reader.ts';
import { anyShadowRootOf, shadowRootOf } from '../../src/extension/shadow-root-of.ts';
import { leaveChanges, nextWaitingKey } from '../../src/extension/waiting-changes.ts';
import { startCardsElsewhere } from '../../src/page/cards-elsewhere.ts';
import type { MarkingKit } from '../../src/page/marker.ts';
import { pageAddresses } from '../../src/page/page-addresses.ts';
import type { PageReport, PageSettings } from '../../src/page/page-session.ts';
import type { StartCard } from '../../src/page/start-card.ts';
import { startCardWhereMarked } from '../../src/page/start-card-where-marked.ts';
import { startPageSession } from '../../src/page/start-page-session.ts';
import { answerMessages } from './answer-messages.ts';
import markRules from './style.css?inline';

const isTop = window.top === window;

/** Stands in the extension's own world, where the background asks each frame of a tab for its report. */
const world = globalThis as { newsglossReport?: () => TabReport };

/** What a page is told of the reader's choices: whether it is read at all, and how it is marked. */
function pageSettingsOf({ marking, known, corrections, ...rest }: Settings): PageSettings {
  const settings = { marking, known, corrections, ...rest };
  const addresses = pageAddresses(window);
  const enabled =
    addresses.length > 0 &&
    addresses.every((address) => isEnabledOn(settings, address, Date.now()).enabled);
  const here = corrections.filter((correction) => holdsOn(correction, location));
  return { enabled, marking, known, corrections: here };
}

/** Joins the page, the card and the extension in one document, until the signal aborts; anew with each new lexicon. */
export async function startAnnotator(signal: AbortSignal): Promise<void> {
  let current: AbortController | undefined;
  const start = (stored: StoredLook | undefined) => {
    current?.abort();
    current = new AbortController();
    return annotate(stored, AbortSignal.any([signal, current.signal]));
  };
  let generation: number | undefined;
  const follow = (stored: StoredLook | undefined) => {
    generation = stored?.generation;
    return start(stored);
  };
  // What became of the shelf while the page was kept for the way back was not heard here.
  onComeBack(async () => {
    const stored = await readStoredLook();
    if (stored?.generation !== generation) await follow(stored);
  }, signal);
  await follow(await followStoredLook((stored) => void follow(stored), signal));
}

/** Calls when the page is shown again that was kept for the way back, until the signal aborts. */
const onComeBack = (call: () => Promise<void>, signal: AbortSignal): void =>
  window.addEventListener('pageshow', ({ persisted }) => persisted && void call(), { signal });

/**
 * Whether a first report would change the tab's button: what it shows by itself, with nothing found or all paused, is no
 * reason to wake the background on every page.
 */
const isNews = ({ status, counts }: PageReport, settings: Settings): boolean =>
  counts.length > 0 || (isTop && status === 'off' && !activePause(settings, Date.now()));

/** What marks a page: with the lexicon that the look is of. None while the two differ: whoever follows the look is called. */
async function loadKit(stored: StoredLook | undefined): Promise<MarkingKit | undefined> {
  const bundledKit = loadPart<MarkingKit>('marker');
  if (!stored) return bundledKit;
  const own = await readStoredLexicon();
  const kit = await bundledKit;
  return kit && own?.generation === stored.generation
    ? { ...kit, lexicon: own.lexicon }
    : undefined;
}

async function annotate(stored: StoredLook | undefined, signal: AbortSignal): Promise<void> {
  const reader = createSettingsReader();
  let settings = await reader.follow((next) => follow(next), signal);
  if (signal.aborted) return;

  const tabReport = (report: PageReport) => ({ url: location.href, ...report });
  let hasReported = false;
  const tell = (report: PageReport): void => {
    if (!hasReported && !isNews(report, settings)) return;
    hasReported = true;
    void sendToBackground({ type: 'page-report', report: tabReport(report) });
  };
  const labels = createLabels();
  /** By this the frames of a tab know one another apart. */
  const me = Math.random();

  const session = startPageSession({
    document,
    look: stored?.look ?? bundled,
    loadKit: () => loadKit(stored),
    settings: pageSettingsOf(settings),
    shadowRootOf,
    ...(import.meta.env.FIREFOX && { shadowRules: markRules }),
    onReport: tell,
    signal,
  });

  const card = startCardWhereMarked({
    document,
    session,
    labels,
    settings,
    loadCard: () => loadPart<StartCard>('card'),
    shadowRootOf: anyShadowRootOf,
    loadEntry: (concept) => sendToBackground<'load-entry'>({ type: 'load-entry', concept }),
    actions: {
      know: (concept) => change({ kind: 'add', path: 'known', value: concept }),
      undoKnow: (concept) => change({ kind: 'remove', path: 'known', value: concept }),
      correct: (correction) => change({ kind: 'add', path: 'corrections', value: correction }),
      undoCorrect: (correction) =>
        change({ kind: 'remove', path: 'corrections', value: correction }),
      openInGlossary: (concept) => void sendToBackground({ type: 'open-glossary', concept }),
    },
    onShown(shown) {
      if (!isTop || window.length > 0) tellFrames(shown ? 'shown' : 'hidden');
    },
    signal,
  });
  const heardOfCard = startCardsElsewhere({
    view: window,
    onEnding: tellFrames,
    signal,
  });

  function tellFrames(what: FrameMessage['what']): void {
    void sendToBackground({ type: 'elsewhere', from: me, what });
  }

  function change(step: SettingsChange): void {
    leaveChanges(nextWaitingKey(Date.now()), [step]).catch(() => undefined);
  }

  let pauseTimer: ReturnType<typeof setTimeout> | undefined;
  const apply = (next: Settings): void => {
    settings = next;
    const current = pageSettingsOf(settings);
    if (!current.enabled) card.close();
    session.update(current);
    card.update(settings);
    clearTimeout(pauseTimer);
    const until = activePause(settings, Date.now())?.until;
    if (until) pauseTimer = setTimeout(() => follow(settings), until - Date.now());
  };
  const tellAgain = (): void => tell(session.report());
  /** A page that was off and is paused now has nothing new to report, but its button has: once somebody sees the page. */
  const follow = (next: Settings): void => {
    apply(next);
    if (document.hidden)
      document.addEventListener('visibilitychange', tellAgain, { signal, once: true });
    else tellAgain();
  };
  apply(settings);
  signal.addEventListener('abort', () => clearTimeout(pauseTimer), { once: true });

  // What was chosen while the page was kept for the way back was not heard here (Firefox).
  onComeBack(async () => {
    const now = await reader.get();
    if (!signal.aborted) follow(now);
  }, signal);

  // A page application that moves to another path may move to where a pattern says otherwise.
  (window as { navigation?: EventTarget }).navigation?.addEventListener(
    'currententrychange',
    () => apply(settings),
    { signal },
  );

  const ownReport = () => tabReport(session.report());
  world.newsglossReport = ownReport;
  answerMessages({
    session,
    card,
    report: ownReport,
    onElsewhere({ from, what }) {
      if (from === me) return;
      if (what === 'shown' || what === 'hidden') heardOfCard(from, what === 'shown');
      else card.close(what);
    },
    signal,
  });
}
