import type { Kind } from '../core/knowledge/entry.ts';
import type { EntryReading } from '../core/knowledge/glossary.ts';
import type { Labels } from '../core/labels.ts';
import { ClaimList } from './claim-list.tsx';
import type { Follow } from './concept-link.tsx';
import { Disputes } from './disputes.tsx';
import { dateIn } from './intl.ts';
import { RelatedChips } from './related-chips.tsx';
import { StageStrip } from './stage-strip.tsx';
import { TimelineStrip } from './timeline-strip.tsx';

const kindKeys: Readonly<Record<Kind, string>> = {
  person: 'cardKindPerson',
  company: 'cardKindCompany',
  product: 'cardKindProduct',
  model: 'cardKindModel',
  technique: 'cardKindTechnique',
  notion: 'cardKindNotion',
  event: 'cardKindEvent',
  publication: 'cardKindPublication',
};

export const kindIn = (labels: Labels, kind: Kind): string => labels(kindKeys[kind]);

/** "Model · as of February 2025": what it is, and how old what we say of it is. */
export const EntryByline = ({ reading, labels }: { reading: EntryReading; labels: Labels }) => (
  <p class="byline joined">
    <bdi class="kind">{kindIn(labels, reading.entry.kind)}</bdi>
    {reading.asOf && (
      <span>
        <bdi>{labels('cardAsOf', [dateIn(labels, reading.asOf, 'month')])}</bdi>
      </span>
    )}
  </p>
);

/**
 * An entry without its name: the summary, and below it, unless `folded`, all that is known with its citations. The
 * place around it names the entry (a card's title, a page's heading) and says `follow`: how related ones are reached.
 */
export const EntryView = ({
  reading,
  labels,
  follow,
  folded = false,
}: {
  reading: EntryReading;
  labels: Labels;
  follow: Follow;
  folded?: boolean;
}) => (
  <div class="entry">
    <p class="summary" dir="auto">
      {reading.entry.summary}
    </p>
    {!folded && (
      <>
        <p class="definition" dir="auto">
          {reading.entry.definition}
        </p>
        <StageStrip stages={reading.stages} labels={labels} follow={follow} />
        <Disputes reading={reading} labels={labels} />
        <ClaimList reading={reading} labels={labels} />
        <TimelineStrip timeline={reading.timeline} labels={labels} />
        <RelatedChips related={reading.related} labels={labels} follow={follow} />
      </>
    )}
  </div>
);
