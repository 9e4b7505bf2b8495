/** A form as the lexicon stores it, and whether it is matched as written. */
export type QuickForm = { readonly form: string; readonly exact: boolean };

/** Beyond this many forms one native alternation loses to the finder itself. */
const most = 1500;

function unitProbe(unit: string, exact: boolean): string {
  if (/['\u2019\u02bc]/.test(unit)) return "['\\u2019\\u02bc]";
  const [lower, upper] = [unit.toLowerCase(), unit.toUpperCase()];
  const cased = !exact && lower !== upper && lower.length === 1 && upper.length === 1;
  return cased ? `[${lower}${upper}]` : unit.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
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

/** What may follow a probe's beginning; empty where a probe ends, since what is longer is then found too. */
type Trie = Map<string, Trie>;

/**
 * All forms' probes as the source of one expression, in the shape of a trie: three times as fast as one after the
 * other. A space stands for a gap. Empty when there are so many forms that the finder itself is quicker.
 */
export function quickSource(forms: readonly QuickForm[]): string {
  if (forms.length > most) return '';
  const root: Trie = new Map();
  const ends = new Set<Trie>();
  for (const form of forms) {
    let node = root;
    for (const unit of probeOf(form)) {
      const next = node.get(unit) ?? new Map();
      node.set(unit, next);
      node = next;
    }
    ends.add(node);
  }
  const write = (node: Trie): string => {
    if (ends.has(node)) return '';
    const ways = [...node].map(([unit, next]) => unit + write(next));
    return ways.length === 1 ? (ways[0] ?? '') : `(?:${ways.join('|')})`;
  };
  return root.size === 0 ? '(?!)' : write(root);
}
