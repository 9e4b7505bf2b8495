import type { Act, CardEffect, CardEvent } from '../core/card/card-types.ts';
import type { ConceptId } from '../core/knowledge/entry.ts';
import type { EntryReading } from '../core/knowledge/glossary.ts';
import { siteOfPage } from '../core/matching/correction-place.ts';
import type { Correction } from '../core/matching/mention.ts';
import type { CardView } from './card-view.tsx';
import type { FlatTree } from './flat-tree.ts';
import type { MarkBook } from './mark-book.ts';

/** What a reader may do from a card, outside of the page. */
export type CardActions = {
  readonly know: (concept: ConceptId) => void;
  readonly undoKnow: (concept: ConceptId) => void;
  readonly correct: (correction: Correction) => void;
  readonly undoCorrect: (correction: Correction) => void;
  readonly openInGlossary: (concept: ConceptId) => void;
};

/** Does what the machine asks of the world; what it hears back goes to `send`. */
export const createEffectRunner = ({
  document,
  tree,
  view,
  book,
  loadEntry,
  actions,
  send,
  signal,
}: {
  document: Document;
  tree: FlatTree;
  view: () => CardView;
  book: MarkBook;
  loadEntry: (id: ConceptId, signal: AbortSignal) => Promise<EntryReading | undefined>;
  actions: CardActions;
  send: (event: CardEvent) => void;
  signal: AbortSignal;
}): ((effect: CardEffect) => void) => {
  const loads = new Map<number, AbortController>();
  const corrections = new WeakMap<Act, Correction>();
  let before: Element | undefined;

  const load = async (token: number, concept: ConceptId): Promise<void> => {
    const controller = new AbortController();
    loads.set(token, controller);
    const both = AbortSignal.any([controller.signal, signal]);
    const reading = await loadEntry(concept, both).catch(() => undefined);
    loads.delete(token);
    if (both.aborted) return;
    send({ type: 'entry-loaded', time: performance.now(), token, ...(reading && { reading }) });
  };

  const correctionOf = (act: Act): Correction | undefined => {
    if (act.type !== 'not-this') return undefined;
    const made = corrections.get(act);
    if (made) return made;
    const annotation = book.anchorOf(act.mark)?.annotation;
    if (!annotation) return undefined;
    const { surface: form, concept } = annotation;
    const { location } = document;
    const site = { page: siteOfPage(location), site: location.host, everywhere: undefined }[
      act.where
    ];
    const correction: Correction = { form, concept, verdict: 'never', ...(site && { site }) };
    corrections.set(act, correction);
    return correction;
  };

  return (effect) => {
    switch (effect.type) {
      case 'set-timer': {
        const { token } = effect;
        const fire = () => {
          if (!signal.aborted) send({ type: 'timer-fired', time: performance.now(), token });
        };
        // From the time that the event bears, not from now: it may have waited while the page was busy.
        setTimeout(fire, Math.max(0, effect.at - performance.now()));
        return;
      }
      case 'load-entry':
        void load(effect.token, effect.concept);
        return;
      case 'cancel-load':
        loads.get(effect.token)?.abort();
        return;
      case 'announce':
        return view().announce();
      case 'focus-card': {
        const active = tree.active(document);
        if (active && active !== view().element) before = active;
        return view().focus();
      }
      case 'return-focus':
        returnFocus(document, before);
        before = undefined;
        return;
      case 'raise':
        return view().raise();
      case 'open-in-glossary':
        return actions.openInGlossary(effect.concept);
      case 'act':
      case 'undo': {
        const { act } = effect;
        const isUndo = effect.type === 'undo';
        if (act.type === 'know')
          return isUndo ? actions.undoKnow(act.concept) : actions.know(act.concept);
        const correction = correctionOf(act);
        if (!correction) return;
        return isUndo ? actions.undoCorrect(correction) : actions.correct(correction);
      }
    }
  };
};

/** Puts the focus back where the reader had it; where that is gone, nowhere. */
const returnFocus = (document: Document, before: Element | undefined): void => {
  const focusable = before as Partial<HTMLElement> | undefined;
  if (before?.isConnected && before !== document.body && focusable?.focus)
    focusable.focus({ preventScroll: true });
  else (document.activeElement as HTMLElement | null)?.blur?.();
};
