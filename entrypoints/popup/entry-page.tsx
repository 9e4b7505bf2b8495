import type { ConceptId } from '../../src/core/knowledge/entry.ts';
import type { EntryReading } from '../../src/core/knowledge/glossary.ts';
import type { Labels } from '../../src/core/labels.ts';

/** One entry in place of the list. */
export function EntryPage(props: {
  readonly labels: Labels;
  readonly reading: EntryReading;
  /** Mentions on the page under the popup. */
  readonly onPage: number;
  readonly onBack: () => void;
  readonly onJump: (concept: ConceptId) => void;
  readonly onFollow: (concept: ConceptId) => void;
  readonly onOpen: (page: 'glossary', fragment: string) => void;
}) {
  const { labels, reading } = props;
  const { id, prefLabel } = reading.entry;
  return (
    <article class="entry-page" aria-label={prefLabel}>
      <div class="entry-tools">
        <button type="button" class="quiet" onClick={props.onBack}>
          {labels('popupBack')}
        </button>
        {props.onPage > 0 && (
          <button type="button" class="quiet" onClick={() => props.onJump(id)}>
            {labels('popupJump', [prefLabel])}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => props.onOpen('glossary', id)}>
          {labels('popupGlossary')}
        </button>
      </div>
      <h2 class="entry-title">{prefLabel}</h2>
      <p>{reading.entry.summary}</p>
      <p>{reading.entry.definition}</p>
    </article>
  );
}
