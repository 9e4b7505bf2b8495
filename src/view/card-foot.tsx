import type { Labels } from '../core/labels.ts';
import type { CardProps } from './card-props.ts';
import { FoldIcon, OpenIcon } from './icons.tsx';

/** Under the entry: the rest one step away, what the reader may say to the mark, and what was just done. */
export const CardFoot = ({ card, labels, why, ask }: CardProps) => {
  const page = card.pages.at(-1);
  if (!page) return null;
  const { reading, expanded } = page;
  const { entry, disputes } = reading;
  const ofMark = card.pages.length === 1;
  const claims = entry.claims.length;
  return (
    <div class="card-foot">
      <button
        type="button"
        class="unfold"
        aria-expanded={expanded}
        aria-controls="card-body"
        onClick={() => ask({ type: 'expand' })}
      >
        <span class="joined">
          <span class="unfold-word">{labels(expanded ? 'cardLess' : 'cardMore')}</span>
          {!expanded && claims > 0 && (
            <span>
              <bdi>{labels('cardClaimCount', [], claims)}</bdi>
            </span>
          )}
          {!expanded && disputes.length > 0 && (
            <span class="disputed">
              <bdi>{labels('cardDisagree')}</bdi>
            </span>
          )}
        </span>
        <FoldIcon />
      </button>
      {card.done ? (
        <div class="actions done" role="status">
          <span>{doneIn(labels, card, entry.prefLabel)}</span>
          <TextButton onClick={() => ask({ type: 'undo' })}>{labels('cardUndo')}</TextButton>
        </div>
      ) : (
        <div class="actions">
          <TextButton onClick={() => ask({ type: 'know' })}>{labels('cardKnown')}</TextButton>
          {ofMark && (
            <>
              <TextButton
                expanded={card.panel === 'not-this'}
                onClick={() => ask({ type: 'not-this' })}
              >
                {labels('cardNotThis')}
              </TextButton>
              <TextButton expanded={card.panel === 'why'} onClick={() => ask({ type: 'why' })}>
                {labels('cardWhy')}
              </TextButton>
            </>
          )}
          <button
            type="button"
            class="tool to-glossary"
            title={labels('cardOpenInGlossary')}
            onClick={() => ask({ type: 'open-in-glossary' })}
          >
            <OpenIcon />
          </button>
        </div>
      )}
      {ofMark && card.panel === 'why' && (
        <p class="panel" role="status">
          {why}
        </p>
      )}
      {ofMark && card.panel === 'not-this' && (
        <section class="panel choices" aria-labelledby="card-where">
          <p id="card-where">{labels('cardNotThisWhere', [entry.prefLabel])}</p>
          <TextButton onClick={() => ask({ type: 'not-on-page' })}>
            {labels('cardOnThisPage')}
          </TextButton>
          <TextButton onClick={() => ask({ type: 'not-on-site' })}>
            {labels('cardOnThisSite')}
          </TextButton>
          <TextButton onClick={() => ask({ type: 'not-anywhere' })}>
            {labels('cardEverywhere')}
          </TextButton>
        </section>
      )}
    </div>
  );
};

const doneKeys = {
  page: 'cardDoneOnPage',
  site: 'cardDoneOnSite',
  everywhere: 'cardDoneEverywhere',
} as const;

const doneIn = (labels: Labels, { done }: CardProps['card'], label: string): string => {
  const isCorrection = done?.type === 'not-this';
  return labels(isCorrection ? doneKeys[done.where] : 'cardDoneKnown', [label]);
};

const TextButton = ({
  expanded,
  onClick,
  children,
}: {
  expanded?: boolean;
  onClick: () => void;
  children: string;
}) => (
  <button type="button" class="action" aria-expanded={expanded} onClick={onClick}>
    {children}
  </button>
);
