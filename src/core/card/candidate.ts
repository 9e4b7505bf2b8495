import type { EntryReading } from '../knowledge/glossary.ts';
import type { Candidate, CardEffect, CardState, Mark, OpenCard, Step, Via } from './card-types.ts';
import { cardTimings } from './timings.ts';

export const step = (state: CardState, effects: readonly CardEffect[] = []): Step => ({
  state,
  effects,
});

/** Does `next` after `first`, with the effects of both in order. */
export const andThen = (first: Step, next: (state: CardState) => Step): Step => {
  const second = next(first.state);
  return { state: second.state, effects: [...first.effects, ...second.effects] };
};

export const cardOf = ({ phase }: CardState): OpenCard | undefined =>
  phase.name === 'open' ? phase.card : undefined;

export const candidateOf = ({ phase }: CardState): Candidate | undefined =>
  phase.name === 'closed' ? undefined : phase.candidate;

/** Puts a candidate into the state, or takes it out. */
export const withCandidate = (state: CardState, candidate: Candidate | undefined): CardState => {
  const { phase } = state;
  if (phase.name === 'open') {
    const { candidate: _, ...rest } = phase;
    return { ...state, phase: candidate ? { ...rest, candidate } : rest };
  }
  return { ...state, phase: candidate ? { name: 'dwelling', candidate } : { name: 'closed' } };
};

export const dropCandidate = (state: CardState): Step => {
  const candidate = candidateOf(state);
  if (!candidate) return step(state);
  const { load } = candidate;
  const effects: readonly CardEffect[] =
    load?.reply === 'pending' ? [{ type: 'cancel-load', token: load.token }] : [];
  return step(withCandidate(state, undefined), effects);
};

/** A mark begins to be considered; `fast`: the pointer is only passing as yet. */
export const beginCandidate = (
  state: CardState,
  begun: { mark: Mark; via: Via; time: number; wait: number; fast: boolean },
): Step => {
  const { mark, via, time, wait, fast } = begun;
  const candidate = { mark, via, wait, since: time, openAt: openAt(time, wait, fast) };
  return andThen(dropCandidate(state), (dropped) =>
    advance(withCandidate(dropped, candidate), time),
  );
};

/** The pointer moved within the candidate's mark: a fast move starts its rest anew. */
export const continueCandidate = (
  state: CardState,
  candidate: Candidate,
  { time, fast }: { time: number; fast: boolean },
): Step => {
  const rested = fast
    ? { ...candidate, since: time, openAt: openAt(time, candidate.wait, true) }
    : candidate;
  return advance(withCandidate(state, rested), time);
};

const openAt = (time: number, wait: number, fast: boolean): number =>
  time + (fast ? Math.max(wait, cardTimings.settle) : wait);

/** Does for the candidate what is due at `time`: asks for its entry, opens its card, or sets the next timer. */
export const advance = (state: CardState, time: number): Step => {
  const candidate = candidateOf(state);
  if (!candidate) return step(state);
  const now = time + cardTimings.slack;
  const due = now >= candidate.openAt;
  const reply = candidate.load?.reply;
  if (due && typeof reply === 'object') return openCard(state, candidate, reply);

  const workAt = Math.min(candidate.since + cardTimings.work, candidate.openAt);
  const effects: CardEffect[] = [];
  let { token } = state;
  let next = candidate;
  const asks = now >= workAt && !next.load;
  if (asks) next = { ...next, load: { token: ++token, reply: 'pending' } };
  const load = token;
  const wake = next.load ? next.openAt : workAt;
  if (!due && !(next.timer && next.timer.at <= wake)) {
    next = { ...next, timer: { token: ++token, at: wake } };
    effects.push({ type: 'set-timer', token, at: wake });
  }
  // Last, since what it sets off takes time, and the timer must not wait for that.
  if (asks) effects.push({ type: 'load-entry', token: load, concept: next.mark.concept });
  return step({ ...withCandidate(state, next), token }, effects);
};

/** The card of a mark as it opens, when none was open before. */
export const firstCard = ({ mark, via }: Candidate, reading: EntryReading): OpenCard => ({
  mark,
  via,
  pages: [{ reading, expanded: false }],
  panel: 'none',
  pinned: false,
  over: via === 'pointer' ? mark : 'nothing',
  focused: false,
});

const openCard = (state: CardState, candidate: Candidate, reading: EntryReading): Step => {
  const { via } = candidate;
  const before = cardOf(state);
  const byPointer = via === 'pointer';
  const kept = before?.pinned ? { pinned: true, ...(before.at && { at: before.at }) } : undefined;
  const focused = !byPointer && before?.focused === true;
  const card: OpenCard = { ...firstCard(candidate, reading), ...kept, focused };
  const effects: CardEffect[] = before?.load
    ? [{ type: 'cancel-load', token: before.load.token }]
    : [];
  if (before?.focused && byPointer) effects.push({ type: 'return-focus' });
  if (!byPointer) effects.push({ type: focused ? 'focus-card' : 'announce' });
  return step({ ...state, phase: { name: 'open', card } }, effects);
};
