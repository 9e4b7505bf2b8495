const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** "May" and "March" are words too: as months they are written with a capital. */
const name = months.map((one) => `[${one[0]?.toUpperCase()}]${one.slice(1)}`).join('|');
const dated = new RegExp(
  `\\b(?:(?<day1>\\d{1,2}) )?(?<month>${name})\\b(?: (?<day2>\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d))?(?:,? (?<year>(?:19|20)\\d{2})\\b)?` +
    `|\\b(?<iso>(?:19|20)\\d{2}-\\d{2}(?:-\\d{2})?)\\b|(?<![\\d$€£¥,.])\\b(?<bare>(?:19|20)\\d{2})\\b(?![%,.]?\\d|\\s(?:million|billion))` +
    `|\\b(?<relative>this month)\\b`,
  'gu',
);

export type DatesRead = {
  /** `2025-02-26`, `2025-02`, `2025`; a date without a year starts with `-`: `-02-26`. Sorted, each once. */
  readonly dates: readonly string[];
  /** The text without them, so that their digits are not taken for figures. */
  readonly rest: string;
};

/**
 * Every date of a text.
 *
 * @param published when the text came out: it gives the year to "in January" and the month to
 *   "this month". Left out, a date without a year stays one.
 */
export function readDates(text: string, published?: string): DatesRead {
  const dates = new Set<string>();
  const rest = text.replace(dated, (...args) => {
    const groups = args.at(-1) as Record<string, string | undefined>;
    const { month, day1, day2, year, iso, bare, relative } = groups;
    if (relative !== undefined) {
      if (published) dates.add(published.slice(0, 7));
    } else if (month === undefined) dates.add(iso ?? bare ?? '');
    else {
      const day = day2 ?? day1;
      const number = String(months.indexOf(month.toLowerCase()) + 1).padStart(2, '0');
      const head = year ?? published?.slice(0, 4) ?? '';
      dates.add(`${head}-${number}${day ? `-${day.padStart(2, '0')}` : ''}`);
    }
    return ' ';
  });
  return { dates: [...dates].sort(), rest };
}

/** Whether a date said (`2025`, `2025-02`, `-02-26`) is held by a date that stands in a source. */
export function dateStands(said: string, standing: string): boolean {
  const whole = said.startsWith('-') ? standing.slice(4) : standing;
  return whole === said || whole.startsWith(`${said}-`);
}
