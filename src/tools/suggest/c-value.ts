/** How often a phrase stands in the texts, and what it is worth as a term. */
export type Valued = { readonly phrase: string; readonly count: number; readonly value: number };

/**
 * C-value of phrases: long and frequent ones first, those that only ever stand inside a longer one
 * last. Frantzi, Ananiadou and Mima, "Automatic recognition of multi-word terms", International
 * Journal on Digital Libraries 3, 2000; with log2(words + 1) as usual where single words count too.
 *
 * @param phrases every phrase as it stands in the texts, again each time it stands there, longest form.
 */
export function valueByC(phrases: readonly (readonly string[])[]): readonly Valued[] {
  const counts = new Map<string, number>();
  const containers = new Map<string, Set<string>>();
  for (const words of phrases) {
    const whole = words.join(' ');
    for (let start = 0; start < words.length; start++) {
      for (let end = start + 1; end <= words.length; end++) {
        const part = words.slice(start, end).join(' ');
        counts.set(part, (counts.get(part) ?? 0) + 1);
        if (part !== whole) containers.set(part, (containers.get(part) ?? new Set()).add(whole));
      }
    }
  }
  const values = [...counts].map(([phrase, count]): Valued => {
    const within = [...(containers.get(phrase) ?? [])];
    const nested = within.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0);
    const free = within.length === 0 ? count : count - nested / within.length;
    return { phrase, count, value: Math.log2(phrase.split(' ').length + 1) * free };
  });
  return values.sort(
    (a, b) => b.value - a.value || b.count - a.count || (a.phrase < b.phrase ? -1 : 1),
  );
}
