/** A place on screen in CSS pixels, client coordinates. */
export type Point = { readonly x: number; readonly y: number };

/** A box on screen in CSS pixels, client coordinates. */
export type Rect = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Where the pointer was, and when (ms). */
export type Sample = Point & { readonly time: number };

/** Speed in px/ms over the last samples, oldest first; 0 when there is only one. */
export const speedOf = (samples: readonly Sample[]): number => {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || first === last) return 0;
  let way = 0;
  for (let i = 1; i < samples.length; i++) way += distance(samples[i - 1], samples[i]);
  return way / Math.max(last.time - first.time, 1);
};

const distance = (a: Point | undefined, b: Point | undefined): number =>
  a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;

/** How far a point is from a box; 0 inside it. */
export const distanceTo = (rect: Rect, { x, y }: Point): number =>
  Math.hypot(
    Math.max(rect.left - x, 0, x - rect.right),
    Math.max(rect.top - y, 0, y - rect.bottom),
  );

/**
 * Whether a point lies in the triangle from `apex` to the side of the box that faces it: the ways by which a pointer
 * may cut the corner from a mark into the card. True as well inside the box.
 */
export const inSafeTriangle = (apex: Point, rect: Rect, point: Point): boolean => {
  if (distanceTo(rect, point) === 0) return true;
  const [a, b] = facingSide(apex, rect);
  const turns = [turn(apex, a, point), turn(a, b, point), turn(b, apex, point)];
  return !(turns.some((value) => value < 0) && turns.some((value) => value > 0));
};

/** The side nearest to the apex, lengthened a little: hands do not draw straight lines. */
const facingSide = (apex: Point, { left, top, right, bottom }: Rect): readonly [Point, Point] => {
  const slop = 12;
  if (apex.y <= top || apex.y >= bottom) {
    const y = apex.y <= top ? top : bottom;
    return [
      { x: Math.min(left, apex.x) - slop, y },
      { x: Math.max(right, apex.x) + slop, y },
    ];
  }
  const x = apex.x <= left ? left : right;
  return [
    { x, y: Math.min(top, apex.y) - slop },
    { x, y: Math.max(bottom, apex.y) + slop },
  ];
};

const turn = (a: Point, b: Point, c: Point): number =>
  (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
