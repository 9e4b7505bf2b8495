import { dateStands, readDates } from '../citing/dates.ts';
import type { ParagraphDigest } from '../citing/digest.ts';
import { readFigures } from '../citing/figures.ts';
import { ordinaryWords, readNames } from '../citing/names.ts';
import type { Citation, Entry } from '../entry.ts';
import type { AuthoredEntry } from '../parse-entry.ts';
import { type Check, fault, type Knowledge } from './knowledge.ts';

/**
 * What an entry says against the paragraphs that it cites: every figure (with its "over" or
 * "about"), date, proper name and speaker of a claim stands in one of them.
 */
export const checkSources: Check = (knowledge) => {
  const ordinary = ordinaryWords(
    knowledge.authored.flatMap(({ entry }) => [
      entry.summary,
      entry.definition,
      ...entry.aliases.map(({ form }) => form),
      ...entry.claims.map(({ text }) => text),
    ]),
  );
  const names = namesOfConcepts(knowledge.authored);
  return knowledge.authored.flatMap((one) =>
    statements(one.entry).flatMap((statement) =>
      [
        ...figures(statement, knowledge),
        ...dates(statement, knowledge),
        ...properNames(statement, knowledge, { ordinary, names }),
        ...speakers(statement, knowledge, names),
      ].map((found) => fault(one, statement.path, found)),
    ),
  );
};

/** A text of an entry with the paragraphs that must bear it out. */
type Statement = {
  readonly path: readonly (string | number)[];
  readonly text: string;
  readonly cites: readonly Citation[];
  /** Given apart from the text: the date of a dated event. */
  readonly date?: string;
  readonly speaker?: string;
  /** General knowledge may name what the documents do not. */
  readonly general: boolean;
};

function statements({ summary, definition, basis, claims, dates }: Entry): readonly Statement[] {
  const general = basis === 'general';
  const claimed = claims.flatMap(({ cites }) => cites);
  const cites = general ? claimed : [...basis, ...claimed];
  return [
    { path: ['summary'], text: summary, cites, general },
    { path: ['definition'], text: definition, cites, general },
    ...claims.map((claim, index) => ({
      path: ['claims', index],
      text: claim.text,
      cites: claim.cites,
      general: claim.cites.length === 0,
      ...(claim.speaker !== undefined && { speaker: claim.speaker }),
    })),
    ...dates.map(({ what, date, cites }, index) => ({
      path: ['dates', index],
      text: what,
      cites,
      date,
      general: false,
    })),
  ];
}

type Found = { readonly message: string; readonly advice: string };

function paragraphs(
  cites: readonly Citation[],
  { digests }: Knowledge,
): readonly ParagraphDigest[] {
  return cites.flatMap(({ source, paragraph }) => {
    const found = digests.find((one) => one.source === source)?.paragraphs[paragraph - 1];
    return found ? [found] : [];
  });
}

const listed = (cites: readonly Citation[]) =>
  cites.length === 0
    ? 'any paragraph (it cites none)'
    : [...new Set(cites.map(({ source, paragraph }) => `${source}:${paragraph}`))].join(', ');

function figures(statement: Statement, knowledge: Knowledge): readonly Found[] {
  const standing = paragraphs(statement.cites, knowledge).flatMap((one) => one.figures);
  return readFigures(readDates(statement.text).rest)
    .filter((figure) => !standing.includes(figure))
    .map((figure) => {
      const bare = figure.replace(/^[<>~]/, '');
      const near = standing.filter((other) => other.replace(/^[<>~]/, '') === bare);
      const they = near.length > 0 ? near : standing;
      return {
        message: `figure ${figure} does not stand in ${listed(statement.cites)}`,
        advice:
          they.length > 0 ? `they say ${they.join(', ')}` : 'they give no figure: cite another',
      };
    });
}

function dates(statement: Statement, knowledge: Knowledge): readonly Found[] {
  const standing = paragraphs(statement.cites, knowledge).flatMap((one) => one.dates);
  const years = statement.cites.flatMap(({ source }) =>
    knowledge.sources.sources.filter(({ id }) => id === source).map((s) => s.published.slice(0, 4)),
  );
  const said = [...readDates(statement.text).dates, ...(statement.date ? [statement.date] : [])];
  return said
    .filter((date) => !years.includes(date) && !standing.some((other) => dateStands(date, other)))
    .map((date) => ({
      message: `date ${date} does not stand in ${listed(statement.cites)}`,
      advice:
        standing.length > 0 ? `they say ${standing.join(', ')}` : 'they give no date: cite another',
    }));
}

type Names = {
  readonly ordinary: ReadonlySet<string>;
  /** A name, lower case → every name of the same concept. */
  readonly names: ReadonlyMap<string, readonly string[]>;
};

/** Names by which people, firms, products and publications go: any of them stands for the others. */
function namesOfConcepts(authored: readonly AuthoredEntry[]): Names['names'] {
  const names = new Map<string, string[]>();
  for (const { entry } of authored) {
    if (entry.kind === 'notion' || entry.kind === 'technique') continue;
    const all = [entry.prefLabel, ...entry.aliases.map(({ form }) => form)];
    const proper = all.filter((name) => readNames(`x ${name}`).length > 0);
    for (const name of proper) {
      const key = name.toLowerCase();
      names.set(key, [...(names.get(key) ?? []), ...proper]);
    }
    if (proper.length > 0) names.set(entry.id, proper);
  }
  return names;
}

function properNames(statement: Statement, knowledge: Knowledge, known: Names): readonly Found[] {
  if (statement.general) return [];
  return readNames(statement.text, known)
    .filter((name) => !nameStands(name, statement, knowledge, known.names))
    .map((name) => ({
      message: `name "${name}" does not stand in ${listed(statement.cites)}`,
      advice: 'cite the paragraph that names it, or say it without the name',
    }));
}

function speakers(
  statement: Statement,
  knowledge: Knowledge,
  names: Names['names'],
): readonly Found[] {
  const { speaker, general } = statement;
  if (speaker === undefined || general) return [];
  const all = /^[a-z0-9-]+$/.test(speaker) ? (names.get(speaker) ?? []) : [speaker];
  if (all.length === 0 || all.some((name) => nameStands(name, statement, knowledge, names)))
    return [];
  return [
    {
      message: `speaker ${speaker} is named neither in ${listed(statement.cites)} nor as publisher`,
      advice: 'cite the paragraph that says whose words they are as well',
    },
  ];
}

function nameStands(
  name: string,
  { cites }: Statement,
  knowledge: Knowledge,
  names: Names['names'],
): boolean {
  const publishers = knowledge.sources.sources
    .filter(({ id }) => cites.some(({ source }) => source === id))
    .map(({ publisher }) => publisher);
  const standing = [...paragraphs(cites, knowledge).flatMap((one) => one.names), ...publishers];
  const words = new Set(standing.flatMap((one) => one.toLowerCase().split(' ')));
  return [name, ...(names.get(name.toLowerCase()) ?? [])].some((one) =>
    readNames(`x ${one}`, { known: new Set([one.toLowerCase()]) })
      .flatMap((part) => part.toLowerCase().split(' '))
      .every((word, _index, all) => all.length > 0 && words.has(word)),
  );
}
