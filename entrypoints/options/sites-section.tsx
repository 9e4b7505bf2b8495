import { useState } from 'preact/hooks';
import type { SiteMode } from '../../src/core/settings/settings.ts';
import { Choice, RowList, Section } from './controls.tsx';
import { patternFrom } from './pattern-from.ts';
import type { SectionProps } from './types.ts';

/** Where Newsgloss reads: everywhere but on listed sites, or on listed sites alone. */
export function SitesSection(props: SectionProps) {
  const { labels, settings, onChange } = props;
  const { mode } = settings.sites;
  const main = mode === 'all-but' ? 'off' : 'on';
  const other = mode === 'all-but' ? 'on' : 'off';
  return (
    <Section id="sites" title={labels('optionsSites')}>
      <Choice<SiteMode>
        title={labels('optionsSitesMode')}
        value={mode}
        choices={[
          ['all-but', labels('optionsAllBut')],
          ['only', labels('optionsOnly')],
        ]}
        onChoose={(value) => onChange({ kind: 'set', path: 'sites.mode', value })}
      />
      <PatternList {...props} list={main} />
      {(settings.sites[other].length > 0 || settings.sites[main].length > 0) && (
        <PatternList {...props} list={other} />
      )}
      <details class="help">
        <summary>{labels('optionsPatterns')}</summary>
        <dl>
          {(['Host', 'Subdomains', 'Path', 'Port'] as const).map((kind) => (
            <div key={kind}>
              <dt>
                <code>{labels(`optionsPattern${kind}`)}</code>
              </dt>
              <dd>{labels(`optionsPattern${kind}Means`)}</dd>
            </div>
          ))}
        </dl>
        <p>{labels('optionsPatternsOrder')}</p>
      </details>
    </Section>
  );
}

function PatternList({
  labels,
  settings,
  onChange,
  onDone,
  list,
}: SectionProps & { list: 'off' | 'on' }) {
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(false);
  const path = `sites.${list}` as const;
  const title = labels(list === 'off' ? 'optionsOffList' : 'optionsOnList');
  const fieldId = `pattern-${list}`;
  const add = (event: Event) => {
    event.preventDefault();
    const value = patternFrom(typed);
    setRefused(value === undefined);
    if (value === undefined) return;
    onChange({ kind: 'add', path, value });
    setTyped('');
  };
  const remove = (value: string) => {
    onChange({ kind: 'remove', path, value });
    onDone({
      text: labels('optionsRemoved', [value]),
      undo: () => onChange({ kind: 'add', path, value }),
    });
  };
  return (
    <div class="patterns">
      <h3>{title}</h3>
      <RowList
        items={settings.sites[list]}
        empty={labels('optionsNoSites')}
        keyOf={String}
        draw={(pattern) => (
          <>
            <code class="row-text">{pattern}</code>
            <button
              type="button"
              class="quiet"
              aria-label={labels('optionsRemoveOne', [pattern])}
              onClick={() => remove(pattern)}
            >
              {labels('optionsRemove')}
            </button>
          </>
        )}
      />
      <form class="adder" onSubmit={add}>
        <label class="unseen" for={fieldId}>
          {labels('optionsAddTo', [title])}
        </label>
        <input
          id={fieldId}
          class="field"
          placeholder="example.com"
          value={typed}
          aria-invalid={refused}
          aria-describedby={refused ? `${fieldId}-wrong` : undefined}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setRefused(false);
          }}
        />
        <button type="submit" class="button">
          {labels('optionsAdd')}
        </button>
      </form>
      {refused && (
        <p class="wrong" id={`${fieldId}-wrong`} role="alert">
          {labels('optionsNotAPattern', [typed])}
        </p>
      )}
    </div>
  );
}
