import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { ConceptId } from '../../../core/knowledge/entry.ts';
import { type ConceptGraph, mostRelated, readGraph } from '../../../core/map/concept-graph.ts';
import { type Direction, stepFrom } from '../../../core/map/step.ts';
import { kindsIn } from '../concept-list.tsx';
import type { Library } from '../library.ts';
import { Heading } from '../page-frame.tsx';
import { entryHref } from '../route.ts';
import { Edges } from './edges.tsx';
import { FocusPanel } from './focus-panel.tsx';
import { layOut, type MapLayout } from './layout.ts';
import { RelationList } from './relation-list.tsx';

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Around the plane (px), as in map.css. */
const planeMargin = 12;

/** More pills than this nobody reads, and no browser draws at once. */
const mostShown = 600;

const zoomSteps = [0.5, 0.7, 0.85, 1, 1.25, 1.5, 2];

/** The concept that the map is first entered at: the one that most others are related to. */
const busiest = ({ nodes }: ConceptGraph): ConceptId | undefined =>
  [...nodes].sort((a, b) => b.degree - a.degree)[0]?.id;

/**
 * Concepts and their relations on a plane, a region for each kind. One concept is in focus: its relations are drawn out
 * and named, and arrow keys lead along them. Below stands the same as a list.
 */
export const ConceptMap = ({
  library,
  focus,
}: {
  library: Library;
  focus?: ConceptId | undefined;
}) => {
  const { labels, glossary } = library;
  const whole = useMemo(() => readGraph(glossary), [glossary]);
  const graph = useMemo(() => mostRelated(whole, { most: mostShown, keep: focus }), [whole, focus]);
  const layout = useMemo(() => layOut(graph), [graph]);
  const known = focus !== undefined && layout.places.has(focus) ? focus : undefined;
  const [chosen, choose] = useState<ConceptId | undefined>(known);
  const [zoom, setZoom] = useState(1);
  const scroller = useRef<HTMLDivElement>(null);
  const help = useId();

  useEffect(() => {
    if (known !== undefined) choose(known);
  }, [known]);
  useEffect(() => {
    const wide = scroller.current?.clientWidth ?? 0;
    if (wide > 0) setZoom(Math.min(1, Math.max(0.7, (wide - 2 * planeMargin) / layout.width)));
  }, [layout]);
  useEffect(() => {
    const pill = chosen && scroller.current?.querySelector(`[data-id="${CSS.escape(chosen)}"]`);
    if (pill) pill.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen, zoom]);

  const go = (id: ConceptId | undefined) => {
    if (id === undefined) return;
    choose(id);
    scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = directions[event.key];
    const id = (event.target as HTMLElement).dataset.id;
    if (id === undefined) return;
    if (event.key === 'Escape') choose(undefined);
    if (!direction) return;
    event.preventDefault();
    go(stepFrom(graph, { id, places: layout.places }, direction));
  };
  const zoomBy = (step: number) => {
    const next =
      step > 0
        ? zoomSteps.find((one) => one > zoom + 0.01)
        : zoomSteps.findLast((one) => one < zoom - 0.01);
    if (next !== undefined) setZoom(next);
  };

  const neighbours = new Set(
    chosen === undefined ? [] : graph.neighbours.get(chosen)?.map(({ concept }) => concept.id),
  );
  const entered = chosen ?? busiest(graph);

  return (
    <>
      <Heading>{labels('glossaryMap')}</Heading>
      <p class="g-lead" id={help}>
        {labels('glossaryMapLead')}
      </p>
      {graph !== whole && (
        <p class="g-note">
          {labels('glossaryMapPart', [String(graph.nodes.length), String(whole.nodes.length)])}
        </p>
      )}
      <div class="g-map-tools">
        <button type="button" class="g-button" onClick={() => zoomBy(-1)}>
          {labels('glossaryZoomOut')}
        </button>
        <button type="button" class="g-button" onClick={() => zoomBy(1)}>
          {labels('glossaryZoomIn')}
        </button>
      </div>
      <div class="g-map">
        <section
          class="g-map-scroller"
          ref={scroller}
          aria-label={labels('glossaryMap')}
          aria-describedby={help}
          onKeyDown={onKeyDown}
        >
          <Plane {...{ graph, layout, zoom, chosen, neighbours, entered, labels, choose }} />
        </section>
        <FocusPanel library={library} graph={graph} chosen={chosen} onChoose={go} />
      </div>
      <RelationList graph={graph} labels={labels} />
    </>
  );
};

type PlaneProps = {
  graph: ConceptGraph;
  layout: MapLayout;
  zoom: number;
  chosen: ConceptId | undefined;
  neighbours: ReadonlySet<ConceptId>;
  entered: ConceptId | undefined;
  labels: Library['labels'];
  choose: (id: ConceptId | undefined) => void;
};

/** The regions, the lines and the pills, in the layout's own px, scaled. Lines lie below the pills. */
const Plane = (props: PlaneProps) => {
  const { graph, layout, zoom, chosen, neighbours, entered, labels, choose } = props;
  const { width, height, regions, places } = layout;
  return (
    <div class="g-plane-room" style={{ width: `${width * zoom}px`, height: `${height * zoom}px` }}>
      <div
        class="g-plane"
        style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${zoom})` }}
      >
        {regions.map((region) => (
          <div key={region.kind} class="g-region" style={boxOf(region)}>
            <p class="g-region-name">{kindsIn(labels, region.kind)}</p>
          </div>
        ))}
        <Edges edges={graph.edges} layout={layout} chosen={chosen} />
        {graph.nodes.map(({ id, label }) => {
          const place = places.get(id);
          if (!place) return null;
          const state = id === chosen ? 'chosen' : neighbours.has(id) ? 'near' : undefined;
          return (
            <a
              key={id}
              class="g-pill"
              data-id={id}
              data-state={state}
              data-quiet={chosen !== undefined && state === undefined}
              href={entryHref(id)}
              tabIndex={id === entered ? 0 : -1}
              style={boxOf(place)}
              onMouseEnter={() => choose(id)}
              onFocus={() => choose(id)}
            >
              <span dir="auto">{label}</span>
            </a>
          );
        })}
      </div>
    </div>
  );
};

const boxOf = ({
  x,
  y,
  width,
  height,
}: {
  x: number;
  y: number;
  width: number;
  height: number;
}) => ({
  left: `${x - width / 2}px`,
  top: `${y - height / 2}px`,
  width: `${width}px`,
  height: `${height}px`,
});
