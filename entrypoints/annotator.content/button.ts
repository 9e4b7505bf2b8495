import { activePause } from '../../src/core/settings/is-enabled-on.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import type { TabReport } from '../../src/extension/message-types.ts';
import { sendToBackground } from '../../src/extension/page-messages.ts';

/** Tells the background what the tab's button is to show of this document. */
export type Button = {
  readonly tell: (report: TabReport) => void;
  /** A page that was off and is paused now has nothing new to report, but its button has: once somebody sees the page. */
  readonly tellOnceSeen: () => void;
};

/**
 * What a button shows by itself, with nothing found or all paused, is no reason to wake the background on every page: a
 * document speaks when it has something to show, and from then on.
 */
export const createButton = (given: {
  /** What the document says of itself by now. */
  readonly report: () => TabReport;
  readonly settings: () => Settings;
  readonly signal: AbortSignal;
}): Button => {
  const { settings, signal } = given;
  let hasSpoken = false;
  const isNews = ({ status, counts }: TabReport): boolean =>
    counts.length > 0 ||
    (window.top === window && status === 'off' && !activePause(settings(), Date.now()));
  const tell = (report: TabReport): void => {
    if (!hasSpoken && !isNews(report)) return;
    hasSpoken = true;
    void sendToBackground({ type: 'page-report', report });
  };
  /** One function, so that a page that stays hidden over many choices listens once. */
  const tellNow = (): void => tell(given.report());
  return {
    tell,
    tellOnceSeen: () => {
      if (document.hidden)
        document.addEventListener('visibilitychange', tellNow, { signal, once: true });
      else tellNow();
    },
  };
};
