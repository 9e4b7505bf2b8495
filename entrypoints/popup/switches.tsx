import type { Labels } from '../../src/core/labels.ts';
import type { SettingsChange } from '../../src/core/settings/change.ts';
import { activePause, siteDecision } from '../../src/core/settings/is-enabled-on.ts';
import { placeOf } from '../../src/core/settings/pattern.ts';
import type { Settings } from '../../src/core/settings/settings.ts';

const hour = 3600 * 1000;

/** This site on or off, everything on or off, and the ways to the other pages. */
export function Switches(props: {
  readonly labels: Labels;
  readonly settings: Settings;
  readonly url: string | undefined;
  readonly now: number;
  readonly onChange: (...changes: readonly SettingsChange[]) => void;
  /** True after an update whose news are unread. */
  readonly news: boolean;
  readonly onOpen: (page: 'glossary' | 'options', fragment?: string) => void;
}) {
  const { labels, settings, url, now } = props;
  const place = url === undefined ? undefined : placeOf(url);
  const pause = activePause(settings, now);
  const setPause = (value: Settings['pause']) =>
    props.onChange({ kind: 'set', path: 'pause', value });
  return (
    <footer class="switches">
      <Switch
        label={place ? labels('popupSite', [place.host]) : labels('popupNoSite')}
        on={url !== undefined && place !== undefined && siteDecision(settings, url).enabled}
        disabled={!place}
        onTurn={(enabled) => url !== undefined && props.onChange({ kind: 'site', url, enabled })}
      />
      <Switch
        label={labels('popupEverywhere')}
        on={!pause}
        onTurn={(on) => setPause(on ? 'none' : { until: null })}
      />
      {pause && (
        <p class="paused">
          {pause.until === null
            ? labels('popupPaused')
            : labels('popupPausedUntil', [timeOf(pause.until)])}
        </p>
      )}
      <nav class="ways">
        {props.news && (
          <button type="button" class="quiet" onClick={() => props.onOpen('glossary', '/news')}>
            {labels('welcomeNews')}
          </button>
        )}
        {!pause && (
          <button
            type="button"
            class="quiet"
            onClick={() => setPause({ until: Date.now() + hour })}
          >
            {labels('popupPauseHour')}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => props.onOpen('glossary')}>
          {labels('popupGlossary')}
        </button>
        <button type="button" class="quiet" onClick={() => props.onOpen('options')}>
          {labels('popupOptions')}
        </button>
      </nav>
    </footer>
  );
}

function Switch(props: {
  readonly label: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onTurn: (on: boolean) => void;
}) {
  return (
    <label class="switch">
      <span class="switch-label">{props.label}</span>
      <input
        type="checkbox"
        role="switch"
        checked={props.on}
        aria-checked={props.on}
        disabled={props.disabled ?? false}
        onChange={(event) => props.onTurn(event.currentTarget.checked)}
      />
    </label>
  );
}

function timeOf(moment: number): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'short' }).format(
    moment,
  );
}
