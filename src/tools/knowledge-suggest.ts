import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import { readKnowledge } from '../build/read-knowledge.ts';
import { foldForm } from '../core/knowledge/check/check-labels.ts';
import type { Entry } from '../core/knowledge/entry.ts';
import { idOf } from '../core/knowledge/packs/plain-entry.ts';
import { type Reading, readFolder } from './suggest/read-folder.ts';
import { type Suggestion, suggest } from './suggest/suggest.ts';

/** How many suggestions an author is likely to read through. */
const firstLook = 60;

/** `knowledge suggest DIR [--all] [--measure] [--drafts OUT]`. */
export function runSuggest(args: readonly string[]): number {
  const options = {
    all: { type: 'boolean' },
    measure: { type: 'boolean' },
    drafts: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [dir] = positionals;
  if (dir === undefined) throw new Error('name the folder that holds the documents');
  const readings = readFolder(dir);
  if (readings.length === 0) throw new Error(`no .txt, .md or .html file in ${dir}`);
  const entries = readKnowledge().authored.map(({ entry }) => entry);
  const covered = formsOf(entries);
  const everything = values.all || values.measure;
  const found = suggest(readings, everything ? undefined : (form) => covered.has(foldForm(form)));

  for (const [index, one] of found.entries()) console.log(`${index + 1}. ${describe(one)}`);
  if (values.drafts !== undefined) writeDrafts(found, { dir: values.drafts, readings });
  if (values.measure) printMeasure(measureSuggestions(found, entries));
  return 0;
}

function describe({ label, forms, kind, reasons, cites, figures }: Suggestion): string {
  const also = forms.length > 0 ? ` (also ${forms.join(', ')})` : '';
  const facts = figures.length > 0 ? ` · ${figures.join(', ')}` : '';
  return `${label}${also} · ${kind} · ${reasons.join(', ')} · ${cites.join(' ')}${facts}`;
}

/** A form as folded → the ids of the entries that have it. */
function formsOf(entries: readonly Entry[]): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, readonly string[]>();
  for (const { id, prefLabel, aliases } of entries) {
    for (const form of [prefLabel, ...aliases.map((alias) => alias.form)]) {
      const key = foldForm(form);
      forms.set(key, [...new Set([...(forms.get(key) ?? []), id])]);
    }
  }
  return forms;
}

export type Measure = {
  readonly entries: number;
  readonly recovered: readonly string[];
  readonly missed: readonly string[];
  readonly looked: number;
  /** Among the first sixty: suggestions that have an entry, and entries that they lead to. */
  readonly useful: number;
  readonly distinct: number;
};

/**
 * Suggestions held against entries that people wrote from the same documents. An entry is recovered
 * when a suggestion is its label or one of its aliases (case, hyphens, spaces and plural aside). A
 * suggestion is useful when it is so for some entry: somebody thought it worth explaining.
 */
export function measureSuggestions(
  found: readonly Suggestion[],
  entries: readonly Entry[],
): Measure {
  const forms = formsOf(entries);
  const entriesOf = ({ label, forms: others }: Suggestion) =>
    [label, ...others].flatMap((form) => forms.get(foldForm(form)) ?? []);
  const recovered = new Set(found.flatMap(entriesOf));
  const first = found.slice(0, firstLook);
  return {
    entries: entries.length,
    recovered: [...recovered],
    missed: entries.map(({ id }) => id).filter((id) => !recovered.has(id)),
    looked: first.length,
    useful: first.filter((one) => entriesOf(one).length > 0).length,
    distinct: new Set(first.flatMap(entriesOf)).size,
  };
}

function printMeasure({ entries, recovered, missed, looked, useful, distinct }: Measure): void {
  const percent = ((100 * recovered.length) / entries).toFixed(1);
  console.log(`\nRecovered ${recovered.length} of ${entries} entries (${percent} %; goal 85 %)`);
  console.log(`  missed: ${missed.join(', ') || 'none'}`);
  console.log(`Useful among the first ${looked}: ${useful} (goal ${Math.ceil(looked / 2)})`);
  console.log(
    `  they lead to ${distinct} different entries; useful = the label or an alias of an entry`,
  );
}

/** One file a suggestion, the wording left to the author: `check` fails until it is written. */
function writeDrafts(
  found: readonly Suggestion[],
  { dir, readings }: { readonly dir: string; readonly readings: readonly Reading[] },
): void {
  const published = new Map(readings.map((reading) => [reading.source, reading.published]));
  mkdirSync(dir, { recursive: true });
  for (const { label, forms, kind, cites, figures } of found.slice(0, firstLook)) {
    const id = idOf(label);
    const draft = {
      id,
      kind,
      prefLabel: label,
      aliases: [label, ...forms].map((form) => ({ form })),
      summary: '',
      definition: '',
      basis: cites,
      claims: cites.map((cite, index) => ({
        id: `claim-${index + 1}`,
        text: '',
        kind: 'fact',
        cites: [cite],
        asOf: published.get(cite.split(':')[0] ?? '') ?? '',
      })),
    };
    const note = figures.length > 0 ? `# figures and dates there: ${figures.join(', ')}\n` : '';
    writeFileSync(join(dir, `${id}.yaml`), note + stringify(draft, { lineWidth: 110 }));
  }
  console.log(`\n${Math.min(found.length, firstLook)} drafts in ${dir}`);
}
