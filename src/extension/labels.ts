import type { Labels } from '../core/labels.ts';
import { browser } from './page-browser.ts';

/** The interface's words in the reader's language. A key with plurals holds one text for each category of Intl.PluralRules. */
export function createLabels(): Labels {
  // The build turns nested keys into names with an underscore.
  const t = (key: string, values: readonly string[]) =>
    browser.i18n.getMessage(key.replaceAll('.', '_'), [...values]);
  // Asked of the texts themselves: the browser's own language may be one that they are not written in.
  const language = t('cardLanguage', []);
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (key, values = [], count) => {
    if (count === undefined) return t(key, values);
    const fillers = values.length > 0 ? values : [numbers.format(count)];
    return t(`${key}.${plurals.select(count)}`, fillers);
  };
}
