/**
 * The card's machine: state × event → state and effects. It decides when the card opens, what it shows and when it
 * closes; it reads no clock and touches nothing, so that every case can be written down as a table.
 *
 * ```ts
 * let state = createCardState({ delay: 400 });
 * ({ state, effects } = transition(state, { type: 'pointer-moved', time: 10, point, over: mark }));
 * // → dwelling, with a timer to set; 400 ms later `timer-fired` → open, once `entry-loaded` came
 * ```
 */
import {
  advance,
  andThen,
  beginCandidate,
  candidateOf,
  cardOf,
  dropCandidate,
  step,
  withCandidate,
} from './candidate.ts';
import type { CardEvent, CardState, OpenCard, Step } from './card-types.ts';
import { closeAll, closeCard, dismiss, withCard } from './hold.ts';
import { left, pointerLeft, pointerMoved, pressed, scrolled } from './pointer.ts';
import { inCard } from './reading.ts';
import { cardTimings } from './timings.ts';

export type { CardEffect, CardEvent, CardState, Mark, OpenCard, Over, Step } from './card-types.ts';

export const createCardState = ({ delay }: { delay: number }): CardState => ({
  delay,
  token: 0,
  samples: [],
  phase: { name: 'closed' },
});

/** Never throws; an event that means nothing here gives the same state back. */
export const transition = (state: CardState, event: CardEvent): Step => {
  switch (event.type) {
    case 'pointer-moved':
      return pointerMoved(state, event);
    case 'pointer-left':
      return pointerLeft(state, event.time);
    case 'pressed':
      return pressed(state, event.over);
    case 'tapped':
      return tapped(state, event);
    case 'asked':
      return beginCandidate(state, { ...event, via: 'keyboard', wait: 0, fast: false });
    case 'scrolled':
      return scrolled(state, event);
    case 'timer-fired':
      return timerFired(state, event);
    case 'entry-loaded':
      return entryLoaded(state, event);
    case 'dismissed':
      return dismiss(state);
    case 'navigated':
      return closeAll(state);
    case 'marks-changed':
      return event.stands ? step(state) : markGone(state);
    case 'layers-changed':
      return layersChanged(state, event.reachable);
    case 'delay-chosen':
      return step({ ...state, delay: event.delay });
    default: {
      const card = cardOf(state);
      return card ? inCard(state, card, event) : step(state);
    }
  }
};

const tapped = (state: CardState, { time, over }: Extract<CardEvent, { type: 'tapped' }>): Step => {
  const card = cardOf(state);
  if (over === 'card') return step(state);
  if (typeof over === 'object' && over.id !== card?.mark.id)
    return beginCandidate(state, { mark: over, via: 'touch', time, wait: 0, fast: false });
  return card?.pinned ? step(state) : closeAll(state);
};

const timerFired = (
  state: CardState,
  { time, token }: Extract<CardEvent, { type: 'timer-fired' }>,
): Step => {
  const candidate = candidateOf(state);
  if (candidate?.timer?.token === token) {
    const { timer: _, ...awake } = candidate;
    return advance(withCandidate(state, awake), time);
  }
  const card = cardOf(state);
  if (!card?.leave || card.leave.token !== token) return step(state);
  const { at } = card.leave;
  if (at - time <= cardTimings.slack) return left(state, time);
  const next = state.token + 1;
  const leave = { ...card.leave, token: next };
  return step({ ...withCard(state, { ...card, leave }), token: next }, [
    { type: 'set-timer', token: next, at },
  ]);
};

const entryLoaded = (
  state: CardState,
  { time, token, reading }: Extract<CardEvent, { type: 'entry-loaded' }>,
): Step => {
  const candidate = candidateOf(state);
  if (candidate?.load?.token === token) {
    const load = { token, reply: reading ?? ('missing' as const) };
    // A key's or a finger's wish that cannot be met is over; a pointer's stays, so as not to ask again and again.
    if (!reading && candidate.via !== 'pointer') return dropCandidate(state);
    return advance(withCandidate(state, { ...candidate, load }), time);
  }
  const card = cardOf(state);
  if (card?.load?.token !== token) return step(state);
  const { load: _, ...settled } = card;
  if (!reading) return step(withCard(state, settled));
  const { done: __, ...clean } = settled;
  const pages = [...card.pages, { reading, expanded: false }];
  const shown: OpenCard = { ...clean, pages, panel: 'none' };
  return step(withCard(state, shown));
};

/** The text under the card changed: it goes, unless the reader is busy with it. */
const markGone = (state: CardState): Step =>
  andThen(dropCandidate(state), (dropped) => {
    const card = cardOf(dropped);
    const busy = card && (card.pinned || card.focused || card.over === 'card' || card.done);
    return busy ? step(dropped) : closeCard(dropped);
  });

const layersChanged = (state: CardState, reachable: boolean): Step =>
  andThen(reachable ? step(state) : dropCandidate(state), (kept) => {
    const card = cardOf(kept);
    if (!card) return step(kept);
    return reachable || card.pinned ? step(kept, [{ type: 'raise' }]) : closeCard(kept);
  });
