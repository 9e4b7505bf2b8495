import type { EntryReading } from '../core/knowledge/glossary.ts';
import type { Labels } from '../core/labels.ts';
import { dateIn } from './intl.ts';

/** Dated events around this one, in their order. */
export const TimelineStrip = ({
  timeline,
  labels,
}: {
  timeline: EntryReading['timeline'];
  labels: Labels;
}) => {
  if (timeline.length === 0) return null;
  return (
    <section class="part">
      <h3 class="part-title">{labels('cardTimeline')}</h3>
      <ol class="timeline">
        {timeline.map(({ date, what, concept, here }) => (
          <li
            key={`${date} ${concept.id} ${what}`}
            class="moment"
            aria-current={here ? 'step' : undefined}
          >
            <time class="moment-date" dateTime={date}>
              {dateIn(labels, date)}
            </time>
            <span class="moment-what" dir="auto">
              {what}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
};
