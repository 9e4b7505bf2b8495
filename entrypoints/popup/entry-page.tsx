import { useEffect, useRef } from 'preact/hooks';
import type { ConceptId } from '../../src/core/knowledge/entry.ts';
import type { EntryReading } from '../../src/core/knowledge/glossary.ts';
import type { Labels } from '../../src/core/labels.ts';
import { EntryByline, EntryView } from '../../src/view/entry-view.tsx';
import { BackIcon, JumpIcon, OpenIcon } from '../../src/view/icons.tsx';

/** One entry in place of the list; the focus moves here, so that it is read out and its keys scroll. */
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
  const { labels, reading, onPage } = props;
  const { id, prefLabel } = reading.entry;
  const page = useRef<HTMLElement>(null);
  useEffect(() => page.current?.focus(), []);
  return (
    <article class="entry-page" ref={page} tabIndex={-1} aria-labelledby="entry-title">
      <div class="entry-tools">
        <button type="button" class="quiet" onClick={props.onBack}>
          <BackIcon />
          {labels('popupBack')}
        </button>
        {onPage > 0 && (
          <button type="button" class="quiet" onClick={() => props.onJump(id)}>
            <JumpIcon />
            {labels('popupShowHere')}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => props.onOpen('glossary', id)}>
          <OpenIcon />
          {labels('popupInGlossary')}
        </button>
      </div>
      <h2 class="entry-title" id="entry-title" dir="auto">
        {prefLabel}
      </h2>
      <EntryByline reading={reading} labels={labels} />
      <EntryView reading={reading} labels={labels} follow={{ onFollow: props.onFollow }} />
    </article>
  );
}
