import type { Citation as Cited, Source } from '../core/knowledge/entry.ts';
import type { Labels } from '../core/labels.ts';
import { dateIn } from './intl.ts';

/** Where a statement stands: publisher, month and paragraph, linked to the article. */
export const Citation = ({
  cited,
  sources,
  labels,
}: {
  cited: Cited;
  sources: Readonly<Record<string, Source>>;
  labels: Labels;
}) => {
  const source = sources[cited.source];
  if (!source) return null;
  return (
    <a
      class="citation"
      href={source.url}
      target="_blank"
      rel="noopener noreferrer"
      title={source.title}
    >
      <cite>{source.publisher}</cite>
      {', '}
      {labels('cardCitation', [dateIn(labels, source.published, 'month'), String(cited.paragraph)])}
    </a>
  );
};

export const Citations = ({
  cites,
  ...rest
}: {
  cites: readonly Cited[];
  sources: Readonly<Record<string, Source>>;
  labels: Labels;
}) =>
  cites.length > 0 ? (
    <p class="citations">
      {cites.map((cited) => (
        <Citation key={`${cited.source}:${cited.paragraph}`} cited={cited} {...rest} />
      ))}
    </p>
  ) : null;
