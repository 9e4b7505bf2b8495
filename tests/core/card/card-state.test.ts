import { describe, expect, test } from 'vitest';
import type { CardEffect, CardEvent, CardState } from '../../../src/core/card/card-state.ts';
import { createCardState, transition } from '../../../src/core/card/card-state.ts';
import { cardTimings } from '../../../src/core/card/timings.ts';
import { readingOf } from './support/readings.ts';

const nvidia = { id: 1, concept: 'nvidia' };
const amd = { id: 2, concept: 'amd' };
const box = { left: 100, top: 120, right: 480, bottom: 340 };

/** Plays the world to the machine: timers fire, entries arrive after `latency`. */
const play = ({ latency = 0, delay = 400 } = {}) => {
  let state: CardState = createCardState({ delay });
  const due: { at: number; event: CardEvent }[] = [];
  const effects: CardEffect[] = [];
  let now = 0;
  const send = (event: CardEvent) => {
    const before = state;
    const step = transition(before, event);
    state = step.state;
    for (const effect of step.effects) {
      effects.push(effect);
      if (effect.type === 'set-timer') {
        const { at } = effect;
        due.push({ at, event: { type: 'timer-fired', time: at, token: effect.token } });
      }
      if (effect.type === 'load-entry') {
        const { token, concept } = effect;
        const at = now + latency;
        due.push({
          at,
          event: { type: 'entry-loaded', time: at, token, reading: readingOf(concept) },
        });
      }
    }
  };
  const until = (time: number) => {
    for (;;) {
      const next = due.toSorted((a, b) => a.at - b.at)[0];
      if (!next || next.at > time) break;
      due.splice(due.indexOf(next), 1);
      now = next.at;
      send(next.event);
    }
    now = time;
  };
  return {
    effects,
    send,
    until,
    get state() {
      return state;
    },
    get shown() {
      return state.phase.name === 'open'
        ? state.phase.card.pages.at(-1)?.reading.entry.id
        : undefined;
    },
    move(time: number, over: CardEventOver, point = { x: 120 + time / 100, y: 100 }) {
      until(time);
      send({ type: 'pointer-moved', time, point, over, card: box });
    },
  };
};
type CardEventOver = Extract<CardEvent, { type: 'pointer-moved' }>['over'];

describe('opening', () => {
  test('a pointer that rests on a mark gets its card after the delay, not before', () => {
    const game = play();
    game.move(1000, nvidia);
    game.until(1000 + cardTimings.open - 5);
    expect(game.shown).toBeUndefined();
    game.until(1000 + cardTimings.open);
    expect(game.shown).toBe('nvidia');
  });

  test('work begins at 150 ms, so that a slow entry is there when the card is due', () => {
    const game = play({ latency: 200 });
    game.move(1000, nvidia);
    game.until(1000 + cardTimings.work - 5);
    expect(game.effects.some(({ type }) => type === 'load-entry')).toBe(false);
    game.until(1000 + cardTimings.open);
    expect(game.shown).toBe('nvidia');
  });

  test('a pointer faster than the gate never opens, and starts its rest anew when it slows', () => {
    const game = play();
    for (let i = 0; i <= 40; i++) game.move(1000 + i * 16, nvidia, { x: 10 + i * 10, y: 50 });
    game.until(1000 + 40 * 16 + cardTimings.open - 5);
    expect(game.shown).toBeUndefined();
    game.until(1000 + 40 * 16 + cardTimings.open);
    expect(game.shown).toBe('nvidia');
  });

  test('leaving before the delay opens nothing, and its late timer and reply change nothing', () => {
    const game = play({ latency: 500 });
    game.move(1000, nvidia);
    game.move(1200, 'nothing');
    game.until(3000);
    expect(game.shown).toBeUndefined();
    expect(game.effects.at(-1)?.type).toBe('cancel-load');
  });
});

describe('closing', () => {
  const opened = () => {
    const game = play();
    game.move(1000, nvidia);
    game.until(2000);
    return game;
  };

  test('the card leaves 300 ms after the pointer did', () => {
    const game = opened();
    game.move(2000, 'nothing', { x: 0, y: 0 });
    game.until(2000 + cardTimings.leave - 5);
    expect(game.shown).toBe('nvidia');
    game.until(2000 + cardTimings.leave);
    expect(game.shown).toBeUndefined();
  });

  test('the pointer may travel into the card and stay there', () => {
    const game = opened();
    game.move(2000, 'nothing', { x: 130, y: 110 });
    game.move(2200, 'card', { x: 140, y: 130 });
    game.until(9000);
    expect(game.shown).toBe('nvidia');
  });

  test('another mark on the way into the card does not take it', () => {
    const game = opened();
    game.move(2000, nvidia, { x: 200, y: 60 });
    for (let i = 1; i <= 10; i++) game.move(2000 + i * 40, amd, { x: 200, y: 60 + i * 5 });
    game.move(2450, 'card', { x: 200, y: 125 });
    game.until(9000);
    expect(game.shown).toBe('nvidia');
  });

  test('Escape closes at once, and the mark under the pointer stays silent until it was left', () => {
    const game = opened();
    game.send({ type: 'dismissed' });
    expect(game.shown).toBeUndefined();
    game.move(2100, nvidia);
    game.until(4000);
    expect(game.shown).toBeUndefined();
    game.move(4000, 'nothing');
    game.move(4100, nvidia);
    game.until(4600);
    expect(game.shown).toBe('nvidia');
  });

  test('within a second of the last card the next opens at once, later it waits again', () => {
    for (const [gap, soon] of [
      [900, true],
      [1100, false],
    ] as const) {
      const game = opened();
      game.move(2000, 'nothing', { x: 0, y: 0 });
      game.until(2000 + cardTimings.leave);
      const time = 2000 + cardTimings.leave + gap;
      game.move(time, amd, { x: 300, y: 10 });
      game.until(time + cardTimings.settle);
      expect(game.shown).toBe(soon ? 'amd' : undefined);
    }
  });
});

describe('what closes what', () => {
  const far = { x: 0, y: 0 };
  test.each([
    ['Escape', { type: 'dismissed' }, true, true],
    ['another page', { type: 'navigated' }, true, true],
    ['a press elsewhere', { type: 'pressed', over: 'nothing' }, true, false],
    ['a press in the card', { type: 'pressed', over: 'card' }, false, false],
    ['a tap elsewhere', { type: 'tapped', time: 2000, over: 'nothing' }, true, false],
    ['a second tap on the mark', { type: 'tapped', time: 2000, over: nvidia }, true, false],
    [
      'scrolling the mark away',
      { type: 'scrolled', time: 2000, over: 'nothing', visible: false },
      true,
      false,
    ],
    [
      'scrolling a little',
      { type: 'scrolled', time: 2000, over: nvidia, visible: true },
      false,
      false,
    ],
    ['the mark going', { type: 'marks-changed', stands: false }, true, false],
    ['the page changing elsewhere', { type: 'marks-changed', stands: true }, false, false],
    ['a dialog over the mark', { type: 'layers-changed', reachable: false }, true, false],
    [
      'a dialog that leaves the mark free',
      { type: 'layers-changed', reachable: true },
      false,
      false,
    ],
  ] as const)('%s', (_, event, plain, pinned) => {
    for (const [isPinned, closes] of [
      [false, plain],
      [true, pinned],
    ] as const) {
      const game = play();
      game.move(1000, nvidia);
      game.until(1900);
      if (isPinned) game.send({ type: 'pin-toggled', time: 1900, card: box });
      game.send(event);
      expect(game.shown, isPinned ? 'pinned' : 'not pinned').toBe(closes ? undefined : 'nvidia');
    }
  });

  test('a key’s card stays when the pointer is elsewhere, and goes into the focus and back', () => {
    const game = play();
    game.send({ type: 'asked', time: 0, mark: nvidia });
    game.until(10);
    game.move(100, 'nothing', far);
    game.until(5000);
    expect(game.shown).toBe('nvidia');
    game.send({ type: 'focus-toggled', time: 5000 });
    game.send({ type: 'focus-toggled', time: 5100 });
    game.send({ type: 'dismissed' });
    expect(game.effects.map(({ type }) => type)).toEqual([
      'load-entry',
      'announce',
      'focus-card',
      'return-focus',
    ]);
  });

  test('an entry that is not there opens nothing, and is not asked for again and again', () => {
    const game = play();
    game.until(1000);
    const start = (time: number) =>
      game.send({ type: 'pointer-moved', time, point: { x: time / 90, y: 9 }, over: amd });
    start(1000);
    game.send({ type: 'timer-fired', time: 1150, token: 1 });
    game.send({ type: 'entry-loaded', time: 1151, token: 2 });
    for (let time = 1200; time < 3000; time += 100) start(time);
    expect(game.shown).toBeUndefined();
    expect(game.effects.filter(({ type }) => type === 'load-entry').length).toBe(1);
  });
});
