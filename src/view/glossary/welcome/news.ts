/** What a reader would want to hear of each version, newest first: keys of texts. A version without news is not named. */
export const news: readonly { readonly version: string; readonly keys: readonly string[] }[] = [
  { version: '0.1.0', keys: ['welcomeNewsMarks', 'welcomeNewsCard', 'welcomeNewsGlossary'] },
];

/** Whether there is anything to tell somebody who had `previous` until now. */
export const hasNewsSince = (previous: string): boolean =>
  news.some(({ version }) => compareVersions(version, previous) > 0);

/** Compares `1.2.3` with `1.10`: by numbers, a missing one being 0. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((text) =>
    text.split('.').map((part) => Number.parseInt(part, 10)),
  );
  for (let i = 0; i < Math.max(a?.length ?? 0, b?.length ?? 0); i += 1) {
    const difference = (a?.[i] || 0) - (b?.[i] || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
