import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Search, SearchResult } from '../../src/core/knowledge/search.ts';

type Results = readonly SearchResult[];

/**
 * What a query finds: at once what bears the words in its name, and after that was painted the slips and meanings, unless
 * the next key comes first. As long as nothing is found by name, what the last query found stays in sight.
 */
export function useResults(
  search: Search | undefined,
  query: string,
): {
  readonly results: Results;
  readonly isWhole: boolean;
  /** The whole now, for a key that chooses among the results. */
  readonly finish: () => Results;
} {
  const begun = useMemo(() => search?.begin(query) ?? { results: [] }, [search, query]);
  const [whole, setWhole] = useState<{ readonly of: typeof begun; readonly results: Results }>();
  const shown = useRef<Results>([]);

  const isWhole = search !== undefined && (!begun.whole || whole?.of === begun);
  const finish = (): Results => {
    if (!begun.whole || isWhole) return whole?.of === begun ? whole.results : begun.results;
    const results = begun.whole();
    setWhole({ of: begun, results });
    return results;
  };
  useEffect(() => {
    if (isWhole || !begun.whole) return;
    const timer = setTimeout(finish);
    return () => clearTimeout(timer);
  }, [begun]);

  if (whole?.of === begun) shown.current = whole.results;
  else if (isWhole || begun.results.length > 0) shown.current = begun.results;
  return { results: shown.current, isWhole, finish };
}
