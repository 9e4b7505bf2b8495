import { useEffect, useRef } from 'preact/hooks';
import type { Library } from '../library.ts';
import { Heading } from '../page-frame.tsx';
import { hrefOf } from '../route.ts';

/** Fills an element with the sample article and lets the real annotator and card run over the page, until the signal aborts. */
export type StartSample = (place: HTMLElement, signal: AbortSignal) => void;

/** The first minute: what Newsgloss does, to be tried in place; what it never does; where its button and switches are. */
export const WelcomePage = ({
  library: { labels },
  startSample,
}: {
  library: Library;
  startSample: StartSample;
}) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const lifetime = new AbortController();
    if (place.current) startSample(place.current, lifetime.signal);
    return () => lifetime.abort();
  }, [startSample]);

  return (
    <div class="w-page">
      <div class="w-said">
        <img class="w-icon" src="/icon.svg" alt="" width="56" height="56" />
        <Heading>{labels('welcomeHeading')}</Heading>
        <p class="g-lead">{labels('welcomeLead')}</p>
        <ul class="w-points">
          <li>
            <h3>{labels('welcomeNeverTitle')}</h3>
            <p>{labels('welcomeNever')}</p>
          </li>
          <li>
            <h3>{labels('welcomeButtonTitle')}</h3>
            <p>{labels('welcomeButton')}</p>
          </li>
          <li>
            <h3>{labels('welcomeOffTitle')}</h3>
            <p>
              {labels('welcomeOff')}
              <SwitchPicture name={labels('welcomeOffExample')} />
            </p>
          </li>
          <li>
            <h3>{labels('welcomeKeysTitle')}</h3>
            <p>{labels('welcomeKeys')}</p>
          </li>
        </ul>
        <p class="w-onwards">
          <a class="w-go" href={hrefOf({ view: 'concepts' })}>
            {labels('welcomeGlossary')}
          </a>
        </p>
      </div>
      <section class="w-sample" aria-labelledby="w-try">
        <h3 class="w-try" id="w-try">
          {labels('welcomeTry')}
        </h3>
        <div class="w-article" lang="en" ref={place} />
      </section>
    </div>
  );
};

/** What the switch in the popup looks like when it is off: a picture, not a control. */
const SwitchPicture = ({ name }: { name: string }) => (
  <span class="w-switch" aria-hidden="true">
    {name}
    <svg viewBox="0 0 36 20" width="36" height="20" aria-hidden="true">
      <rect x="1" y="1" width="34" height="18" rx="9" />
      <circle cx="10" cy="10" r="5.5" />
    </svg>
  </span>
);
