import type { Labels } from '../../src/core/labels.ts';
import { isEnabledOn } from '../../src/core/settings/is-enabled-on.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import type { ActiveTab } from '../../src/extension/active-tab.ts';

/** "On this page (n)", or why nothing is marked here and which rule decided that. */
export function PageState(props: {
  readonly labels: Labels;
  readonly settings: Settings;
  readonly tab: ActiveTab | undefined;
  readonly now: number;
  /** Starts Newsgloss in a page that was open before it. */
  readonly onReadNow: (tab: number) => void;
}) {
  const { labels, tab } = props;
  if (!tab) return null;
  const count = tab.report?.counts.length ?? 0;
  if (count > 0) return <h2 class="list-title">{labels('popupOnThisPage', [String(count)])}</h2>;
  const { key, pattern } = reasonOf(props.settings, tab, props.now);
  return (
    <div class="why" role="status">
      <p>{labels(key)}</p>
      {key === 'reasonNotReady' && (
        <button type="button" class="read-now" onClick={() => props.onReadNow(tab.id)}>
          {labels('popupReadNow')}
        </button>
      )}
      {pattern !== undefined && <p class="rule">{labels('reasonPattern', [pattern])}</p>}
    </div>
  );
}

type Why = { readonly key: string; readonly pattern?: string };

function reasonOf(settings: Settings, { url, report }: ActiveTab, now: number): Why {
  if (url === undefined) return { key: 'reasonUntouchable' };
  const { enabled, rule } = isEnabledOn(settings, url, now);
  if (rule.kind === 'not-a-page') return { key: 'reasonUntouchable' };
  if (rule.kind === 'paused') return { key: 'reasonPaused' };
  if (!enabled && rule.kind === 'pattern') return { key: 'reasonOffHere', pattern: rule.pattern };
  if (!enabled) return { key: 'reasonOnlyListed' };
  if (!report) return { key: 'reasonNotReady' };
  if (report.status === 'not-about-ai') return { key: 'reasonNotAboutAi' };
  if (report.status === 'framed') return { key: 'reasonFramed' };
  if (report.status === 'all-known') return { key: 'reasonAllKnown' };
  if (report.status === 'nothing') return { key: 'reasonNothing' };
  return { key: 'reasonReading' };
}
