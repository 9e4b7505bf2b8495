import type { Labels } from '../core/labels.ts';
import { browser } from './page-browser.ts';

/**
 * The interface's words in the reader's language. A key with plurals holds one text for each category of Intl.PluralRules.
 * Nothing is asked or made before it is needed: every page has labels, few ever show one, and the browser takes
 * milliseconds for its first text and for rules of plurals.
 */
export function createLabels(): Labels {
  // The build turns nested keys into names with an underscore.
  const t = (key: string, values: readonly string[]) =>
    browser.i18n.getMessage(key.replaceAll('.', '_'), [...values]);
  let counting: ReturnType<typeof countingIn> | undefined;
  return (key, values = [], count) => {
    if (count === undefined) return t(key, values);
    // Asked of the texts themselves: the browser's own language may be one that they are not written in.
    counting ??= countingIn(t('cardLanguage', []));
    const { plurals, numbers } = counting;
    const fillers = values.length > 0 ? values : [numbers.format(count)];
    return t(`${key}.${plurals.select(count)}`, fillers);
  };
}

const countingIn = (language: string) => ({
  plurals: new Intl.PluralRules(language),
  numbers: new Intl.NumberFormat(language),
});
