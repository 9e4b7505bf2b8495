import { describe, expect, it } from 'vitest';
import { type Shelf, withBook } from '../../../src/core/packs/shelf.ts';
import { createTurnedBooks } from '../../../src/extension/turned-books.ts';

const shelf: Shelf = {
  generation: 1,
  books: [{ id: 'a', title: 'A', on: true, count: 1, content: 'c' }],
};

describe('a glossary that is turned in haste', () => {
  it('is shown as it was turned last, whatever the shelf still says, and ends so', async () => {
    let stored = shelf;
    const done: (() => void)[] = [];
    const drawn: boolean[] = [];
    const isOn = () => turned.shown(stored).books[0]?.on ?? false;
    const turned = createTurnedBooks(
      {
        turn: async (id, on) => {
          await new Promise<void>((resolve) => done.push(resolve));
          const book = stored.books.find((one) => one.id === id);
          if (book) stored = withBook(stored, { ...book, on });
          return stored;
        },
      },
      () => drawn.push(isOn()),
    );
    const turns = [false, true, false].map((on) => turned.turn('a', on));
    expect(drawn).toEqual([false, true, false]);
    for (const finish of done) {
      finish();
      await Promise.resolve();
      await Promise.resolve();
      expect(isOn()).toBe(false);
    }
    await Promise.all(turns);
    expect(isOn()).toBe(false);
    expect(stored.books[0]?.on).toBe(false);
  });

  it('is shown as it is where it could not be turned', async () => {
    const full = { turn: () => Promise.reject(new Error('QuotaExceededError')) };
    const turned = createTurnedBooks(full, () => {});
    await expect(turned.turn('a', false)).rejects.toThrow(/Quota/);
    expect(turned.shown(shelf).books[0]?.on).toBe(true);
  });
});
