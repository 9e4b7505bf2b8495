import type { Alias } from '../entry.ts';
import type { Issue } from '../issue.ts';
import type { AuthoredEntry } from '../parse-entry.ts';
import { type Check, fault } from './knowledge.ts';

type Labelled = {
  readonly one: AuthoredEntry;
  readonly alias: Alias;
  readonly path: readonly (string | number)[];
};

/**
 * No two entries claim the same form unless both say that it is ambiguous, no form stands twice in
 * an entry, and no label of one entry hides behind another's alias.
 */
export const checkLabels: Check = ({ authored }) => {
  const issues: Issue[] = [];
  const byForm = new Map<string, Labelled[]>();
  const byLabel = new Map<string, AuthoredEntry>();
  for (const one of authored) {
    const label = foldForm(one.entry.prefLabel);
    const twin = byLabel.get(label);
    if (twin) {
      const message = `label "${one.entry.prefLabel}" is also that of ${twin.entry.id}`;
      const advice = 'give one of them a label that tells them apart';
      issues.push(fault(one, ['prefLabel'], { message, advice }));
    } else byLabel.set(label, one);
    one.entry.aliases.forEach((alias, index) => {
      const form = foldForm(alias.form);
      const labelled = { one, alias, path: ['aliases', index] };
      byForm.set(form, [...(byForm.get(form) ?? []), labelled]);
    });
  }
  for (const sharers of byForm.values()) issues.push(...collisions(sharers));
  for (const [form, sharers] of byForm) {
    const owner = byLabel.get(form);
    for (const { one, alias, path } of sharers) {
      if (!owner || owner === one || alias.ambiguous) continue;
      const message = `alias "${alias.form}" shadows the label of ${owner.entry.id}`;
      const advice = 'remove the alias, or mark it ambiguous';
      issues.push(fault(one, path, { message, advice }));
    }
  }
  return issues;
};

function collisions(sharers: readonly Labelled[]): readonly Issue[] {
  return sharers.slice(1).flatMap((later, index) => {
    const earlier = sharers.slice(0, index + 1);
    const same = earlier.find(({ one }) => one === later.one);
    if (same && same.alias.lang === later.alias.lang) {
      const message = `alias "${later.alias.form}" says nothing that "${same.alias.form}" does not`;
      const advice = 'remove it: case, hyphens and spaces are varied by rule';
      // Written forms that differ in case alone may carry different rules, e.g. one of them ambiguous.
      if (sameRules(same.alias, later.alias))
        return [fault(later.one, later.path, { message, advice })];
    }
    const other = earlier.find(({ one }) => one !== later.one);
    if (!other || (other.alias.ambiguous && later.alias.ambiguous)) return [];
    const message = `alias "${later.alias.form}" collides with that of ${other.one.entry.id}`;
    const advice = 'mark it ambiguous in both entries and give cues, or remove one';
    return [fault(later.one, later.path, { message, advice })];
  });
}

const sameRules = (a: Alias, b: Alias) =>
  gapped(a) === gapped(b) &&
  (a.inflect ?? 'none') === (b.inflect ?? 'none') &&
  (a.ambiguous ?? false) === (b.ambiguous ?? false) &&
  caseOf(a) === caseOf(b) &&
  (caseOf(a) === 'any' || a.form === b.form);

const gapped = ({ form }: Alias) => form.toLowerCase().replace(/[\s\p{Pd}]+/gu, '-');

const caseOf = ({ form, case: rule }: Alias) => rule ?? (/\p{Lu}/u.test(form) ? 'exact' : 'any');

/** Forms that a reader would hardly tell apart fold to one: case, hyphens, spaces, a plural's s. */
export function foldForm(form: string): string {
  return form
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]+/gu, '')
    .replace(/(?<=[a-z]{3})s$/, '');
}
