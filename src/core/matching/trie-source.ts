/** What may follow a beginning; empty where a row ends. */
type Trie = Map<string, Trie>;

/**
 * Rows of parts of an expression as the source of one expression that finds what any row would, in the shape of a trie:
 * three times as fast as one row after the other. `never` finds nothing, where there are no rows.
 */
export function trieSource(
  rows: Iterable<readonly string[]>,
  {
    isEnough = false,
  }: {
    /** A row's beginning that is itself a row says it all. */ readonly isEnough?: boolean;
  } = {},
): string {
  const root: Trie = new Map();
  const ends = new Set<Trie>();
  for (const row of rows) {
    let node = root;
    for (const part of row) {
      const next = node.get(part) ?? new Map();
      node.set(part, next);
      node = next;
    }
    ends.add(node);
  }
  const write = (node: Trie): string => {
    if (node.size === 0 || (isEnough && ends.has(node))) return '';
    const ways = [...node].map(([part, next]) => part + write(next));
    if (ends.has(node)) ways.push('');
    return ways.length === 1 ? (ways[0] ?? '') : `(?:${ways.join('|')})`;
  };
  return root.size === 0 ? never : write(root);
}

const never = '(?!)';

/** A unit of text as an expression finds it. */
export const escaped = (unit: string): string => unit.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
