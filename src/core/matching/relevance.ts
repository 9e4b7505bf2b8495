import type { PageEvidence } from './evidence.ts';

/** Different words of AI that a page needs, and how many in every thousand units of its text; the fewer, the denser. */
const enough = [
  { words: 3, perThousand: 0.5 },
  { words: 2, perThousand: 2 },
] as const;

/**
 * How many words of AI must stand in the text of a page, whose title has none, for it to be about AI. What has fewer by the
 * quick look's count need not be read.
 *
 * @param units - the text that a reading would take in, or less
 */
export const fewestWords = (units: number): number =>
  Math.max(fewest, Math.ceil(thinnest * Math.max(1, units / 1000)));

const fewest = Math.min(...enough.map(({ words }) => words));
const thinnest = Math.min(...enough.map(({ perThousand }) => perThousand));

/** Whether what is known so far makes a page one about AI, whatever else it turns out to hold: its title says so. */
export const isSurelyAboutAi = ({ ai }: PageEvidence): boolean => ai.inTitle && ai.words.length > 1;

/**
 * Whether a page is about AI: its title says so and its text does not belie it, or enough different words of AI
 * stand in it for its length. The reason names the words.
 */
export function isAboutAi(page: PageEvidence): {
  readonly about: boolean;
  readonly reason: string;
} {
  const { ai, units } = page;
  const density = (1000 * ai.times) / Math.max(1000, units);
  const about =
    isSurelyAboutAi(page) ||
    enough.some(({ words, perThousand }) => ai.words.length >= words && density >= perThousand);
  return { about, reason: ai.words.slice(0, 4).join(', ') };
}
