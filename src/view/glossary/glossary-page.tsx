import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ConceptList } from './concept-list.tsx';
import { EntryPage } from './entry-page.tsx';
import type { Library } from './library.ts';
import { LifePage } from './life-page.tsx';
import { Heading, PageFrame, viewKeys } from './page-frame.tsx';
import { parseRoute, type Route } from './route.ts';
import { SourcesPage } from './sources-page.tsx';
import { TimelinePage } from './timeline-page.tsx';

/** Views that not every visit needs: the door gives them, so that they can be loaded when asked for. */
export type ExtraViews = {
  readonly map: ComponentType<{ library: Library; focus?: string | undefined }>;
  readonly welcome: ComponentType<{ library: Library }>;
  readonly news: ComponentType<{ library: Library }>;
};

/** The route of the page's address, followed as it changes. */
function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    addEventListener('hashchange', follow);
    // The address may have changed between the first drawing and now.
    follow();
    return () => removeEventListener('hashchange', follow);
  }, []);
  return route;
}

const titleOf = (route: Route, { labels, glossary }: Library): string => {
  if (route.view === 'entry')
    return glossary.entries.find(({ id }) => id === route.id)?.prefLabel ?? '';
  if (route.view === 'welcome') return labels('welcomeTitle');
  if (route.view === 'news') return labels('welcomeNews');
  return route.view === 'concepts' ? '' : labels(viewKeys[route.view]);
};

/** The glossary in a full tab: what the address names, with the ways to all the rest. */
export const GlossaryPage = ({
  library,
  views,
  notice,
}: {
  library: Library;
  views: ExtraViews;
  notice?: ComponentChildren;
}) => {
  const route = useRoute();
  const { labels } = library;
  const first = useRef(true);
  const key = JSON.stringify(route);

  useEffect(() => {
    const title = titleOf(route, library);
    document.title =
      title === '' ? labels('glossaryTitle') : `${title} · ${labels('extensionName')}`;
    const target =
      route.view === 'sources' && route.source !== undefined
        ? document.getElementById(
            route.paragraph === undefined
              ? `source-${route.source}`
              : `${route.source}-${route.paragraph}`,
          )
        : undefined;
    if (target) target.scrollIntoView();
    else if (!first.current) {
      scrollTo(0, 0);
      document.querySelector<HTMLElement>('.g-heading')?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [key]);

  const isReading = route.view === 'entry' || route.view === 'concepts';
  return (
    <PageFrame
      route={route}
      labels={labels}
      aside={
        isReading && (
          <ConceptList library={library} current={route.view === 'entry' ? route.id : undefined} />
        )
      }
    >
      {notice}
      <View route={route} library={library} views={views} />
    </PageFrame>
  );
};

const View = ({ route, library, views }: { route: Route; library: Library; views: ExtraViews }) => {
  switch (route.view) {
    case 'entry':
      return <EntryPage id={route.id} library={library} />;
    case 'timeline':
      return <TimelinePage library={library} />;
    case 'life':
      return <LifePage library={library} />;
    case 'sources':
      return <SourcesPage library={library} source={route.source} paragraph={route.paragraph} />;
    case 'map':
      return <views.map library={library} focus={route.focus} />;
    case 'welcome':
      return <views.welcome library={library} />;
    case 'news':
      return <views.news library={library} />;
    default:
      return <Overview library={library} />;
  }
};

/** Where nothing is chosen yet: what this is, and how much of it there is. */
const Overview = ({ library }: { library: Library }) => {
  const { labels, glossary } = library;
  const claims = glossary.entries.reduce((sum, entry) => sum + entry.claims.length, 0);
  return (
    <>
      <Heading>{labels('glossaryTitle')}</Heading>
      <p class="g-lead">{labels('glossaryLead')}</p>
      <p class="g-note">
        {labels('glossaryEntries', [], glossary.entries.length)} ·{' '}
        {labels('glossaryClaims', [], claims)} ·{' '}
        {labels('glossaryDocuments', [], glossary.sources.length)}
      </p>
      <EntryCards library={library} />
    </>
  );
};

/** The concepts that most others are related to, as a way in. */
const EntryCards = ({ library: { glossary } }: { library: Library }) => {
  const degree = new Map<string, number>();
  for (const { id, related } of glossary.entries)
    for (const { to } of related)
      for (const one of [id, to]) degree.set(one, (degree.get(one) ?? 0) + 1);
  const first = [...glossary.entries]
    .sort((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0))
    .slice(0, 8);
  return (
    <ul class="g-cards">
      {first.map(({ id, prefLabel, summary }) => (
        <li key={id}>
          <a class="g-card" href={`#${encodeURIComponent(id)}`}>
            <strong dir="auto">{prefLabel}</strong>
            <span dir="auto">{summary}</span>
          </a>
        </li>
      ))}
    </ul>
  );
};
