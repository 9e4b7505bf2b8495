import type { Point } from '../core/card/geometry.ts';

/** The page as it is drawn, components and all: through slots and shadow roots, closed ones as far as they can be opened. */
export type FlatTree = {
  /** What a node is drawn in: the slot that it was given to, the host of its shadow root, or its parent. */
  readonly around: (node: Node) => Node | null;
  /** The nearest that satisfies, of a node and all that it is drawn in. */
  readonly nearest: <Found extends Node>(
    node: Node,
    satisfies: (one: Node) => one is Found,
  ) => Found | undefined;
  /** All that may be hit at a point (client coordinates), uppermost and innermost first. What is inert cannot be. */
  readonly hitAt: (root: Document | ShadowRoot, point: Point) => readonly Element[];
  /** The element that has the focus, inside of whatever components. */
  readonly active: (root: Document | ShadowRoot) => Element | null;
};

/** @param open gives an element's shadow root, null where it has none or must not be looked into */
export const createFlatTree = (open: (element: Element) => ShadowRoot | null): FlatTree => {
  /** A node does not tell the slot of a closed root that it was given to, but the slot tells. */
  const slotOf = (node: Node): Element | undefined => {
    const { assignedSlot, parentElement } = node as Partial<Element>;
    if (assignedSlot) return assignedSlot;
    const slots = (parentElement && open(parentElement))?.querySelectorAll('slot') ?? [];
    return [...slots].find((slot) => slot.assignedNodes().includes(node));
  };

  const around: FlatTree['around'] = (node) =>
    slotOf(node) ?? (node instanceof ShadowRoot ? node.host : node.parentNode);

  const hitAt: FlatTree['hitAt'] = (root, { x, y }) =>
    root.elementsFromPoint(x, y).flatMap((one) => {
      const inner = open(one);
      return inner && inner !== root ? [...hitAt(inner, { x, y }), one] : [one];
    });

  const active: FlatTree['active'] = (root) => {
    const found = root.activeElement;
    const inner = found && open(found);
    return (inner && active(inner)) || found;
  };

  return {
    around,
    hitAt,
    active,
    nearest(node, satisfies) {
      for (let one: Node | null = node; one; one = around(one)) if (satisfies(one)) return one;
      return undefined;
    },
  };
};
