/** What a glossary from elsewhere leaves out of an entry, made from what it gives. */

/** A label as an id: `Große Modelle (LLM)` → `grosse-modelle-llm`. A label without Latin letters gets its code points. */
export function idOf(label: string): string {
  const id = label
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const rest = label.replace(/[\p{ASCII}\p{Script=Latin}\p{M}]/gu, '');
  const codes = rest.length > 0 ? [...rest].map((one) => one.codePointAt(0)?.toString(16)) : [];
  return [id, ...codes].filter(Boolean).join('-').slice(0, 80).replace(/-$/, '');
}

/** Text on one line: line breaks and runs of spaces become a space. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u0085]+/gu, ' ').trim();
}

/** The first sentence, or as many whole words as a summary holds. */
export function shorten(text: string, most = 160): string {
  if (text.length <= most) return text;
  const sentence = /^.*?[.!?](?=\s)/su.exec(text)?.[0];
  if (sentence && sentence.length <= most) return sentence;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > most / 2 ? space : undefined).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * A form as an alias. In sentence case ("Quantum frobnication") it also stands in small letters in a text; a name ("Jensen
 * Huang") or an acronym does not, and a single word may be either, so it is looked for as written.
 */
export function aliasOf(form: string): { readonly form: string; readonly case?: 'any' } {
  const [first = '', ...rest] = form.split(/[\s-]+/);
  const sentenceCase =
    rest.length > 0 && /^\p{Lu}[^\p{Lu}]*$/u.test(first) && !/\p{Lu}/u.test(rest.join(''));
  return sentenceCase ? { form, case: 'any' } : { form };
}
