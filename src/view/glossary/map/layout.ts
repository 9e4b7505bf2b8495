import {
  forceCollide,
  forceLink,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import type { ConceptId, Kind } from '../../../core/knowledge/entry.ts';
import type { ConceptGraph } from '../../../core/map/concept-graph.ts';

/** The middle of a concept's pill and its size, in px. */
export type Place = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
export type Region = Place & { readonly kind: Kind };

export type MapLayout = {
  readonly width: number;
  readonly height: number;
  /** One for each kind that has concepts; disjoint. x and y are the middle. */
  readonly regions: readonly Region[];
  readonly places: ReadonlyMap<ConceptId, Place>;
};

/** Widths of letters in a system font of 13 px, rounded up; scripts written in squares take a whole em. */
const letterWidths = { square: 13.5, capital: 9.5, other: 7.2 };
const pillHeight = 30;
/** A label wider than this (px) stands on two lines. */
const widestLine = 170;
/** The least room between two pills, and between a pill and its region's border. */
const gap = { x: 12, y: 14 };
const regionPadding = { x: 16, top: 38, bottom: 18 };
/** How much more room a region has than its pills need: enough to part the lines, too little to get lost. */
const looseness = 2;

/** Text runs along lines: regions squared in a plane stretched so much in height are wide ones. Tried in this order. */
const stretches = [1.5, 1.9, 1.3, 2.4, 1];

type Body = SimulationNodeDatum & {
  readonly id: ConceptId;
  readonly kind: Kind;
  readonly width: number;
  readonly height: number;
  x: number;
  y: number;
};

/** The size of the pill that holds a label, on one line or two. */
export function pillSize(label: string): { width: number; height: number } {
  const whole = [...label].reduce((sum, letter) => sum + widthOf(letter), 0);
  const oneLine = whole <= widestLine;
  const width = oneLine ? whole : Math.max(whole / 2 + 30, 90);
  return {
    width: Math.max(56, Math.ceil(width) + 24),
    height: oneLine ? pillHeight : pillHeight + 16,
  };
}

function widthOf(letter: string): number {
  if (/[\p{Script=Han}\p{Script=Kana}\p{Script=Hangul}]/u.test(letter)) return letterWidths.square;
  return /\p{Lu}/u.test(letter) ? letterWidths.capital : letterWidths.other;
}

/**
 * Places for all concepts: a region for each kind, sized by what it holds (a squarified treemap). Forces draw related
 * concepts near each other; then each region sets its pills in rows, in the order in which the forces left them, so that
 * no two overlap. The same graph always gets the same places.
 *
 * @param aspect width ÷ height of the whole
 */
export function layOut(graph: ConceptGraph, { aspect = 1.6 } = {}): MapLayout {
  const bodies: Body[] = graph.nodes.map(({ id, label, kind }) => ({
    id,
    kind,
    ...pillSize(label),
    x: 0,
    y: 0,
  }));
  const kinds = [...new Set(bodies.map(({ kind }) => kind))];
  const areaOf = (kind: Kind) =>
    bodies
      .filter((body) => body.kind === kind)
      .reduce((sum, { width, height }) => sum + (width + gap.x) * (height + gap.y), 12_000) *
    looseness;
  const needed = kinds.reduce((sum, kind) => sum + areaOf(kind), 0);
  const holdsAll = (regions: readonly Region[]) =>
    bodies.every(({ kind, width, height }) =>
      regions.some(
        (region) =>
          region.kind === kind &&
          region.width >= width + 2 * regionPadding.x &&
          region.height >= height + regionPadding.top + regionPadding.bottom,
      ),
    );
  let total = needed;
  for (;;) {
    const width = Math.max(760, Math.round(Math.sqrt(total * aspect)));
    const height = Math.max(420, Math.round(total / width));
    const tries = stretches.map((stretch) => regionsOf({ kinds, areaOf, width, height, stretch }));
    const regions = tries.find(holdsAll);
    if (regions) return { ...settleIn(regions), width, height, regions };
    total *= 1.06;
  }

  function settleIn(regions: readonly Region[]): Pick<MapLayout, 'places'> {
    const home = new Map(regions.map((region) => [region.kind, region]));
    for (const region of regions)
      scatter(
        bodies.filter(({ kind }) => kind === region.kind),
        region,
      );
    settle(bodies, graph, home);
    for (const region of regions)
      setInRows(
        bodies.filter(({ kind }) => kind === region.kind),
        region,
      );

    return {
      places: new Map(bodies.map(({ id, x, y, width, height }) => [id, { x, y, width, height }])),
    };
  }
}

type Root = { readonly children?: readonly { readonly kind: Kind }[]; readonly kind?: Kind };

function regionsOf({
  kinds,
  areaOf,
  width,
  height,
  stretch,
}: {
  kinds: readonly Kind[];
  areaOf: (kind: Kind) => number;
  width: number;
  height: number;
  stretch: number;
}): readonly Region[] {
  const root = hierarchy<Root>({ children: kinds.map((kind) => ({ kind })) })
    .sum(({ kind }) => (kind ? areaOf(kind) : 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const placed = treemap<Root>()
    .tile(treemapSquarify.ratio(1))
    .size([width, height * stretch])
    .paddingInner(12)
    .round(true)(root);
  return placed.leaves().flatMap(({ data, x0, x1, y0, y1 }) => {
    const [top, bottom] = [y0 / stretch, y1 / stretch];
    return data.kind
      ? [
          {
            kind: data.kind,
            x: (x0 + x1) / 2,
            y: (top + bottom) / 2,
            width: x1 - x0,
            height: bottom - top,
          },
        ]
      : [];
  });
}

/** A start that depends on nothing but the order: rows of the region, left to right. */
function scatter(bodies: readonly Body[], region: Region): void {
  const columns = Math.max(
    1,
    Math.ceil(Math.sqrt((bodies.length * region.width) / region.height / 3)),
  );
  const rows = Math.max(1, Math.ceil(bodies.length / columns));
  bodies.forEach((body, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    body.x = region.x + ((column + 0.5) / columns - 0.5) * region.width;
    body.y = region.y + ((row + 0.5) / rows - 0.5) * region.height;
  });
}

/** Related concepts draw near, each held at home. d3-force draws its chance from a generator with a fixed seed. */
function settle(bodies: Body[], { edges }: ConceptGraph, home: ReadonlyMap<Kind, Region>): void {
  const links = edges.map(({ from, to }) => ({ source: from, target: to }));
  forceSimulation(bodies)
    .force(
      'relations',
      forceLink<Body, (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(120)
        .strength(0.12),
    )
    .force(
      'apart',
      forceCollide<Body>(({ width }) => width / 3),
    )
    .force('x', forceX<Body>(({ kind }) => home.get(kind)?.x ?? 0).strength(0.12))
    .force('y', forceY<Body>(({ kind }) => home.get(kind)?.y ?? 0).strength(0.12))
    .stop()
    .tick(bodies.length > 150 ? 60 : 160);
}

/** Rows from top to bottom, each from left to right, as the forces left the pills; spread evenly over the region. */
function setInRows(bodies: readonly Body[], region: Region): void {
  const width = region.width - 2 * regionPadding.x;
  const height = region.height - regionPadding.top - regionPadding.bottom;
  const rows = rowsOf(
    [...bodies].sort((a, b) => a.y - b.y || a.x - b.x),
    { width, height },
  );
  const heights = rows.map((row) => Math.max(...row.map((body) => body.height)));
  const spareHeight = Math.max(0, height - sum(heights));
  let top = region.y - region.height / 2 + regionPadding.top;
  rows.forEach((row, index) => {
    const tall = heights[index] ?? 0;
    const between = spareHeight / (rows.length + 1);
    top += between;
    const spare = Math.max(0, width - sum(row.map((body) => body.width))) / (row.length + 1);
    let left = region.x - width / 2;
    for (const body of row.sort((a, b) => a.x - b.x)) {
      left += spare;
      body.x = left + body.width / 2;
      body.y = top + tall / 2;
      left += body.width;
    }
    top += tall;
  });
}

/** As many rows as stand well apart, but no fewer than the pills need. */
function rowsOf(bodies: readonly Body[], room: { width: number; height: number }): Body[][] {
  const roomy = Math.max(1, Math.floor(room.height / (pillHeight + 2 * gap.y)));
  const shares = Math.min(roomy, bodies.length);
  const share = Math.max(sum(bodies.map(({ width }) => width + gap.x)) / shares, 1);
  const rows: Body[][] = [];
  let filled = Number.POSITIVE_INFINITY;
  let used = 0;
  for (const body of bodies) {
    const full = filled + body.width > room.width;
    if (full || used + body.width / 2 > share * rows.length) {
      rows.push([]);
      filled = 0;
    }
    rows.at(-1)?.push(body);
    filled += body.width + gap.x;
    used += body.width + gap.x;
  }
  return rows;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
