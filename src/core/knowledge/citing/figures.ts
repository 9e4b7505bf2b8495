import { endsInName } from './names.ts';

/**
 * The figures of a text in one written form each, so that "over 20 percent" and "more than 20%"
 * compare equal and "about $5 million" and "over $5 million" do not.
 */

const bounds: readonly (readonly [sign: string, words: string])[] = [
  ['>', 'well over|over|more than|above|at least|exceeding|upwards of|beyond'],
  ['<', 'well under|under|less than|below|at most|up to|fewer than'],
  ['~', 'about|around|roughly|approximately|nearly|almost|some|an estimated'],
];

const scales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
};

/** Words below three are too often mere grammar ("one of", "two words for") to count as figures. */
const numberWords: Readonly<Record<string, number>> = {
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  ninety: 90,
};

const boundWords = bounds.map(([, words]) => words).join('|');
const exact = new RegExp(
  `(?:\\b(?<bound>${boundWords})\\s+)?` +
    `(?<currency>US\\$|[$€£¥])?\\s?(?<![\\p{L}\\p{N}][-–.]?)` +
    `(?<number>\\d[\\d,]*(?:\\.\\d+)?|\\b(?:${Object.keys(numberWords).join('|')})\\b)` +
    `(?:[\\s-]?(?<scale>${Object.keys(scales).join('|')})\\b)?` +
    `\\s?(?<unit>%|percent\\b|per cent\\b|dollars\\b|euros\\b)?(?![\\p{L}\\p{N}])`,
  'giu',
);
const vague = new RegExp(
  `(?:\\b(?<bound>${boundWords})\\s+)?` +
    `\\b(?<amount>(?:(?:dozens|tens|hundreds|thousands) of )?(?:thousands|millions|billions|trillions)` +
    `|(?:several|many|a few)\\s+(?:dozen|hundred|thousand|million|billion|trillion)` +
    `|dozens|hundreds)\\b(?<money>\\s+of\\s+dollars)?`,
  'giu',
);

/** Every figure of a text but its dates, which the caller takes out first; sorted, each once. */
export function readFigures(text: string): readonly string[] {
  const found = new Set<string>();
  const rest = text.replace(vague, (_all, ...args) => {
    const { bound, amount, money } = args.at(-1) as Record<string, string | undefined>;
    found.add(`${sign(bound)}${amount?.toLowerCase()}${money ? ' $' : ''}`);
    return ' ';
  });
  for (const { groups, index } of rest.matchAll(exact)) {
    const { bound, currency, number = '', scale, unit } = groups ?? {};
    const isBare = !bound && !currency && !scale && !unit && /^\d/.test(number);
    if (isBare && endsInName(rest.slice(0, index + 1))) continue;
    const value = numberWords[number.toLowerCase()] ?? Number(number.replaceAll(',', ''));
    const money = currency ?? (unit && /dollar/i.test(unit) ? '$' : '');
    const percent = unit && /%|cent/i.test(unit) ? '%' : '';
    const amount = inWords(value * (scales[scale?.toLowerCase() ?? ''] ?? 1));
    found.add(`${sign(bound)}${money.replace('US', '')}${amount}${percent}`);
  }
  return [...found].sort();
}

function sign(bound: string | undefined): string {
  const words = bound?.toLowerCase().replace(/\s+/g, ' ');
  return bounds.find(([, all]) => words && all.split('|').includes(words))?.[0] ?? '';
}

/** 6e11 → `600 billion`. */
function inWords(value: number): string {
  for (const [name, scale] of [
    ['trillion', 1e12],
    ['billion', 1e9],
    ['million', 1e6],
  ] as const) {
    if (value >= scale) return `${value / scale} ${name}`;
  }
  return String(value);
}
