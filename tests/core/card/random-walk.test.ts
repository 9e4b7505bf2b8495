import { describe, expect, test } from 'vitest';
import { candidateOf, cardOf } from '../../../src/core/card/candidate.ts';
import {
  type CardEffect,
  type CardEvent,
  type CardState,
  createCardState,
  transition,
} from '../../../src/core/card/card-state.ts';
import { isHeld } from '../../../src/core/card/hold.ts';
import { cardTimings } from '../../../src/core/card/timings.ts';
import { readingOf } from './support/readings.ts';

const stepsInAll = 200_000;
const marks = Array.from({ length: 5 }, (_, i) => ({ id: i + 1, concept: `concept-${i}` }));
const box = { left: 100, top: 120, right: 480, bottom: 340 };

/** Small, seeded and good enough (mulberry32), so that a failing walk can be walked again. */
const randomOf = (seed: number) => {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

type World = {
  now: number;
  point: { x: number; y: number };
  tokens: number[];
  loads: { token: number; concept: string }[];
};

const eventFor = (world: World, random: () => number): CardEvent => {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const mark = () => pick(marks);
  const over = () => pick([mark(), mark(), 'card', 'nothing'] as const);
  const time = world.now;
  const dice = random();
  if (dice < 0.42) {
    const reach = random() < 0.5 ? 4 : 200;
    world.point = {
      x: world.point.x + (random() - 0.5) * reach,
      y: world.point.y + (random() - 0.5) * reach,
    };
    const known = random() < 0.8 ? { card: box } : {};
    return { type: 'pointer-moved', time, point: world.point, over: over(), ...known };
  }
  if (dice < 0.62) {
    const late = random() < 0.2 ? Math.floor(random() * 1000) : undefined;
    return { type: 'timer-fired', time, token: late ?? world.tokens.shift() ?? 0 };
  }
  if (dice < 0.8) {
    const asked = world.loads.shift();
    const concept = asked?.concept ?? 'concept-0';
    const reading = random() < 0.9 ? { reading: readingOf(concept) } : {};
    return { type: 'entry-loaded', time, token: asked?.token ?? 0, ...reading };
  }
  return pick<CardEvent>([
    { type: 'pointer-left', time },
    { type: 'pressed', over: over() },
    { type: 'tapped', time, over: over() },
    { type: 'asked', time, mark: mark() },
    { type: 'focus-toggled', time },
    { type: 'focus-moved', time, inside: random() < 0.5 },
    { type: 'dismissed' },
    { type: 'scrolled', time, over: over(), visible: random() < 0.7 },
    { type: 'marks-changed', stands: random() < 0.7 },
    { type: 'layers-changed', reachable: random() < 0.7 },
    { type: 'navigated' },
    { type: 'followed', concept: mark().concept },
    { type: 'went-back' },
    { type: 'expand-toggled' },
    { type: 'panel-toggled', panel: 'why' },
    { type: 'pin-toggled', time, card: box },
    { type: 'moved', to: { x: 5, y: 5 } },
    { type: 'acted', act: { type: 'know', concept: mark().concept } },
    { type: 'undone' },
    { type: 'glossary-asked' },
    { type: 'delay-chosen', delay: pick([0, 200, 400, 1000]) },
  ]);
};

const passive = new Set(['pointer-moved', 'pointer-left', 'timer-fired', 'scrolled']);

/** The laws that hold after every step; the message of the one that was broken. */
const broken = (
  before: CardState,
  event: CardEvent,
  { state, effects }: { state: CardState; effects: readonly CardEffect[] },
): string | undefined => {
  const card = cardOf(state);
  const was = cardOf(before);
  const candidate = candidateOf(state);
  const has = (type: CardEffect['type']) => effects.some((effect) => effect.type === type);
  const awaited = [
    candidateOf(before)?.timer?.token,
    candidateOf(before)?.load?.token,
    was?.leave?.token,
    was?.load?.token,
  ];
  const opened = card !== undefined && (!was || was.mark.id !== card.mark.id);

  if ((event.type === 'timer-fired' || event.type === 'entry-loaded') && state !== before)
    if (!awaited.includes(event.token)) return 'a late timer or reply changed something';
  if (state.token < before.token) return 'tokens went backwards';
  for (const effect of effects) {
    if (effect.type !== 'set-timer') continue;
    const away = 'time' in event ? effect.at - event.time : Number.NaN;
    if (!(away > 0 && away <= 2000)) return `a timer ${away} ms away`;
  }
  if (card && card.pages.length === 0) return 'an open card without a page';
  if (card && !isHeld(card) && !card.leave) return 'a card that nothing holds and nothing closes';
  if (card?.leave && isHeld(card)) return 'a card that is held and yet about to close';
  if (event.type === 'dismissed' && (card || candidate)) return 'something outlived Escape';
  if (event.type === 'navigated' && (card || candidate)) return 'something outlived the page';
  if (was?.pinned && !card && passive.has(event.type)) return 'a pinned card went by itself';
  if (was?.pinned && opened && card?.via === 'pointer') return 'a pinned card gave way to hovering';
  if (was?.focused && opened && card?.via === 'pointer') return 'hovering stole the focus';
  if (opened && event.type === 'scrolled') return 'scrolling opened a card';
  if (opened && event.type === 'marks-changed') return 'a changing page opened a card';
  if (opened && card?.via === 'pointer') {
    const due = candidateOf(before)?.openAt ?? (was ? 0 : undefined);
    const time = 'time' in event ? event.time : 0;
    const instant =
      was || (before.leftAt !== undefined && time - before.leftAt <= cardTimings.next);
    if (due === undefined && !instant && before.delay > 0) return 'opened without a rest';
    if (due !== undefined && time + cardTimings.slack < due) return 'opened before it was due';
    if (card.mark.id === state.muted) return 'opened a mark that was to be silent';
  }
  if (has('announce') && (!card || card.via === 'pointer' || card.pages === was?.pages))
    return 'announced without being asked';
  if (has('focus-card') && event.type !== 'focus-toggled' && !was?.focused)
    return 'took the focus without being asked';
  if (was?.focused && !card && !has('return-focus')) return 'lost the focus';
  if ((has('act') || has('undo')) && event.type !== 'acted' && event.type !== 'undone')
    return 'acted without being asked';
  if (event.type === 'undone' && has('undo') && !was?.done) return 'undid nothing';
  if (has('load-entry') && effects.filter(({ type }) => type === 'load-entry').length > 1)
    return 'asked for two entries at once';
  return undefined;
};

const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) freeze(part);
  }
  return value;
};

describe('a long random walk', () => {
  test(`keeps every law over ${stepsInAll} steps, and reaches every state`, () => {
    const random = randomOf(20250226);
    const world: World = { now: 0, point: { x: 200, y: 100 }, tokens: [], loads: [] };
    const seen = new Map<string, number>();
    let state = createCardState({ delay: 400 });
    for (let i = 0; i < stepsInAll; i++) {
      world.now += random() < 0.7 ? random() * 30 : random() * 700;
      const event = freeze(eventFor(world, random));
      const step = transition(freeze(state), event);
      const law = broken(state, event, step);
      if (law) throw new Error(`step ${i}, ${JSON.stringify(event)}: ${law}`);
      for (const effect of step.effects) {
        seen.set(effect.type, (seen.get(effect.type) ?? 0) + 1);
        if (effect.type === 'set-timer') world.tokens.push(effect.token);
        if (effect.type === 'load-entry') world.loads.push(effect);
      }
      const card = cardOf(step.state);
      const where = card
        ? `open by ${card.via}${card.pinned ? ', pinned' : ''}${card.pages.length > 1 ? ', followed' : ''}`
        : step.state.phase.name;
      seen.set(where, (seen.get(where) ?? 0) + 1);
      state = step.state;
    }
    for (const wanted of [
      'closed',
      'dwelling',
      'open by pointer',
      'open by touch',
      'open by keyboard',
      'open by pointer, pinned',
      'open by keyboard, pinned, followed',
      'announce',
      'focus-card',
      'return-focus',
      'raise',
      'act',
      'undo',
      'cancel-load',
      'open-in-glossary',
    ])
      expect(seen.get(wanted) ?? 0, wanted).toBeGreaterThan(20);
  });
});
