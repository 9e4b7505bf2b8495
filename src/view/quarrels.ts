import type { Claim } from '../core/knowledge/entry.ts';
import type { EntryReading } from '../core/knowledge/glossary.ts';

/** Claims on one question, by side: each of one side is disputed by some of the other. */
export type Quarrel = { readonly one: readonly Claim[]; readonly other: readonly Claim[] };

/**
 * The disputes of a reading, each question once and each claim once. Disputes name each other in both directions and
 * share claims (two reports against one), so they are drawn together as one graph and its neighbours put on opposite
 * sides; where three say three things, the third stands with those who first disputed the first.
 */
export const quarrelsIn = ({ disputes, entry }: EntryReading): readonly Quarrel[] => {
  const claims = new Map<string, Claim>();
  const against = new Map<string, string[]>();
  const link = (one: string, other: string) =>
    against.set(one, [...(against.get(one) ?? []), other]);
  for (const { claim, against: others } of disputes) {
    const key = `${entry.id}#${claim.id}`;
    claims.set(key, claim);
    for (const { concept, claim: other } of others) {
      const otherKey = `${concept.id}#${other.id}`;
      claims.set(otherKey, other);
      link(key, otherKey);
      link(otherKey, key);
    }
  }

  const side = new Map<string, 0 | 1>();
  const quarrels: Quarrel[] = [];
  for (const start of claims.keys()) {
    if (side.has(start)) continue;
    const sides: readonly [Claim[], Claim[]] = [[], []];
    side.set(start, 0);
    const queue = [start];
    for (let key = queue.shift(); key !== undefined; key = queue.shift()) {
      const mine = side.get(key) ?? 0;
      const claim = claims.get(key);
      if (claim) sides[mine].push(claim);
      for (const next of against.get(key) ?? []) {
        if (side.has(next)) continue;
        side.set(next, mine === 0 ? 1 : 0);
        queue.push(next);
      }
    }
    quarrels.push({ one: sides[0], other: sides[1] });
  }
  return quarrels;
};
