import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Search, SearchResult } from '../../src/core/knowledge/search.ts';

type Results = readonly SearchResult[];

/** As many rows as the popup shows without scrolling: drawn at once, the others after them. */
const inSight = 8;

/**
 * What a query finds: at once the first that bear the words in their names; after these were painted all of it, with slips
 * and meanings, unless the next key comes first. As long as nothing is found by name, what was found last stays in sight.
 */
export function useResults(
  search: Search | undefined,
  query: string,
): {
  readonly results: Results;
  /** How many there are, drawn or not. */
  readonly count: number;
  readonly isWhole: boolean;
  /** All of them now, for a key that chooses among them. */
  readonly finish: () => Results;
} {
  const begun = useMemo(() => {
    const { results = [], whole } = search?.begin(query) ?? {};
    const rest = whole ?? (results.length > inSight ? () => results : undefined);
    return { results, rest };
  }, [search, query]);
  const [whole, setWhole] = useState<{ readonly of: typeof begun; readonly results: Results }>();
  const last = useRef<Results>([]);

  const isFinished = whole?.of === begun;
  const isWhole = search !== undefined && (isFinished || !begun.rest);
  const finish = (): Results => {
    if (isFinished) return whole.results;
    if (!begun.rest) return begun.results;
    const results = begun.rest();
    setWhole({ of: begun, results });
    return results;
  };
  useEffect(() => {
    if (isFinished || !begun.rest) return;
    const timer = setTimeout(finish);
    return () => clearTimeout(timer);
  }, [begun]);

  const found = isFinished ? whole.results : begun.results;
  if (isWhole) last.current = found;
  else if (found.length > 0) last.current = found.slice(0, inSight);
  const count = Math.max(found.length, last.current.length);
  return { results: last.current, count, isWhole, finish };
}
