import { useEffect, useState } from 'preact/hooks';
import type { Entry, Kind } from '../../src/core/knowledge/entry.ts';
import { kinds } from '../../src/core/knowledge/vocabulary.ts';
import {
  type DraftField,
  draftOf,
  type EntryDraft,
  entryFromDraft,
} from '../../src/core/packs/own-entry.ts';
import { ownId, type Shelf } from '../../src/core/packs/shelf.ts';
import type { PackStore } from '../../src/extension/pack-store.ts';
import { kindIn } from '../../src/view/entry-view.tsx';
import { RowList, Section } from './controls.tsx';
import type { Done, SectionProps } from './types.ts';

const emptyDraft: EntryDraft = { label: '', aliases: '', kind: 'notion', definition: '' };

/** Entries by the reader's own hand. */
export function OwnSection(
  props: SectionProps & {
    readonly shelf: Shelf;
    readonly packs: PackStore;
    readonly onShelf: () => Promise<void>;
    /** Words from a page that are to become an entry. */
    readonly asked: string;
  },
) {
  const { labels, shelf, packs, onShelf, onDone, asked } = props;
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [editing, setEditing] = useState<{ readonly draft: EntryDraft; readonly id?: string }>();
  const { generation } = shelf;

  useEffect(() => {
    void packs.read(ownId).then((content) => setEntries(content?.entries ?? []));
  }, [packs, generation]);
  useEffect(() => {
    if (asked !== '') setEditing({ draft: { ...emptyDraft, label: asked } });
  }, [asked]);

  const store = async (next: readonly Entry[], done?: Done) => {
    if (next.length === 0) await packs.remove(ownId);
    else await packs.put(ownId, { title: '', entries: next, sources: [] });
    // Said before pages follow: the way back is there as soon as it leads back.
    if (done) onDone(done);
    await onShelf();
  };
  const save = async (entry: Entry) => {
    setEditing(undefined);
    const others = entries.filter(({ id }) => id !== entry.id);
    await store([...others, entry], { text: labels('optionsSavedEntry', [entry.prefLabel]) });
  };
  const remove = async (entry: Entry) => {
    const before = entries;
    const others = entries.filter(({ id }) => id !== entry.id);
    await store(others, {
      text: labels('optionsRemoved', [entry.prefLabel]),
      undo: () => void store(before),
    });
  };

  return (
    <Section id="own" title={labels('optionsOwn')} lead={labels('optionsOwnLead')}>
      <RowList
        items={entries}
        empty={labels('optionsNoOwn')}
        keyOf={({ id }) => id}
        draw={(entry) => (
          <>
            <span class="row-text" dir="auto">
              <b>{entry.prefLabel}</b> <span class="note">{entry.summary}</span>
            </span>
            <button
              type="button"
              class="quiet"
              aria-label={labels('optionsEditOne', [entry.prefLabel])}
              onClick={() => setEditing({ draft: draftOf(entry), id: entry.id })}
            >
              {labels('optionsEdit')}
            </button>
            <button
              type="button"
              class="quiet"
              aria-label={labels('optionsRemoveOne', [entry.prefLabel])}
              onClick={() => void remove(entry)}
            >
              {labels('optionsRemove')}
            </button>
          </>
        )}
      />
      {editing ? (
        <EntryForm
          key={editing.id ?? editing.draft.label}
          {...props}
          start={editing.draft}
          onCancel={() => setEditing(undefined)}
          onSave={(draft) => {
            const made = entryFromDraft(draft, editing.id);
            if ('wrong' in made) return made.wrong;
            void save(made.entry);
            return undefined;
          }}
        />
      ) : (
        <button type="button" class="button" onClick={() => setEditing({ draft: emptyDraft })}>
          {labels('optionsAddEntry')}
        </button>
      )}
    </Section>
  );
}

function EntryForm({
  labels,
  start,
  onSave,
  onCancel,
}: SectionProps & {
  readonly start: EntryDraft;
  readonly onSave: (draft: EntryDraft) => DraftField | undefined;
  readonly onCancel: () => void;
}) {
  const [draft, setDraft] = useState(start);
  const [wrong, setWrong] = useState<DraftField>();
  const change = (part: Partial<EntryDraft>) => {
    setDraft({ ...draft, ...part });
    setWrong(undefined);
  };
  return (
    <form
      class="entry-form"
      onSubmit={(event) => {
        event.preventDefault();
        setWrong(onSave(draft));
      }}
    >
      <label>
        {labels('optionsEntryLabel')}
        <input
          class="field"
          value={draft.label}
          maxLength={200}
          autofocus
          aria-invalid={wrong === 'label'}
          onInput={(event) => change({ label: event.currentTarget.value })}
        />
      </label>
      <label>
        {labels('optionsEntryAliases')}
        <input
          class="field"
          value={draft.aliases}
          aria-invalid={wrong === 'aliases'}
          onInput={(event) => change({ aliases: event.currentTarget.value })}
        />
      </label>
      <label>
        {labels('optionsEntryKind')}
        <select
          class="field"
          value={draft.kind}
          onChange={(event) => change({ kind: event.currentTarget.value as Kind })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindIn(labels, kind)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {labels('optionsEntryDefinition')}
        <textarea
          class="field"
          rows={3}
          maxLength={4000}
          value={draft.definition}
          aria-invalid={wrong === 'definition'}
          onInput={(event) => change({ definition: event.currentTarget.value })}
        />
      </label>
      {wrong && (
        <p class="wrong" role="alert">
          {labels('optionsEntryWrong')}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="button main">
          {labels('optionsSave')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {labels('optionsCancel')}
        </button>
      </div>
    </form>
  );
}
