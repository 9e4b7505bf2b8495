import browser from 'webextension-polyfill';
import type { Labels } from '../core/labels.ts';
import { activePause, isEnabledOn } from '../core/settings/is-enabled-on.ts';
import type { Settings } from '../core/settings/settings.ts';
import type { TabReport } from './messages.ts';

/** What the toolbar button says: marking, off on this site, or paused everywhere. */
export type ToolbarState = 'on' | 'off' | 'paused';

const iconSizes = [16, 32, 48] as const;

export function toolbarStateOf(settings: Settings, url: string, now: number): ToolbarState {
  if (activePause(settings, now)) return 'paused';
  const { enabled, rule } = isEnabledOn(settings, url, now);
  return enabled || rule.kind === 'not-a-page' ? 'on' : 'off';
}

/** At most three characters, as that is what a badge holds. */
export function badgeText(count: number): string {
  if (count === 0) return '';
  return count > 999 ? '1k+' : String(count);
}

export type Toolbar = {
  /** Shows a tab's page on its button: icon, number of concepts found, and both in words. */
  readonly showPage: (tab: number, report: TabReport, settings: Settings) => Promise<void>;
  /** Shows on every other button whether all is paused. */
  readonly showEverywhere: (settings: Settings) => Promise<void>;
};

export function createToolbar(labels: Labels): Toolbar {
  return {
    showPage: async (tabId, report, settings) => {
      const state = toolbarStateOf(settings, report.url, Date.now());
      const count = state === 'on' ? report.counts.length : 0;
      try {
        await Promise.all([
          browser.action.setIcon({ tabId, path: iconsOf(state) }),
          browser.action.setBadgeText({ tabId, text: badgeText(count) }),
          browser.action.setBadgeBackgroundColor({ tabId, color: '#3b5bdb' }),
          browser.action.setTitle({ tabId, title: titleOf(labels, state, count) }),
        ]);
      } catch {
        // The tab was closed meanwhile.
      }
    },
    showEverywhere: async (settings) => {
      const state = activePause(settings, Date.now()) ? 'paused' : 'on';
      await Promise.all([
        browser.action.setIcon({ path: iconsOf(state) }),
        browser.action.setTitle({ title: titleOf(labels, state, 0) }),
      ]);
    },
  };
}

function iconsOf(state: ToolbarState): Record<string, string> {
  const suffix = state === 'on' ? '' : `-${state}`;
  return Object.fromEntries(iconSizes.map((size) => [size, `/icon${suffix}-${size}.png`]));
}

function titleOf(labels: Labels, state: ToolbarState, count: number): string {
  if (state === 'paused') return labels('toolbarPaused');
  if (state === 'off') return labels('toolbarOff');
  return count > 0 ? labels('toolbarCount', [String(count)], count) : labels('extensionName');
}
