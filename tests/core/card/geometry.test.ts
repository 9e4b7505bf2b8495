import { describe, expect, test } from 'vitest';
import { distanceTo, inSafeTriangle, speedOf } from '../../../src/core/card/geometry.ts';

const below = { left: 100, top: 100, right: 480, bottom: 300 };

describe('the safe triangle', () => {
  test.each([
    ['straight down', { x: 150, y: 60 }, { x: 150, y: 90 }, true],
    ['cutting the corner', { x: 150, y: 60 }, { x: 300, y: 95 }, true],
    ['sideways along the line', { x: 150, y: 60 }, { x: 300, y: 60 }, false],
    ['away from the card', { x: 150, y: 60 }, { x: 150, y: 20 }, false],
    ['inside the card', { x: 150, y: 60 }, { x: 470, y: 290 }, true],
    ['from the left', { x: 20, y: 200 }, { x: 90, y: 150 }, true],
    ['from the left, past it', { x: 20, y: 200 }, { x: 90, y: 20 }, false],
    ['from below', { x: 200, y: 360 }, { x: 300, y: 310 }, true],
    ['from a mark left of the card', { x: 60, y: 60 }, { x: 70, y: 90 }, true],
  ])('%s', (_, apex, point, expected) => {
    expect(inSafeTriangle(apex, below, point)).toBe(expected);
  });
});

test('distance to a box is that to its nearest point, and nothing inside', () => {
  expect(distanceTo(below, { x: 100, y: 40 })).toBe(60);
  expect(distanceTo(below, { x: 483, y: 304 })).toBe(5);
  expect(distanceTo(below, { x: 200, y: 200 })).toBe(0);
});

test('speed is the way over the time between the first and the last sample', () => {
  expect(speedOf([])).toBe(0);
  expect(speedOf([{ x: 0, y: 0, time: 0 }])).toBe(0);
  expect(
    speedOf([
      { x: 0, y: 0, time: 0 },
      { x: 3, y: 4, time: 10 },
      { x: 3, y: 14, time: 30 },
    ]),
  ).toBe(0.5);
});
