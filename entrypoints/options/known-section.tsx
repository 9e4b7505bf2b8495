import type { Correction } from '../../src/core/matching/mention.ts';
import { RowList, Section } from './controls.tsx';
import type { SectionProps } from './types.ts';

/** What the reader told the cards: concepts they know, and words that mean something else. Each may be taken back. */
export function KnownSection(props: SectionProps) {
  const { labels, settings, labelOf, onChange, onDone } = props;
  const forget = (value: string) => {
    onChange({ kind: 'remove', path: 'known', value });
    onDone({
      text: labels('optionsForgotten', [labelOf(value)]),
      undo: () => onChange({ kind: 'add', path: 'known', value }),
    });
  };
  const takeBack = (value: Correction) => {
    onChange({ kind: 'remove', path: 'corrections', value });
    onDone({
      text: labels('optionsTakenBack', [value.form]),
      undo: () => onChange({ kind: 'add', path: 'corrections', value }),
    });
  };
  return (
    <Section id="known" title={labels('optionsKnown')} lead={labels('optionsKnownLead')}>
      <h3>{labels('optionsKnownConcepts')}</h3>
      <RowList
        items={settings.known}
        empty={labels('optionsNoneKnown')}
        keyOf={String}
        draw={(concept) => (
          <>
            <span class="row-text" dir="auto">
              {labelOf(concept)}
            </span>
            <button
              type="button"
              class="quiet"
              aria-label={labels('optionsMarkAgain', [labelOf(concept)])}
              onClick={() => forget(concept)}
            >
              {labels('optionsMarkAgainShort')}
            </button>
          </>
        )}
      />
      <h3>{labels('optionsCorrections')}</h3>
      <RowList
        items={settings.corrections}
        empty={labels('optionsNoCorrections')}
        keyOf={({ form, concept, site = '' }) => JSON.stringify([form, concept, site])}
        draw={(correction) => (
          <>
            <span class="row-text" dir="auto">
              {correctionIn(props, correction)}
            </span>
            <button type="button" class="quiet" onClick={() => takeBack(correction)}>
              {labels('optionsTakeBack')}
              <span class="unseen">{correction.form}</span>
            </button>
          </>
        )}
      />
    </Section>
  );
}

function correctionIn(
  { labels, labelOf }: SectionProps,
  { form, concept, verdict, site }: Correction,
): string {
  const words = [form, labelOf(concept)];
  const key = verdict === 'never' ? 'optionsIsNot' : 'optionsIsAlways';
  return site === undefined ? labels(key, words) : labels(`${key}On`, [...words, site]);
}
