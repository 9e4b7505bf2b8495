import type { ComponentChildren } from 'preact';
import type { Labels } from '../../core/labels.ts';
import { hrefOf, mainViews, type Route } from './route.ts';

export const viewKeys = {
  concepts: 'glossaryConcepts',
  timeline: 'glossaryTimeline',
  map: 'glossaryMap',
  life: 'glossaryLife',
  sources: 'glossarySources',
} as const;

/** The heading that names what is shown. It takes the focus when the reader has followed a link within the page. */
export const Heading = ({ children }: { children: ComponentChildren }) => (
  <h2 class="g-heading" tabIndex={-1} dir="auto">
    {children}
  </h2>
);

/** What stands around every view: the name, the ways to the other views, and the place for the view. */
export const PageFrame = ({
  route,
  labels,
  aside,
  children,
}: {
  route: Route;
  labels: Labels;
  aside?: ComponentChildren;
  children: ComponentChildren;
}) => (
  <div class="g-page" data-view={route.view}>
    <button type="button" class="g-skip" onClick={skipToMain}>
      {labels('glossarySkip')}
    </button>
    <header class="g-top">
      <h1 class="g-brand">
        <a href={hrefOf({ view: 'concepts' })}>{labels('extensionName')}</a>
      </h1>
      <nav class="g-views" aria-label={labels('glossaryViews')}>
        {mainViews.map((view) => (
          <a
            key={view}
            href={hrefOf({ view })}
            aria-current={isWithin(route, view) ? 'page' : undefined}
          >
            {labels(viewKeys[view])}
          </a>
        ))}
      </nav>
    </header>
    <div class="g-body">
      {aside}
      <main class="g-main">{children}</main>
    </div>
  </div>
);

const isWithin = (route: Route, view: Route['view']) =>
  route.view === view || (view === 'concepts' && route.view === 'entry');

/** A button, no link: the fragment is the page's address, which the way past the navigation must not change. */
function skipToMain(): void {
  document.querySelector<HTMLElement>('.g-heading')?.focus();
}
