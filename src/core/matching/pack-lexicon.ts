import type { Alias, Entry } from '../knowledge/entry.ts';
import { type WitnessSources, witnessSources } from './ai-witness.ts';
import { fields } from './fields.ts';
import { isFindable, storedForms } from './form.ts';
import { fewForms, fillFilter, fillSlots, packFilter } from './form-tables.ts';
import { inflect } from './inflect.ts';
import { type AuthoredCues, namesInField, packCues } from './pack-cues.ts';
import { flag, type PackedLexicon } from './packed.ts';
import { packLong, packShort } from './packed-numbers.ts';
import { quickSource } from './quick-source.ts';

export type { PackedLexicon } from './packed.ts';

type Row = { readonly form: string; readonly alias: number; readonly exact: boolean };

/** An authored form is matched as written when it has a capital, unless its alias says otherwise. */
const isExact = (alias: Alias): boolean =>
  (alias.case ?? (/\p{Lu}/u.test(alias.form) ? 'exact' : 'any')) === 'exact';

/** A capitalised word or designation ("Huang", "R1"), which other names may contain; not an acronym ("LLM"). */
const isName = (alias: Alias): boolean =>
  isExact(alias) && /^\p{Lu}(?:\p{Ll}+|\p{N}+)$/u.test(alias.form);

function flagsOf(alias: Alias): number {
  return (
    (isExact(alias) ? flag.exact : 0) |
    (alias.ambiguous ? flag.ambiguous : 0) |
    (isName(alias) ? flag.name : 0)
  );
}

let witness: WitnessSources | undefined;

/** The same in every lexicon, and worked out once. */
function witnessOfAi(): WitnessSources {
  witness ??= witnessSources([...namesInField(fields.ai)]);
  return witness;
}

/** The number of these cues among all, counted from 1; 0 for none. */
function numberOf(all: AuthoredCues[], cues: AuthoredCues | undefined): number {
  if (cues === undefined) return 0;
  const known = all.indexOf(cues);
  return known >= 0 ? known + 1 : all.push(cues);
}

/**
 * What finds the concepts of these entries: every alias in all the endings that it allows, filed by the hash of its
 * first words. An alias without cues has those of the entry's first alias that has some. Forms that cannot be found (no letter or digit first, a single sign) are left out.
 */
export function packLexicon(entries: readonly Entry[]): PackedLexicon {
  const aliases: string[] = [];
  const rows: Row[] = [];
  const cues: AuthoredCues[] = [];
  entries.forEach((entry, concept) => {
    const shared = numberOf(cues, entry.aliases.find((alias) => alias.cues !== undefined)?.cues);
    for (const alias of entry.aliases) {
      const index = aliases.length;
      const prior = Math.round(1000 * (alias.prior ?? 0.5));
      const own = alias.cues === undefined ? shared : numberOf(cues, alias.cues);
      aliases.push(
        packLong(concept) + packShort(flagsOf(alias)) + packShort(prior) + packLong(own),
      );
      const written = inflect(alias.form, alias.inflect ?? 'none').flatMap(storedForms);
      for (const form of new Set(written))
        if (isFindable(form)) rows.push({ form, alias: index, exact: isExact(alias) });
    }
  });
  const starts: string[] = [];
  let end = 0;
  for (const { form } of rows) {
    starts.push(packLong(end));
    end += form.length;
  }
  const forms = rows.map(({ form }) => form);
  const isSmall = forms.length < fewForms;
  return {
    version: 2,
    concepts: entries.map(({ id }) => id),
    aliases: aliases.join(''),
    forms: forms.join(''),
    starts: starts.join('') + packLong(end),
    owners: rows.map(({ alias }) => packLong(alias)).join(''),
    slots: isSmall ? '' : fillSlots(forms),
    filter: isSmall ? '' : packFilter(fillFilter(forms)),
    quick: quickSource(rows),
    witness: witnessOfAi(),
    cues: packCues(cues, fields),
  };
}
