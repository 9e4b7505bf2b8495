import { parse } from 'yaml';
import english from '../../../assets/locales/en.yml?raw';
import type { Labels } from '../../../src/core/labels.ts';

type Message = string | Readonly<Record<string, string>>;
const messages = parse(english) as Readonly<Record<string, Message>>;

const plurals = new Intl.PluralRules('en');

/** The English words, as the extension's own labels give them. */
export const testLabels: Labels = (key, values = [], count) => {
  const message = messages[key] ?? '';
  const text = typeof message === 'string' ? message : (message[plurals.select(count ?? 0)] ?? '');
  const fillers = values.length === 0 && count !== undefined ? [String(count)] : values;
  return text.replace(/\$(\d)/g, (_, index) => fillers[Number(index) - 1] ?? '');
};
