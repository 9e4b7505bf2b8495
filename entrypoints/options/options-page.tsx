import { useEffect, useState } from 'preact/hooks';
import type { SettingsIssue } from '../../src/core/settings/parse-settings.ts';
import type { SyncState } from '../../src/extension/settings-sync.ts';
import { DataSection } from './data-section.tsx';
import { type GlossariesProps, GlossariesSection } from './glossaries-section.tsx';
import { KnownSection } from './known-section.tsx';
import { MarkingSection } from './marking-section.tsx';
import { OwnSection } from './own-section.tsx';
import { SitesSection } from './sites-section.tsx';
import type { Done } from './types.ts';

export type OptionsProps = Omit<GlossariesProps, 'onDone'> & {
  readonly issues: readonly SettingsIssue[];
  readonly sync: SyncState;
  readonly asked: string;
  readonly roomLacks: boolean;
};

const sections = [
  ['marking', 'optionsMarking'],
  ['known', 'optionsKnown'],
  ['sites', 'optionsSites'],
  ['glossaries', 'optionsGlossaries'],
  ['own', 'optionsOwn'],
  ['data', 'optionsData'],
] as const;

/** How long a message with a way back stays, in ms: long enough to read it and to reach the button. */
const doneStays = 12_000;

export function OptionsPage(props: OptionsProps) {
  const { labels } = props;
  const [done, setDone] = useState<Done>();
  useEffect(() => {
    const timer = setTimeout(() => setDone(undefined), doneStays);
    return () => clearTimeout(timer);
  }, [done]);
  const all = { ...props, onDone: setDone };
  return (
    <div class="frame">
      <header class="head">
        <img src="/icon.svg" alt="" width={36} height={36} />
        <h1>{labels('optionsTitle')}</h1>
        <nav aria-label={labels('optionsTitle')}>
          {sections.map(([id, key]) => (
            <a key={id} href={`#${id}`}>
              {labels(key)}
            </a>
          ))}
        </nav>
      </header>
      <main>
        <MarkingSection {...all} />
        <KnownSection {...all} />
        <SitesSection {...all} />
        <GlossariesSection {...all} />
        {props.roomLacks && (
          <p class="wrong" role="alert">
            {labels('optionsNoRoom')}
          </p>
        )}
        <OwnSection {...all} />
        <DataSection {...all} />
      </main>
      <div class="done" role="status">
        {done && (
          <p>
            {done.text}
            {done.undo && (
              <button
                type="button"
                class="quiet"
                onClick={() => {
                  done.undo?.();
                  setDone(undefined);
                }}
              >
                {labels('optionsUndo')}
              </button>
            )}
          </p>
        )}
      </div>
    </div>
  );
}
