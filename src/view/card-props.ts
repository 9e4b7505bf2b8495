import type { OpenCard } from '../core/card/card-types.ts';
import type { ConceptId } from '../core/knowledge/entry.ts';
import type { Labels } from '../core/labels.ts';

/** What a reader asks of the card; whoever shows it turns this into a CardEvent. */
export type Ask =
  | { readonly type: 'follow'; readonly concept: ConceptId }
  | {
      readonly type:
        | 'close'
        | 'pin'
        | 'move'
        | 'back'
        | 'expand'
        | 'why'
        | 'not-this'
        | 'know'
        | 'not-on-page'
        | 'not-on-site'
        | 'not-anywhere'
        | 'undo'
        | 'open-in-glossary';
    };

export type CardProps = {
  readonly card: OpenCard;
  readonly labels: Labels;
  /** Why the mention is marked, in words; absent on a related entry that the reader followed. */
  readonly why: string;
  readonly direction: 'ltr' | 'rtl';
  readonly scheme: 'light' | 'dark';
  readonly ask: (ask: Ask) => void;
};
