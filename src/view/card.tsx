import type { ComponentChildren } from 'preact';
import type { ConceptId } from '../core/knowledge/entry.ts';
import { CardFoot } from './card-foot.tsx';
import type { CardProps } from './card-props.ts';
import { EntryByline, EntryView } from './entry-view.tsx';
import { BackIcon, CloseIcon, MoveIcon, PinIcon } from './icons.tsx';

/** The card: a non-modal dialog named by its entry's label. Pure: all that it shows is in its properties. */
export const Card = (props: CardProps) => {
  const { card, labels, direction, scheme, ask } = props;
  const page = card.pages.at(-1);
  if (!page) return null;
  const before = card.pages.at(-2);
  const { reading, expanded } = page;
  const follow = { onFollow: (concept: ConceptId) => ask({ type: 'follow', concept }) };
  const pinLabel = labels(card.pinned ? 'cardUnpin' : 'cardPin');
  return (
    <div
      class={`card ng-theme ${scheme}${card.pinned ? ' pinned' : ''}`}
      role="dialog"
      aria-labelledby="card-title"
      aria-describedby={expanded ? undefined : 'card-body'}
      tabIndex={-1}
      lang={labels('cardLanguage')}
      dir={direction}
    >
      <div class="card-head" data-grip={card.pinned ? '' : undefined}>
        {before && (
          <ToolButton
            label={labels('cardBack', [before.reading.entry.prefLabel])}
            onClick={() => ask({ type: 'back' })}
          >
            <BackIcon />
          </ToolButton>
        )}
        <div class="card-names">
          <h2 id="card-title" class="card-title" dir="auto">
            {reading.entry.prefLabel}
          </h2>
          <EntryByline reading={reading} labels={labels} />
        </div>
        <div class="card-tools">
          {card.pinned && (
            <ToolButton label={labels('cardMove')} onClick={() => ask({ type: 'move' })}>
              <MoveIcon />
            </ToolButton>
          )}
          <ToolButton label={pinLabel} isOn={card.pinned} onClick={() => ask({ type: 'pin' })}>
            <PinIcon />
          </ToolButton>
          <ToolButton label={labels('cardClose')} onClick={() => ask({ type: 'close' })}>
            <CloseIcon />
          </ToolButton>
        </div>
      </div>
      <div id="card-body" class="card-body">
        <EntryView
          key={reading.entry.id}
          reading={reading}
          labels={labels}
          follow={follow}
          folded={!expanded}
        />
      </div>
      <CardFoot {...props} />
    </div>
  );
};

const ToolButton = ({
  label,
  isOn,
  onClick,
  children,
}: {
  label: string;
  /** How it looks; its label says what pressing it does. */
  isOn?: boolean;
  onClick: () => void;
  children: ComponentChildren;
}) => (
  <button type="button" class={isOn ? 'tool on' : 'tool'} title={label} onClick={onClick}>
    {children}
  </button>
);
