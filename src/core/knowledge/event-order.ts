import type { ConceptId, Entry } from './entry.ts';

/** No story is longer; a pack might be. */
const deepest = 1000;

/**
 * The order of what dates alone leave open: how many events in a row come before one, by "comes
 * after" and "caused by" at either end. Of two events of one date the lower comes first.
 */
export function rankEvents(entries: readonly Entry[]): (id: ConceptId) => number {
  const before = new Map<ConceptId, Set<ConceptId>>();
  const link = (later: ConceptId, earlier: ConceptId) =>
    before.set(later, (before.get(later) ?? new Set()).add(earlier));
  for (const { id, related } of entries) {
    for (const { kind, to } of related) {
      if (kind === 'comes after' || kind === 'caused by') link(id, to);
      if (kind === 'comes before' || kind === 'led to') link(to, id);
    }
  }
  const ranks = new Map<ConceptId, number>();
  const rank = (id: ConceptId, depth = 0): number => {
    const known = ranks.get(id);
    if (known !== undefined) return known;
    // A pack may go in a circle; then whoever was asked first comes first.
    ranks.set(id, 0);
    let found = 0;
    if (depth < deepest) {
      for (const one of before.get(id) ?? []) found = Math.max(found, rank(one, depth + 1) + 1);
    }
    ranks.set(id, found);
    return found;
  };
  return (id) => rank(id);
}
