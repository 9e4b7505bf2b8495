import type { Labels } from '../core/labels.ts';

/** The language that the interface is written in, so that its dates and lists are in the same one. */
const languageOf = (labels: Labels): string => labels('cardLanguage');

const made = new Map<string, Intl.DateTimeFormat | Intl.ListFormat>();

const formats: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  1: { year: 'numeric' },
  2: { year: 'numeric', month: 'long' },
  3: { year: 'numeric', month: 'long', day: 'numeric' },
};

/**
 * A day, a month or a year in the reader's language, no finer than it was given.
 *
 * @param date `2025-02-26`, `2025-02` or `2025`
 * @param finest `month` leaves a day out
 */
export const dateIn = (labels: Labels, date: string, finest: 'day' | 'month' = 'day'): string => {
  const parts = date.split('-').slice(0, finest === 'month' ? 2 : 3);
  const key = `${languageOf(labels)} ${parts.length}`;
  const format =
    (made.get(key) as Intl.DateTimeFormat | undefined) ??
    new Intl.DateTimeFormat(languageOf(labels), { ...formats[parts.length], timeZone: 'UTC' });
  made.set(key, format);
  const [year = 1970, month = 1, day = 1] = parts.map(Number);
  return format.format(Date.UTC(year, month - 1, day));
};

/** "a, b and c" in the reader's language. */
export const listIn = (labels: Labels, words: readonly string[]): string => {
  const key = `${languageOf(labels)} list`;
  const format =
    (made.get(key) as Intl.ListFormat | undefined) ?? new Intl.ListFormat(languageOf(labels));
  made.set(key, format);
  return format.format(words);
};
