import browser from 'webextension-polyfill';
import type { ConceptId, Entry } from '../core/knowledge/entry.ts';
import type { EntryReading } from '../core/knowledge/glossary.ts';
import { siteDecision } from '../core/settings/is-enabled-on.ts';
import { readFrames, withFrames } from './frame-reports.ts';
import { createLabels } from './labels.ts';
import { updateStoredLexicon } from './lexicon-store.ts';
import { installMenus, onMenuChoice } from './menus.ts';
import { onMessages, sendToFocus, sendToFrames, sendToTab } from './messages.ts';
import { openPage, openSearch } from './open-page.ts';
import { createPackStore } from './pack-store.ts';
import { runPart } from './run-part.ts';
import { createSettingsStore } from './settings-store.ts';
import { settleRestored } from './settle-restored.ts';
import { createToolbar } from './toolbar.ts';
import { isWaitingKey } from './waiting-changes.ts';

const getReport = { type: 'get-report' } as const;

/**
 * Answers events; remembers nothing between them, as browsers end a background whenever it is idle. All listeners are set
 * before anything is awaited, else the event that woke the background would be lost.
 */
export function startBackground(bundled: {
  readonly entries: readonly Entry[];
  readonly readEntry: (concept: ConceptId) => EntryReading | undefined;
}): void {
  const labels = createLabels();
  const store = createSettingsStore();
  const toolbar = createToolbar(labels);
  const packs = createPackStore();

  const toggleSite = async (url: string) => {
    const { settings } = await store.get();
    await store.change({ kind: 'site', url, enabled: !siteDecision(settings, url).enabled });
  };

  const showDefault = async () => toolbar.showEverywhere((await store.get()).settings);

  /** Finishes what a window left, or what the last background was ended over. */
  const catchUp = () => {
    void store.takeIn();
    void settleRestored(packs, store);
    void updateStoredLexicon(packs, { bundled: bundled.entries }).catch(() => undefined);
  };

  onMessages({
    'page-report': async ({ report }, { tab, frameId }) => {
      if (tab?.id === undefined) return;
      const page = frameId === 0 ? report : await sendToTab<'get-report'>(tab.id, getReport);
      if (!page) return;
      const whole = withFrames(page, (await readFrames(tab.id)).values());
      await toolbar.showPage(tab.id, whole, (await store.get()).settings);
    },
    'changes-wait': () => catchUp(),
    'load-entry': ({ concept }) => packs.readEntry(concept, bundled.readEntry),
    'load-part': ({ part }, sender) => runPart(part, sender),
    'shelf-changed': async () => {
      try {
        await settleRestored(packs, store);
        await updateStoredLexicon(packs, { bundled: bundled.entries });
        return 'done';
      } catch {
        return 'no-room';
      }
    },
    'open-glossary': ({ concept }) => openPage('glossary', concept),
    elsewhere: (message, { tab }) => sendToFrames(tab?.id, message),
  });

  onMenuChoice((choice) => {
    if (choice.kind === 'toggle-site') void toggleSite(choice.url);
    if (choice.kind === 'look-up') void openSearch(choice.text);
    if (choice.kind === 'add-entry') void openPage('options', `add=${choice.text}`);
  });

  browser.commands.onCommand.addListener(async (command, given) => {
    const tab = given ?? (await browser.tabs.query({ active: true, currentWindow: true }))[0];
    if (tab?.id === undefined) return;
    if (command === 'walk-next') await sendToFocus(tab.id, { type: 'walk', direction: 'next' });
    if (command === 'walk-previous')
      await sendToFocus(tab.id, { type: 'walk', direction: 'previous' });
    if (command === 'focus-card') await sendToFocus(tab.id, { type: 'focus-card' });
    if (command === 'toggle-site') {
      const report = await sendToTab<'get-report'>(tab.id, getReport);
      const url = report?.url ?? tab.url;
      if (url) await toggleSite(url);
    }
  });

  const begin = async ({ anew }: { readonly anew: boolean }) => {
    await installMenus(labels);
    await store.synchronise();
    await showDefault();
    // What was cut off last time is cleared away or finished.
    await packs.sweep();
    await updateStoredLexicon(packs, { bundled: bundled.entries, anew }).catch(() => undefined);
  };
  browser.runtime.onInstalled.addListener(() => void begin({ anew: true }));
  browser.runtime.onStartup.addListener(() => void begin({ anew: false }));

  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync') void store.synchronise();
    // Each page that somebody sees speaks for its own button then.
    if (area === 'local' && 'settings' in changes) void showDefault();
    if (area === 'local' && Object.keys(changes).some(isWaitingKey)) void store.takeIn();
  });
  catchUp();
}
