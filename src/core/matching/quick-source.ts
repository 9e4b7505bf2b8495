import { escaped, trieSource } from './trie-source.ts';

/** A form as the lexicon stores it, and whether it is matched as written. */
export type QuickForm = { readonly form: string; readonly exact: boolean };

/** Beyond this many forms one native alternation loses to the finder itself. */
const most = 1500;

function unitProbe(unit: string, exact: boolean): string {
  if (/['\u2019\u02bc]/.test(unit)) return "['\\u2019\\u02bc]";
  const [lower, upper] = [unit.toLowerCase(), unit.toUpperCase()];
  const cased = !exact && lower !== upper && lower.length === 1 && upper.length === 1;
  return cased ? `[${lower}${upper}]` : escaped(unit);
}

/** What of a form the quick look asks for, unit by unit: its first word, and after a gap its second. */
function probeOf({ form, exact }: QuickForm): readonly string[] {
  const [first = '', second] = form.split(' ');
  const probe = Array.from(first, (unit) => unitProbe(unit, exact));
  if (second !== undefined) {
    probe.push(' ', ...Array.from(second, (unit) => unitProbe(unit, exact)));
  }
  if (exact && /^[\p{Lu}\p{Ll}]{2,3}$/u.test(form)) probe.push('(?![a-z])');
  return probe;
}

/** All forms' probes as the source of one expression. A space stands for a gap. Empty when there are so many forms that the finder itself is quicker. */
export function quickSource(forms: readonly QuickForm[]): string {
  return forms.length > most ? '' : trieSource(forms.map(probeOf), { isEnough: true });
}
