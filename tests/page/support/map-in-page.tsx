import { render } from 'preact';
import theme from '../../../assets/theme-pages.css?inline';
import { readEntry } from '../../../src/core/knowledge/read-entry.ts';
import frame from '../../../src/view/glossary/frame.css?inline';
import type { Library } from '../../../src/view/glossary/library.ts';
import { ConceptMap } from '../../../src/view/glossary/map/concept-map.tsx';
import mapStyle from '../../../src/view/glossary/map/map.css?inline';
import { madeGlossary } from '../../harness/made-glossary.ts';
import { testLabels } from './test-labels.ts';

/** Draws the map of so many made concepts into the page; gives the time until it stood there (ms). */
export const drawMap = (count: number): number => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([theme, frame, mapStyle].join('\n'));
  document.adoptedStyleSheets = [sheet];
  const glossary = madeGlossary(count);
  const library: Library = {
    glossary,
    labels: testLabels,
    read: (id) => readEntry(glossary, id),
    search: () => [],
    backlinks: () => new Map(),
  };
  const place = document.body.appendChild(document.createElement('main'));
  place.className = 'g-page';
  const started = performance.now();
  render(<ConceptMap library={library} />, place);
  place.getBoundingClientRect();
  return performance.now() - started;
};

/** Pills whose text does not fit into them, and pairs of pills that lie over one another, as they are drawn. */
export const faultsOfMap = (): readonly string[] => {
  const pills = [...document.querySelectorAll<HTMLElement>('.g-pill')];
  const boxes = pills.map((pill) => pill.getBoundingClientRect());
  const spilling = pills.filter((pill) => {
    const text = pill.firstElementChild?.getBoundingClientRect();
    const box = pill.getBoundingClientRect();
    return !text || text.width > box.width + 1 || text.height > box.height + 1;
  });
  const lying = boxes.flatMap((one, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (two) =>
          one.left < two.right - 0.5 &&
          two.left < one.right - 0.5 &&
          one.top < two.bottom - 0.5 &&
          two.top < one.bottom - 0.5,
      )
      .map(() => `something lies over ${pills[i]?.textContent}`),
  );
  return [...spilling.map((pill) => `too small: ${pill.textContent}`), ...lying];
};
