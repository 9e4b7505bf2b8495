import type { Marked, SearchResult } from '../../src/core/knowledge/search.ts';
import type { Labels } from '../../src/core/labels.ts';

/** A text with its marked letters in <mark>. */
export function MarkedText({ marked: { text, marks } }: { marked: Marked }) {
  const parts = [];
  let from = 0;
  for (const { start, end } of marks) {
    parts.push(text.slice(from, start), <mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  return (
    <>
      {parts}
      {text.slice(from)}
    </>
  );
}

type Choice = { readonly id: string; readonly selected: boolean; readonly onChoose: () => void };

export function ConceptOption(props: Choice & { label: string; detail: string }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the search field, which names the active option
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
    <div
      role="option"
      class="option"
      id={props.id}
      aria-selected={props.selected}
      onClick={props.onChoose}
    >
      <span class="option-label" dir="auto">
        {props.label}
      </span>
      <span class="option-detail">{props.detail}</span>
    </div>
  );
}

export function ResultOption(props: Choice & { result: SearchResult; labels: Labels }) {
  const { result, labels } = props;
  const alias = result.alias && result.alias.text !== result.label.text ? result.alias : undefined;
  const [before = '', after = ''] = labels('popupAlso', ['\u0000']).split('\u0000');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the search field, which names the active option
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
    <div
      role="option"
      class="option"
      id={props.id}
      aria-selected={props.selected}
      onClick={props.onChoose}
    >
      <span class="option-label" dir="auto">
        <MarkedText marked={result.label} />
        {alias && (
          <span class="option-alias">
            {' '}
            {before}
            <MarkedText marked={alias} />
            {after}
          </span>
        )}
      </span>
      <span class="option-summary" dir="auto">
        <MarkedText marked={result.summary} />
      </span>
    </div>
  );
}
