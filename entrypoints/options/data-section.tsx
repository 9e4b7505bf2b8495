import { useRef, useState } from 'preact/hooks';
import { parseBackup, writeBackup } from '../../src/core/packs/backup.ts';
import { bundledId, type Shelf } from '../../src/core/packs/shelf.ts';
import type { SettingsIssue } from '../../src/core/settings/parse-settings.ts';
import { defaultSettings, type Settings } from '../../src/core/settings/settings.ts';
import type { PackStore } from '../../src/extension/pack-store.ts';
import type { SyncState } from '../../src/extension/settings-sync.ts';
import { Section } from './controls.tsx';
import { saveFile } from './save-file.ts';
import type { SectionProps } from './types.ts';

/** Where everything is kept, a copy of it in one file, and the way back to the beginning. */
export function DataSection(
  props: SectionProps & {
    readonly shelf: Shelf;
    readonly packs: PackStore;
    readonly sync: SyncState;
    readonly issues: readonly SettingsIssue[];
    readonly onShelf: () => Promise<void>;
  },
) {
  const { labels, settings, shelf, packs, sync, issues, onShelf, onChange, onDone } = props;
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string>();

  /** Puts other settings in the place of all. */
  const replace = (all: Settings) => onChange({ kind: 'replace', settings: all });

  const backUp = async () => {
    const glossaries = await Promise.all(
      shelf.books.map(async ({ id, on }) => {
        const pack = await packs.read(id);
        return { id, on, ...(pack && { pack: { ...pack, title: pack.title || id } }) };
      }),
    );
    saveFile('newsgloss-backup.json', writeBackup({ settings, glossaries }));
  };

  const restore = async (file: File) => {
    const parsed = parseBackup(await file.text());
    setRefused('refused' in parsed ? parsed.refused.message : undefined);
    if ('refused' in parsed) return;
    try {
      await packs.restore(parsed.backup);
    } catch (error) {
      setRefused(error instanceof Error ? error.message : '');
      return;
    }
    await onShelf();
    const undo = () => void packs.undoRestore(settings).then(onShelf);
    onDone({ text: labels('optionsRestored'), undo });
  };

  const reset = () => {
    replace(defaultSettings);
    onDone({ text: labels('optionsWasReset'), undo: () => replace(settings) });
  };

  const own = shelf.books.filter(({ id }) => id !== bundledId).length;
  return (
    <Section id="data" title={labels('optionsData')}>
      <p class="lead" role="status">
        {sync.status === 'synced'
          ? labels('optionsSynced')
          : labels(sync.reason === 'too-much' ? 'optionsTooMuch' : 'optionsSyncRefused')}
      </p>
      {issues.length > 0 && (
        <div class="refused" role="status">
          <p>{labels('optionsIssues')}</p>
          <ul>
            {issues.map(({ path, found }) => (
              <li key={path + found}>
                <code>{path}</code>: <code>{found}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p>{labels('optionsBackupLead', [], own)}</p>
      <div class="actions">
        <button type="button" class="button" onClick={() => void backUp()}>
          {labels('optionsBackup')}
        </button>
        <input
          ref={input}
          class="unseen"
          type="file"
          id="restore"
          tabIndex={-1}
          accept=".json"
          aria-label={labels('optionsRestore')}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = '';
            if (file) void restore(file);
          }}
        />
        <button type="button" class="button" onClick={() => input.current?.click()}>
          {labels('optionsRestore')}
        </button>
        <button type="button" class="button" onClick={reset}>
          {labels('optionsReset')}
        </button>
      </div>
      {refused !== undefined && (
        <p class="wrong" role="alert">
          {labels('optionsRestoreRefused', [refused])}
        </p>
      )}
    </Section>
  );
}
