import {
  andThen,
  beginCandidate,
  candidateOf,
  cardOf,
  continueCandidate,
  dropCandidate,
  step,
} from './candidate.ts';
import type { CardEvent, CardState, Mark, Over, Step } from './card-types.ts';
import { distanceTo, inSafeTriangle, type Point, type Rect, speedOf } from './geometry.ts';
import {
  closeCard,
  dismiss,
  holdOrLeave,
  isHeld,
  isOwn,
  mayGiveWay,
  prolongLeave,
  withCard,
} from './hold.ts';
import { cardTimings } from './timings.ts';

type Moved = Extract<CardEvent, { type: 'pointer-moved' }>;

export const pointerMoved = (before: CardState, event: Moved): Step => {
  const { time, point, over } = event;
  const last = before.samples.at(-1);
  const still = last !== undefined && last.x === point.x && last.y === point.y;
  const state = listen(before, event, still);
  const card = cardOf(state);
  if (!card) return consider(state, { time, over, still });
  if (isOwn(card, over)) {
    return andThen(dropCandidate(withCard(state, { ...card, over })), (dropped) =>
      holdOrLeave(dropped, time),
    );
  }
  const away = holdOrLeave(withCard(state, { ...card, over }), time);
  if (still || !isOnTheWay(away.state, { from: last, point, card: event.card }))
    return andThen(away, (left) => consider(left, { time, over, still }));
  return andThen(step(prolongLeave(away.state, time), away.effects), dropCandidate);
};

/** Remembers the sample, and forgets the muted mark once the pointer is elsewhere. */
const listen = (state: CardState, { time, point, over }: Moved, still: boolean): CardState => {
  const { muted, ...rest } = state;
  const samples = still ? state.samples : [...state.samples.slice(-2), { ...point, time }];
  const silent = muted !== undefined && typeof over === 'object' && over.id === muted;
  return silent ? { ...rest, muted, samples } : { ...rest, samples };
};

const isOnTheWay = (
  state: CardState,
  { from, point, card }: { from: Point | undefined; point: Point; card: Rect | undefined },
): boolean => {
  const leave = cardOf(state)?.leave;
  if (!leave || !card || !from) return false;
  // Not nearer by a whole pixel each time: pointers move by pixels, and a flat way in has steps that only lead along it.
  return (
    distanceTo(card, point) <= distanceTo(card, from) && inSafeTriangle(leave.apex, card, point)
  );
};

/** What the pointer is over may become the candidate, go on being it, or ends it. */
const consider = (
  state: CardState,
  { time, over, still }: { time: number; over: Over; still: boolean },
): Step => {
  const candidate = candidateOf(state);
  if (typeof over !== 'object' || over.id === state.muted || !mayGiveWay(cardOf(state)))
    return candidate?.via === 'pointer' ? dropCandidate(state) : step(state);
  const fast = speedOf(state.samples) >= cardTimings.gate;
  if (candidate?.mark.id === over.id) return continueCandidate(state, candidate, { time, fast });
  if (still) return dropCandidate(state);
  return consideredAnew(state, { mark: over, time, fast });
};

const consideredAnew = (
  state: CardState,
  { mark, time, fast }: { mark: Mark; time: number; fast: boolean },
): Step => {
  const card = cardOf(state);
  const soon = state.leftAt !== undefined && time - state.leftAt <= cardTimings.next;
  const wait = card?.via === 'pointer' || (!card && soon) ? 0 : state.delay;
  return beginCandidate(state, { mark, via: 'pointer', time, wait, fast });
};

export const pointerLeft = (state: CardState, time: number): Step => {
  const card = cardOf(state);
  const away = card ? withCard(state, { ...card, over: 'nothing' }) : state;
  const candidate = candidateOf(away);
  const dropped = candidate?.via === 'pointer' ? dropCandidate(away) : step(away);
  return andThen(dropped, (left) => holdOrLeave(left, time));
};

/** The page moved under a pointer that is at rest: that opens nothing. */
export const scrolled = (
  state: CardState,
  { time, over, visible }: Extract<CardEvent, { type: 'scrolled' }>,
): Step => {
  const candidate = candidateOf(state);
  const quiet = candidate?.via === 'pointer' ? dropCandidate(state) : step(state);
  const card = cardOf(quiet.state);
  if (!card) return quiet;
  const moved = withCard(quiet.state, { ...card, over });
  const stays = visible || card.pinned || card.focused || over === 'card';
  return andThen(step(moved, quiet.effects), (after) =>
    stays ? holdOrLeave(after, time) : closeCard(after),
  );
};

/** A press outside: an open card goes, and the mark that was pressed stays silent. */
export const pressed = (state: CardState, over: Over): Step => {
  if (over === 'card') return step(state);
  const card = cardOf(state);
  const gone = card?.pinned ? dropCandidate(state) : dismiss(state);
  return typeof over === 'object' ? step({ ...gone.state, muted: over.id }, gone.effects) : gone;
};

/** The time to come back is over. */
export const left = (state: CardState, time: number): Step => {
  const card = cardOf(state);
  if (!card || isHeld(card)) return step(state);
  const { over } = card;
  const closed = closeCard({ ...state, leftAt: time });
  if (typeof over !== 'object' || over.id === state.muted || candidateOf(closed.state))
    return closed;
  return andThen(closed, (free) => consideredAnew(free, { mark: over, time, fast: false }));
};
