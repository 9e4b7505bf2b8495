import type { ComponentChildren } from 'preact';
import type { ConceptId } from '../../src/core/knowledge/entry.ts';
import type { Marked, SearchResult } from '../../src/core/knowledge/search.ts';
import type { Labels } from '../../src/core/labels.ts';
import { kindIn } from '../../src/view/entry-view.tsx';
import { JumpIcon } from '../../src/view/icons.tsx';

export const listId = 'choices';
export const optionId = (index: number) => `choice-${index}`;

type ListProps = {
  readonly labels: Labels;
  readonly active: number;
  readonly onPage: ReadonlyMap<ConceptId, number>;
  readonly labelOf: (concept: ConceptId) => string;
  readonly onChoose: (concept: ConceptId) => void;
  readonly onJump: (concept: ConceptId) => void;
};

/** What is on the page under the popup, each with its count. */
export function ConceptList(
  props: ListProps & {
    readonly counts: readonly { readonly concept: ConceptId; readonly count: number }[];
  },
) {
  const { labels, counts } = props;
  return (
    <Rows
      {...props}
      name={labels('popupOnThisPage', [String(counts.length)])}
      concepts={counts.map(({ concept }) => concept)}
      draw={(concept, index) => (
        <>
          <span class="option-label" dir="auto">
            {props.labelOf(concept)}
          </span>
          <span class="option-detail">{labels('popupTimes', [], counts[index]?.count ?? 0)}</span>
        </>
      )}
    />
  );
}

/** What a query found, best first, with the letters that were typed marked. */
export function ResultList(
  props: ListProps & {
    readonly results: readonly SearchResult[];
    /** False while more may be found. */
    readonly isWhole: boolean;
  },
) {
  const { labels, results, isWhole } = props;
  return (
    <>
      <p class="list-title" role="status">
        {results.length === 0
          ? isWhole && labels('popupNothingFound')
          : results[0]?.way === 'slips'
            ? labels('popupDidYouMean')
            : labels('popupFound', [], results.length)}
      </p>
      <Rows
        {...props}
        tall
        name={labels('popupResults')}
        concepts={results.map(({ id }) => id)}
        draw={(_, index) => {
          const result = results[index];
          return result && <Result result={result} labels={labels} />;
        }}
      />
    </>
  );
}

function Result({ result, labels }: { result: SearchResult; labels: Labels }) {
  const alias = result.alias?.text === result.label.text ? undefined : result.alias;
  const [before = '', after = ''] = labels('popupAlso', ['\uE000']).split('\uE000');
  return (
    <>
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
      <span class="option-detail">{kindIn(labels, result.kind)}</span>
      <span class="option-summary" dir="auto">
        <MarkedText marked={result.summary} />
      </span>
    </>
  );
}

/** Options may hold no buttons, so the jumps stand beside their listbox, row by row. */
function Rows(
  props: ListProps & {
    readonly name: string;
    readonly tall?: boolean;
    readonly concepts: readonly ConceptId[];
    readonly draw: (concept: ConceptId, index: number) => ComponentChildren;
  },
) {
  const { labels, concepts } = props;
  return (
    <div class={props.tall ? 'rows tall' : 'rows'}>
      <div role="listbox" id={listId} aria-label={props.name}>
        {concepts.map((concept, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the search field, which names the active option
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field
          <div
            key={concept}
            role="option"
            class="option"
            id={optionId(index)}
            aria-selected={index === props.active}
            onClick={() => props.onChoose(concept)}
          >
            {props.draw(concept, index)}
          </div>
        ))}
      </div>
      <div class="jumps">
        {concepts.map((concept) =>
          props.onPage.has(concept) ? (
            <button
              key={concept}
              type="button"
              class="jump"
              aria-label={labels('popupJump', [props.labelOf(concept)])}
              title={labels('popupJump', [props.labelOf(concept)])}
              onClick={() => props.onJump(concept)}
            >
              <JumpIcon />
            </button>
          ) : (
            <span key={concept} />
          ),
        )}
      </div>
    </div>
  );
}

/** A text with its marked letters in <mark>. */
function MarkedText({ marked: { text, marks } }: { marked: Marked }) {
  return (
    <>
      {marks.map(({ start, end }, index) => (
        <>
          {text.slice(marks[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  );
}
