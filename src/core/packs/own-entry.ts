import * as v from 'valibot';
import type { Entry, Kind } from '../knowledge/entry.ts';
import { packEntrySchema } from '../knowledge/packs/pack.ts';
import { aliasOf, idOf, shorten } from '../knowledge/packs/plain-entry.ts';

/** What a reader fills in to make an entry of their own. */
export type EntryDraft = {
  readonly label: string;
  /** Other names, separated by commas or line breaks. */
  readonly aliases: string;
  readonly kind: Kind;
  readonly definition: string;
};

export type DraftField = 'label' | 'definition' | 'aliases';

/** Controls and unseen characters, which could show a text otherwise than it is; joiners stay, as scripts need them. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

const plain = (text: string): string =>
  text.replace(/[<>]/g, '').replace(/\s+/g, ' ').replace(unseen, '').trim();

/** The draft as an entry, with the id given or one made from its label; or the field that will not do. */
export function entryFromDraft(
  draft: EntryDraft,
  id?: string,
): { readonly entry: Entry } | { readonly wrong: DraftField } {
  const label = plain(draft.label);
  const definition = plain(draft.definition);
  if (label === '') return { wrong: 'label' };
  if (definition === '') return { wrong: 'definition' };
  const forms = [label, ...draft.aliases.split(/[,\n]/).map(plain)].filter(Boolean);
  const parsed = v.safeParse(packEntrySchema, {
    id: id ?? idOf(label),
    kind: draft.kind,
    prefLabel: label,
    aliases: [...new Set(forms)].map(aliasOf),
    summary: shorten(definition),
    definition,
    basis: 'general',
  });
  if (parsed.success) return { entry: parsed.output };
  const path = String(parsed.issues[0]?.path?.[0]?.key ?? '');
  if (path === 'aliases') return { wrong: 'aliases' };
  return { wrong: path === 'definition' ? 'definition' : 'label' };
}

export function draftOf({ prefLabel, aliases, kind, definition }: Entry): EntryDraft {
  const others = aliases.map(({ form }) => form).filter((form) => form !== prefLabel);
  return { label: prefLabel, aliases: others.join(', '), kind, definition };
}
