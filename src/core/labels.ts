/**
 * The words of the interface, as a function: key of `assets/locales/*.yml` → text in the reader's language.
 * `values` fill `$1`, `$2` …; `count` chooses the plural. Rooms that show text take one; only src/extension makes one.
 */
export type Labels = (key: string, values?: readonly string[], count?: number) => string;
