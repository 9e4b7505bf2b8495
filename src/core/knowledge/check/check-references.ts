import type { Issue } from '../issue.ts';
import type { AuthoredEntry } from '../parse-entry.ts';
import { inverseOf } from '../vocabulary.ts';
import { type Check, fault, type Knowledge } from './knowledge.ts';

/** Everything that is named exists: ids once, relations, disputes, speakers, sources, paragraphs. */
export const checkReferences: Check = (knowledge) => {
  const byId = new Map(knowledge.authored.map((one) => [one.entry.id, one]));
  return [
    ...repeatedIds(knowledge),
    ...knowledge.authored.flatMap((one) => [
      ...relations(one, byId),
      ...claims(one, byId),
      ...citations(one, knowledge),
      ...ages(one, knowledge),
    ]),
    ...circles(knowledge),
  ];
};

type ById = ReadonlyMap<string, AuthoredEntry>;

function repeatedIds({ authored, sources }: Knowledge): readonly Issue[] {
  const seen = new Map<string, string>();
  const issues: Issue[] = [];
  for (const one of authored) {
    const first = seen.get(one.entry.id);
    if (first !== undefined) {
      const message = `id ${one.entry.id} is taken by ${first}`;
      issues.push(fault(one, ['id'], { message, advice: 'join the two entries, or rename one' }));
    } else seen.set(one.entry.id, one.file);
  }
  const ids = sources.sources.map(({ id }) => id);
  ids.forEach((id, index) => {
    if (ids.indexOf(id) === index) return;
    issues.push({
      file: sources.file,
      line: sources.lineOf([index]),
      message: `source ${id} is listed twice`,
      advice: 'remove one of them',
      severity: 'error',
    });
  });
  return issues;
}

function relations(one: AuthoredEntry, byId: ById): readonly Issue[] {
  const { entry } = one;
  return entry.related.flatMap(({ kind, to }, index) => {
    const say = (message: string, advice: string) => [
      fault(one, ['related', index], { message, advice }),
    ];
    const inverse = inverseOf.get(kind);
    if (inverse === undefined) {
      const known = [...inverseOf.keys()].join(', ');
      return say(`relation "${kind}" has no word for its other end`, `use one of: ${known}`);
    }
    if (to === entry.id) return say('an entry cannot relate to itself', 'remove the relation');
    const other = byId.get(to);
    if (!other) return say(`no entry ${to}`, 'write that entry, or remove the relation');
    if (entry.related.findIndex((r) => r.to === to && r.kind === kind) < index) {
      return say(`"${kind} ${to}" stands twice`, 'remove one of them');
    }
    if (kind !== inverse && other.entry.related.some((r) => r.to === entry.id && r.kind === kind)) {
      return say(
        `"${kind}" is said both ways between ${entry.id} and ${to}`,
        `say it once: the other end is read as "${inverse}"`,
      );
    }
    return [];
  });
}

function claims(one: AuthoredEntry, byId: ById): readonly Issue[] {
  const { entry } = one;
  return entry.claims.flatMap((claim, index) => {
    const issues: Issue[] = [];
    const say = (key: string, message: string, advice: string) =>
      issues.push(fault(one, ['claims', index, key], { message, advice }));
    if (entry.claims.findIndex(({ id }) => id === claim.id) < index) {
      say('id', `claim ${claim.id} stands twice`, 'give each claim of an entry an id of its own');
    }
    if (claim.kind === 'view' && claim.speaker === undefined) {
      say('kind', `${claim.id} is a view of nobody`, 'add speaker: whose view it is');
    }
    if (claim.speaker !== undefined && isId(claim.speaker) && !byId.has(claim.speaker)) {
      say('speaker', `no entry ${claim.speaker}`, 'name an entry, or a name with a capital letter');
    }
    for (const reference of claim.disputes ?? []) {
      const [owner = '', id] = reference.includes('#')
        ? reference.split('#')
        : [entry.id, reference];
      if (owner === entry.id && id === claim.id) {
        say('disputes', `${claim.id} disputes itself`, 'name the other claim');
      } else if (!byId.get(owner)?.entry.claims.some((other) => other.id === id)) {
        say(
          'disputes',
          `no claim ${owner}#${id}`,
          'name a claim as ENTRY#CLAIM, or CLAIM in this file',
        );
      }
    }
    return issues;
  });
}

const isId = (speaker: string) => /^[a-z0-9-]+$/.test(speaker);

function citations(one: AuthoredEntry, { sources }: Knowledge): readonly Issue[] {
  const { basis, claims, dates } = one.entry;
  const cited = [
    ...(basis === 'general' ? [] : basis.map((cite, i) => ({ cite, path: ['basis', i] }))),
    ...claims.flatMap(({ cites }, c) =>
      cites.map((cite, i) => ({ cite, path: ['claims', c, 'cites', i] })),
    ),
    ...dates.flatMap(({ cites }, d) =>
      cites.map((cite, i) => ({ cite, path: ['dates', d, 'cites', i] })),
    ),
  ];
  return cited.flatMap(({ cite, path }) => {
    const source = sources.sources.find(({ id }) => id === cite.source);
    if (!source) {
      const message = `no source ${cite.source}`;
      return [fault(one, path, { message, advice: `list it in ${sources.file}` })];
    }
    if (cite.paragraph > source.paragraphs) {
      const message = `${cite.source} has ${source.paragraphs} paragraphs, not ${cite.paragraph}`;
      return [fault(one, path, { message, advice: 'count non-empty lines from 1' })];
    }
    return [];
  });
}

/** A claim cannot be as of a time before what it cites came out. */
function ages(one: AuthoredEntry, { sources }: Knowledge): readonly Issue[] {
  return one.entry.claims.flatMap(({ asOf, cites }, index) => {
    const younger = sources.sources.find(
      ({ id, published }) =>
        cites.some(({ source }) => source === id) && asOf < published.slice(0, asOf.length),
    );
    if (!younger) return [];
    const message = `as of ${asOf} is older than ${younger.id}, of ${younger.published}`;
    return [
      fault(one, ['claims', index, 'asOf'], { message, advice: 'give the date of the source' }),
    ];
  });
}

/** Relations that order things cannot lead back to where they began. */
function circles({ authored }: Knowledge): readonly Issue[] {
  const issues: Issue[] = [];
  for (const [kind, inverse] of [
    ['comes after', 'comes before'],
    ['part of', 'includes'],
    ['kind of', 'has kind'],
    ['caused by', 'led to'],
  ] as const) {
    const next = new Map<string, Set<string>>();
    const link = (from: string, to: string) =>
      next.set(from, (next.get(from) ?? new Set()).add(to));
    for (const { entry } of authored) {
      for (const relation of entry.related) {
        if (relation.to === entry.id) continue;
        if (relation.kind === kind) link(entry.id, relation.to);
        if (relation.kind === inverse) link(relation.to, entry.id);
      }
    }
    for (const one of authored) {
      if (!reaches(next, one.entry.id)) continue;
      const message = `"${kind}" leads from ${one.entry.id} back to itself`;
      issues.push(fault(one, ['related'], { message, advice: 'take one link out of the circle' }));
    }
  }
  return issues;
}

function reaches(next: ReadonlyMap<string, ReadonlySet<string>>, start: string): boolean {
  const seen = new Set<string>();
  const open = [...(next.get(start) ?? [])];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === start) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(next.get(id) ?? []));
  }
  return false;
}
