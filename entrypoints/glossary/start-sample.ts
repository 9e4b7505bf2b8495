import glossary from 'virtual:newsgloss/glossary';
import packed from 'virtual:newsgloss/lexicon';
import article from '../../assets/sample-article.html?raw';
import { readEntry } from '../../src/core/knowledge/read-entry.ts';
import type { Labels } from '../../src/core/labels.ts';
import { defaultSettings } from '../../src/core/settings/settings.ts';
import { createMarker } from '../../src/page/marker.ts';
import { startCard } from '../../src/page/start-card.ts';
import { startPageSession } from '../../src/page/start-page-session.ts';
import type { StartSample } from '../../src/view/glossary/welcome/welcome-page.tsx';
import '../annotator.content/style.css';

/** The parts of the sample article that say most in one screen: names, a word broken by markup, a namesake, code. */
const shown = 'h1, .byline + p, h2:first-of-type + p, p:has(+ pre), pre';

/**
 * The sample on the welcome page, run by the same session and card as any page. What the reader tries there ("Known",
 * "Not this") holds until the page is left: nothing is stored.
 */
export const createSampleStarter =
  (labels: Labels): StartSample =>
  (place, signal) => {
    place.replaceChildren(...sampleNodes());
    let { known, corrections } = defaultSettings;
    // The page around the sample is about Newsgloss.
    const marking = { ...defaultSettings.marking, onlyAboutAi: false };
    const settings = () => ({ marking, known, corrections, enabled: true });
    const session = startPageSession({
      document,
      look: packed,
      loadKit: async () => ({ createMarker, lexicon: packed }),
      settings: settings(),
      shadowRootOf: (element) => element.shadowRoot,
      onReport: () => {},
      signal,
    });
    const change = () => session.update(settings());
    startCard({
      document,
      session,
      labels,
      settings: defaultSettings,
      loadEntry: async (id) => readEntry(glossary, id),
      actions: {
        know(concept) {
          known = [...known, concept];
          change();
        },
        undoKnow(concept) {
          known = known.filter((one) => one !== concept);
          change();
        },
        correct(correction) {
          corrections = [...corrections, correction];
          change();
        },
        undoCorrect(correction) {
          corrections = corrections.filter((one) => one !== correction);
          change();
        },
        openInGlossary(concept) {
          location.hash = encodeURIComponent(concept);
        },
      },
      signal,
    });
  };

/** Our own file, parsed into a document of its own and taken over node by node; its headings fit into the page's. */
function sampleNodes(): readonly Node[] {
  // Without its head: this page's policy refuses a style element, even in a document that is never shown.
  const body = article.slice(article.indexOf('<article>'));
  const parsed = new DOMParser().parseFromString(body, 'text/html');
  return [...parsed.querySelectorAll(`article > :is(${shown})`)].map((element) => {
    if (element.localName !== 'h1') return document.importNode(element, true);
    const heading = document.createElement('h4');
    heading.textContent = element.textContent;
    return heading;
  });
}
