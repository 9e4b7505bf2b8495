import { useRef, useState } from 'preact/hooks';
import type { Issue } from '../../src/core/knowledge/issue.ts';
import type { PackFormat } from '../../src/core/knowledge/packs/pack.ts';
import { writePack } from '../../src/core/knowledge/packs/write-pack.ts';
import { type Book, bundledId, ownId, type Shelf } from '../../src/core/packs/shelf.ts';
import type { PackStore } from '../../src/extension/pack-store.ts';
import { Section } from './controls.tsx';
import { readPackFile } from './import-pack.ts';
import { fileNameOf, saveFile } from './save-file.ts';
import type { SectionProps } from './types.ts';

export type GlossariesProps = SectionProps & {
  readonly shelf: Shelf;
  readonly packs: PackStore;
  readonly bundledCount: number;
  readonly onTurn: (id: string, on: boolean) => Promise<void>;
  /** To be called after the shelf became another; tells whether pages follow. */
  readonly onShelf: () => Promise<void>;
};

type Import =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly share: number; readonly stop: AbortController }
  | { readonly state: 'refused'; readonly file: string; readonly issues: readonly Issue[] };

const endings: Readonly<Record<PackFormat, string>> = { json: 'json', csv: 'csv', skos: 'jsonld' };

/** The bundled glossary and the reader's own: on or off, in which order, in and out. */
export function GlossariesSection(props: GlossariesProps) {
  const { labels, shelf, packs } = props;
  const [state, setState] = useState<Import>({ state: 'none' });
  const input = useRef<HTMLInputElement>(null);

  const bringIn = async (file: File) => {
    const stop = new AbortController();
    const show = (share: number) => setState({ state: 'running', share, stop });
    show(0);
    try {
      const read = await readPackFile(file, {
        signal: stop.signal,
        onProgress: (share) => show(share * 0.6),
      });
      if ('issues' in read) {
        setState({ state: 'refused', file: file.name, issues: read.issues });
        return;
      }
      const { pack } = read;
      const id = `pack-${crypto.randomUUID()}`;
      await packs.put(id, pack, {
        signal: stop.signal,
        onProgress: (done) => show(0.6 + (0.4 * done) / pack.entries.length),
      });
      await props.onShelf();
      setState({ state: 'none' });
      props.onDone({ text: labels('optionsImported', [pack.title, String(pack.entries.length)]) });
    } catch (error) {
      setState({ state: 'none' });
      props.onDone({
        text: labels(stop.signal.aborted ? 'optionsImportCancelled' : 'optionsImportFailed', [
          error instanceof Error ? error.message : '',
        ]),
      });
    }
  };

  return (
    <Section
      id="glossaries"
      title={labels('optionsGlossaries')}
      lead={labels('optionsGlossariesLead')}
    >
      <ol class="rows books">
        {shelf.books.map((book, index) => (
          <BookRow
            key={book.id}
            {...props}
            book={book}
            first={index === 0}
            last={index === shelf.books.length - 1}
          />
        ))}
      </ol>
      <div class="actions">
        <input
          ref={input}
          class="unseen"
          type="file"
          id="import"
          tabIndex={-1}
          accept=".json,.jsonld,.csv,.tsv,.txt"
          aria-label={labels('optionsImport')}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file) void bringIn(file);
          }}
        />
        <button
          type="button"
          class="button main"
          disabled={state.state === 'running'}
          onClick={() => input.current?.click()}
        >
          {labels('optionsImport')}
        </button>
        <span class="note">{labels('optionsImportFormats')}</span>
      </div>
      {state.state === 'running' && (
        <div class="progress">
          <progress max={1} value={state.share} aria-label={labels('optionsImporting')} />
          <button type="button" class="button" onClick={() => state.stop.abort()}>
            {labels('optionsCancel')}
          </button>
        </div>
      )}
      {state.state === 'refused' && (
        <div class="refused" role="alert">
          <p>{labels('optionsRefused', [state.file])}</p>
          <ul>
            {state.issues.slice(0, 8).map(({ line, message, advice }) => (
              <li key={`${line} ${message}`}>
                {labels('optionsRefusedLine', [String(line), message, advice])}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}

function BookRow({
  book,
  first,
  last,
  ...props
}: GlossariesProps & { readonly book: Book; readonly first: boolean; readonly last: boolean }) {
  const { labels, packs, onShelf, onDone } = props;
  const title = bookTitle(props, book);
  const count = book.id === bundledId ? props.bundledCount : book.count;
  const act = (task: Promise<unknown>) => void task.then(onShelf);
  const save = async (format: PackFormat) => {
    const content = await packs.read(book.id);
    if (content)
      saveFile(fileNameOf(title, endings[format]), writePack({ ...content, title }, format));
  };
  const remove = async () => {
    const content = await packs.read(book.id);
    await packs.remove(book.id);
    // Said before pages follow: the way back is there as soon as it leads back.
    onDone({
      text: labels('optionsRemoved', [title]),
      ...(content && { undo: () => act(packs.put(book.id, content)) }),
    });
    await onShelf();
  };
  return (
    <li class="row book">
      <label class="switch book-switch">
        <input
          type="checkbox"
          role="switch"
          checked={book.on}
          aria-checked={book.on}
          onChange={(event) => void props.onTurn(book.id, event.currentTarget.checked)}
        />
        <span class="switch-label" dir="auto">
          {title}
          <span class="note">{labels('optionsEntries', [], count)}</span>
        </span>
      </label>
      <div class="tools">
        <button
          type="button"
          class="quiet"
          disabled={first}
          aria-label={labels('optionsEarlier', [title])}
          title={labels('optionsEarlier', [title])}
          onClick={() => act(packs.move(book.id, -1))}
        >
          ↑
        </button>
        <button
          type="button"
          class="quiet"
          disabled={last}
          aria-label={labels('optionsLater', [title])}
          title={labels('optionsLater', [title])}
          onClick={() => act(packs.move(book.id, 1))}
        >
          ↓
        </button>
        {book.id !== bundledId && (
          <>
            {(['json', 'csv', 'skos'] as const).map((format) => (
              <button
                key={format}
                type="button"
                class="quiet"
                aria-label={labels('optionsExportAs', [title, format.toUpperCase()])}
                onClick={() => void save(format)}
              >
                {format.toUpperCase()}
              </button>
            ))}
            <button
              type="button"
              class="quiet"
              aria-label={labels('optionsRemoveOne', [title])}
              onClick={() => void remove()}
            >
              {labels('optionsRemove')}
            </button>
          </>
        )}
      </div>
    </li>
  );
}

export function bookTitle({ labels }: SectionProps, { id, title }: Book): string {
  if (id === bundledId) return labels('optionsBundled');
  return id === ownId ? labels('optionsOwn') : title;
}
