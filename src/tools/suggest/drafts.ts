import { foldForm } from '../../core/knowledge/check/check-labels.ts';
import type { Kind } from '../../core/knowledge/entry.ts';

/** What was found out about one concept so far. */
export type Draft = {
  /** Way of writing → how often. */
  readonly written: Map<string, number>;
  /** Why it is here → what that is worth. */
  readonly reasons: Map<string, number>;
  /** `source:paragraph` of every find. */
  readonly cites: Set<string>;
  kind: Kind;
};

/** A find: a way of writing, why it counts, and where it stands. */
export type Find = {
  readonly written: string;
  readonly reason: string;
  readonly weight: number;
  readonly cite: string;
  readonly kind?: Kind;
};

/** Finds brought together: case, hyphens, spaces and plurals aside, the same words are one concept. */
export function toDrafts(finds: Iterable<Find>): readonly Draft[] {
  const drafts = new Map<string, Draft>();
  for (const { written, reason, weight, cite, kind } of finds) {
    const form = written.replace(/^(?:the|an?)\s/i, '').trim();
    const key = foldForm(form);
    if (key.length < 2) continue;
    const draft: Draft = drafts.get(key) ?? {
      written: new Map(),
      reasons: new Map(),
      cites: new Set(),
      kind: 'notion',
    };
    draft.written.set(form, (draft.written.get(form) ?? 0) + 1);
    draft.reasons.set(reason, Math.max(weight, draft.reasons.get(reason) ?? 0));
    draft.cites.add(cite);
    if (kind && draft.kind === 'notion') draft.kind = kind;
    drafts.set(key, draft);
  }
  joinShortNames(drafts);
  return [...drafts.values()];
}

/** "Huang" and "Jensen" become other forms of "Jensen Huang", if no other long name has them. */
function joinShortNames(drafts: Map<string, Draft>): void {
  const longNames = [...drafts].filter(
    ([, draft]) => draft.reasons.has('name') && formOf(draft).includes(' '),
  );
  for (const [key, draft] of [...drafts]) {
    const form = formOf(draft);
    if (form.includes(' ') || !draft.reasons.has('name')) continue;
    const owners = longNames.filter(([, long]) => formOf(long).split(' ').includes(form));
    const [owner] = owners;
    if (!owner || owners.length > 1) continue;
    const [, long] = owner;
    // Counted as nothing: however often the short form stands, the long one is the label.
    for (const written of draft.written.keys()) long.written.set(written, 0);
    for (const cite of draft.cites) long.cites.add(cite);
    drafts.delete(key);
  }
}

const formOf = (draft: Draft) => [...draft.written.keys()][0] ?? '';
