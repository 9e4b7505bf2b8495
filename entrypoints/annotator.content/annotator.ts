import bundled from 'virtual:newsgloss/look';
import { activePause } from '../../src/core/settings/is-enabled-on.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import { createLabels } from '../../src/extension/labels.ts';
import {
  followStoredLook,
  readStoredLook,
  type StoredLook,
} from '../../src/extension/lexicon-reader.ts';
import type { FrameMessage, TabReport } from '../../src/extension/message-types.ts';
import { sendToBackground } from '../../src/extension/page-messages.ts';
import { loadPart } from '../../src/extension/parts.ts';
import { createSettingsReader } from '../../src/extension/settings-reader.ts';
import { anyShadowRootOf, shadowRootOf } from '../../src/extension/shadow-root-of.ts';
import { startCardsElsewhere } from '../../src/page/cards-elsewhere.ts';
import type { PageReport } from '../../src/page/page-session.ts';
import type { StartCard } from '../../src/page/start-card.ts';
import { startCardWhereMarked } from '../../src/page/start-card-where-marked.ts';
import { startPageSession } from '../../src/page/start-page-session.ts';
import { answerMessages } from './answer-messages.ts';
import { createButton } from './button.ts';
import { cardActions } from './card-actions.ts';
import { loadKit } from './load-kit.ts';
import { pageSettingsOf } from './page-settings.ts';
import markRules from './style.css?inline';

const isTop = window.top === window;

/** Stands in the extension's own world, where the background asks each frame of a tab for its report. */
const world = globalThis as { newsglossReport?: () => TabReport };

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

async function annotate(stored: StoredLook | undefined, signal: AbortSignal): Promise<void> {
  const reader = createSettingsReader();
  let settings = await reader.follow((next) => follow(next), signal);
  if (signal.aborted) return;

  const tabReport = (report: PageReport): TabReport => ({ url: location.href, ...report });
  const report = (): TabReport => tabReport(session.report());
  const button = createButton({ report, settings: () => settings, signal });
  /** By this the frames of a tab know one another apart. */
  const me = Math.random();

  const session = startPageSession({
    document,
    look: stored?.look ?? bundled,
    loadKit: () => loadKit(stored),
    settings: pageSettingsOf(settings),
    shadowRootOf,
    ...(import.meta.env.FIREFOX && { shadowRules: markRules }),
    onReport: (now) => button.tell(tabReport(now)),
    signal,
  });

  const card = startCardWhereMarked({
    document,
    session,
    labels: createLabels(),
    settings,
    loadCard: () => loadPart<StartCard>('card'),
    shadowRootOf: anyShadowRootOf,
    loadEntry: (concept) => sendToBackground<'load-entry'>({ type: 'load-entry', concept }),
    actions: cardActions,
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
  const follow = (next: Settings): void => {
    apply(next);
    button.tellOnceSeen();
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

  world.newsglossReport = report;
  answerMessages({
    session,
    card,
    report,
    onElsewhere({ from, what }) {
      if (from === me) return;
      if (what === 'shown' || what === 'hidden') heardOfCard(from, what === 'shown');
      else card.close(what);
    },
    signal,
  });
}
