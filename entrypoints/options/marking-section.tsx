import type { ValuePath } from '../../src/core/settings/fields.ts';
import type { Amount, MarkColour, MarkStyle } from '../../src/core/settings/settings.ts';
import { Choice, Section, Switch } from './controls.tsx';
import type { SectionProps } from './types.ts';

/** How much is marked, where and how, beside the real thing. */
export function MarkingSection({ labels, settings, onChange }: SectionProps) {
  const { marking, card } = settings;
  const set = (path: ValuePath) => (value: unknown) => onChange({ kind: 'set', path, value });
  return (
    <Section id="marking" title={labels('optionsMarking')}>
      <div class="beside">
        <div>
          <Choice<Amount>
            title={labels('optionsAmount')}
            value={marking.amount}
            choices={[
              ['section', labels('optionsAmountSection')],
              ['page', labels('optionsAmountPage')],
              ['every', labels('optionsAmountEvery')],
            ]}
            onChoose={set('marking.amount')}
          />
          <Choice<MarkStyle>
            title={labels('optionsStyle')}
            value={marking.style}
            choices={[
              ['dotted', labels('optionsStyleDotted')],
              ['dashed', labels('optionsStyleDashed')],
              ['solid', labels('optionsStyleSolid')],
              ['background', labels('optionsStyleBackground')],
            ]}
            onChoose={set('marking.style')}
          />
          <Choice<MarkColour>
            title={labels('optionsColour')}
            value={marking.colour}
            choices={[
              ['text', labels('optionsColourText')],
              ['blue', labels('optionsColourBlue')],
              ['green', labels('optionsColourGreen')],
              ['violet', labels('optionsColourViolet')],
              ['orange', labels('optionsColourOrange')],
            ]}
            onChoose={set('marking.colour')}
          />
        </div>
        <figure class="preview">
          <figcaption>{labels('optionsPreview')}</figcaption>
          <iframe src="/preview.html" title={labels('optionsPreview')} />
        </figure>
      </div>
      <div class="group">
        <Switch
          label={labels('optionsHeadings')}
          on={marking.headings}
          onTurn={set('marking.headings')}
        />
        <Switch label={labels('optionsLinks')} on={marking.links} onTurn={set('marking.links')} />
        <Switch
          label={labels('optionsQuotations')}
          on={marking.quotations}
          onTurn={set('marking.quotations')}
        />
        <Switch
          label={labels('optionsOnlyAboutAi')}
          on={marking.onlyAboutAi}
          onTurn={set('marking.onlyAboutAi')}
        />
      </div>
      <label class="range">
        <span>{labels('optionsDelay')}</span>
        <input
          type="range"
          min={0}
          max={1500}
          step={50}
          value={card.delay}
          aria-valuetext={labels('optionsDelayValue', [String(card.delay)])}
          onChange={(event) => set('card.delay')(event.currentTarget.valueAsNumber)}
        />
        <output>{labels('optionsDelayValue', [String(card.delay)])}</output>
      </label>
    </Section>
  );
}
