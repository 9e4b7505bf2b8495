import type { Library } from '../library.ts';
import { Heading } from '../page-frame.tsx';
import { hrefOf } from '../route.ts';
import { news } from './news.ts';

/** What is new, version by version. */
export const NewsPage = ({ library: { labels } }: { library: Library }) => (
  <>
    <Heading>{labels('welcomeNews')}</Heading>
    {news.map(({ version, keys }) => (
      <section key={version} class="g-section">
        <h3 class="g-date-title">{labels('welcomeVersion', [version])}</h3>
        <ul class="w-news">
          {keys.map((key) => (
            <li key={key}>{labels(key)}</li>
          ))}
        </ul>
      </section>
    ))}
  </>
);

/** One quiet line after an update, until it is read or sent away. */
export const NewsNotice = ({
  labels,
  onClose,
}: {
  labels: Library['labels'];
  onClose: () => void;
}) => (
  <p class="w-notice">
    <span>
      {labels('welcomeUpdated')}{' '}
      <a class="g-link" href={hrefOf({ view: 'news' })} onClick={onClose}>
        {labels('welcomeNews')}
      </a>
    </span>
    <button type="button" class="g-plain" onClick={onClose}>
      {labels('welcomeDismiss')}
    </button>
  </p>
);
