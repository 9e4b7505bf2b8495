/**
 * The words of the interface, as a function: key of `assets/locales/*.yml` → text in the reader's language.
 * `values` fill `$1`, `$2` …; `count` chooses among the
 * forms under the key, named as Intl.PluralRules names them (`popupFound: { one: …, other: … }`), and fills `$1` where no values are given. Rooms that show text take one; only src/extension makes one.
 */
export type Labels = (key: string, values?: readonly string[], count?: number) => string;
