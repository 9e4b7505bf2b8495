import { andThen, candidateOf, cardOf, dropCandidate, step } from './candidate.ts';
import type { CardEffect, CardState, OpenCard, Over, Step } from './card-types.ts';
import { cardTimings } from './timings.ts';

/** Whether the pointer is where it keeps the card open: in it, or on its mark. */
export const isOwn = (card: OpenCard, over: Over): boolean =>
  over === 'card' || (typeof over === 'object' && over.id === card.mark.id);

/** Whether anything but the pointer's way back keeps the card open. */
export const isHeld = (card: OpenCard): boolean =>
  card.pinned || card.focused || card.via !== 'pointer' || isOwn(card, card.over);

/** A card that is pinned or has the focus does not make room for one that the pointer happens upon. */
export const mayGiveWay = (card: OpenCard | undefined): boolean =>
  !card || (!card.pinned && !card.focused);

export const withCard = (state: CardState, card: OpenCard): CardState =>
  state.phase.name === 'open' ? { ...state, phase: { ...state.phase, card } } : state;

const withoutLeave = ({ leave: _, ...card }: OpenCard): OpenCard => card;

/** Starts the leaving timer when nothing holds the card, and forgets it when something does. */
export const holdOrLeave = (state: CardState, time: number): Step => {
  const card = cardOf(state);
  if (!card) return step(state);
  if (isHeld(card)) {
    const held = card.leave ? withCard(state, withoutLeave(card)) : state;
    const rival = !mayGiveWay(card) && candidateOf(held)?.via === 'pointer';
    return rival ? dropCandidate(held) : step(held);
  }
  if (card.leave) return step(state);
  const apex = state.samples.at(-2) ?? state.samples.at(-1) ?? { x: 0, y: 0 };
  const token = state.token + 1;
  const leave = { token, at: time + cardTimings.leave, apex: { x: apex.x, y: apex.y } };
  return step({ ...withCard(state, { ...card, leave }), token }, [
    { type: 'set-timer', token, at: leave.at },
  ]);
};

/** The pointer is on its way into the card: its time to get there starts anew. */
export const prolongLeave = (state: CardState, time: number): CardState => {
  const card = cardOf(state);
  if (!card?.leave) return state;
  return withCard(state, { ...card, leave: { ...card.leave, at: time + cardTimings.leave } });
};

/** Closes the card but lets a candidate live on. */
export const closeCard = (state: CardState): Step => {
  const card = cardOf(state);
  if (!card) return step(state);
  const candidate = candidateOf(state);
  const effects: CardEffect[] = [];
  if (card.load) effects.push({ type: 'cancel-load', token: card.load.token });
  if (card.focused) effects.push({ type: 'return-focus' });
  return step(
    { ...state, phase: candidate ? { name: 'dwelling', candidate } : { name: 'closed' } },
    effects,
  );
};

/** Closes the card, and forgets what was to come. */
export const closeAll = (state: CardState): Step => andThen(dropCandidate(state), closeCard);

/** The reader wants peace: nothing opens at once, and what the pointer is on stays silent until it has left. */
export const dismiss = (state: CardState): Step => {
  const card = cardOf(state);
  const candidate = candidateOf(state);
  const under = card && typeof card.over === 'object' ? card.over : candidate?.mark;
  const { leftAt: _, ...rest } = closeAll(state).state;
  return step(under ? { ...rest, muted: under.id } : rest, closeAll(state).effects);
};
