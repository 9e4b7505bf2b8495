import { describe, expect, it } from 'vitest';
import { type Backup, parseBackup, writeBackup } from '../../../src/core/packs/backup.ts';
import { draftOf, entryFromDraft } from '../../../src/core/packs/own-entry.ts';
import { defaultSettings } from '../../../src/core/settings/settings.ts';

const made = entryFromDraft({
  label: 'Zorbulator',
  aliases: 'Zorb, the zorber',
  kind: 'product',
  definition: 'A device.',
});
if ('wrong' in made) throw new Error('the draft should do');

const backup: Backup = {
  settings: { ...defaultSettings, known: ['nvidia'], card: { delay: 700 } },
  glossaries: [
    { id: 'own', on: true, pack: { title: 'Own', sources: [], entries: [made.entry] } },
    { id: 'bundled', on: false },
  ],
};

describe('a backup', () => {
  it('is read as it was written', () => {
    expect(parseBackup(writeBackup(backup))).toEqual({ backup, issues: [] });
  });

  it('with one bad setting loses that one alone, and says so', () => {
    const text = writeBackup(backup).replace('700', '"soon"');
    const parsed = parseBackup(text);
    expect('backup' in parsed && parsed.backup.settings).toEqual({
      ...backup.settings,
      card: { delay: 400 },
    });
    expect('issues' in parsed && parsed.issues).toEqual([{ path: 'card.delay', found: '"soon"' }]);
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"format":"newsgloss-backup","version":9,"settings":{},"glossaries":[]}',
    '{"format":"newsgloss-backup","version":1,"settings":{}}',
    '{"format":"newsgloss-backup","version":1,"settings":{},"glossaries":[{"id":"x","on":true,"pack":{"entries":[{"id":"<b>"}]}}]}',
    writeBackup(backup).replace('A device.', '<img src=x>'),
    writeBackup(backup).slice(0, -40),
  ])('that is not sound is refused whole: %.60s', (text) => {
    expect(Object.keys(parseBackup(text))).toEqual(['refused']);
  });

  it('never throws, whatever its settings are', () => {
    for (const settings of [null, 7, 'x', [], { sites: 'x' }, { known: [{}] }])
      expect(
        'backup' in
          parseBackup(
            JSON.stringify({ format: 'newsgloss-backup', version: 1, settings, glossaries: [] }),
          ),
      ).toBe(true);
  });
});

describe("an entry by the reader's own hand", () => {
  it('comes back from its entry as it was typed', () => {
    expect(draftOf(made.entry)).toEqual({
      label: 'Zorbulator',
      aliases: 'Zorb, the zorber',
      kind: 'product',
      definition: 'A device.',
    });
  });

  const rows: readonly (readonly [
    what: string,
    label: string,
    definition: string,
    wrong: string,
  ])[] = [
    ['no name', ' ', 'x', 'label'],
    ['a name without letters', '?!', 'x', 'label'],
    ['no definition', 'X', '  ', 'definition'],
  ];
  it.each(rows)('is refused with %s', (_, label, definition, wrong) => {
    expect(entryFromDraft({ label, definition, aliases: '', kind: 'notion' })).toEqual({ wrong });
  });

  it('loses markup and characters that nobody sees', () => {
    const hostile = entryFromDraft({
      label: 'A\u202Eb <script>',
      aliases: '\u2066x\u2069',
      kind: 'notion',
      definition: 'One\u0000\u200B line\n and\ttwo.',
    });
    expect(
      'entry' in hostile && [
        hostile.entry.prefLabel,
        hostile.entry.definition,
        hostile.entry.aliases[1]?.form,
      ],
    ).toEqual(['Ab script', 'One line and two.', 'x']);
  });

  it('in sentence case is found in small letters too; a name is not', () => {
    const aliasOf = (label: string) => {
      const draft = entryFromDraft({ label, definition: 'x', aliases: '', kind: 'notion' });
      return 'entry' in draft ? draft.entry.aliases[0] : undefined;
    };
    expect(aliasOf('Quantum frobnication')).toEqual({ form: 'Quantum frobnication', case: 'any' });
    expect(aliasOf('Jensen Huang')).toEqual({ form: 'Jensen Huang' });
    expect(aliasOf('LLM agent')).toEqual({ form: 'LLM agent' });
  });
});
