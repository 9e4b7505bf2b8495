/** A repeatable stream of numbers in [0, 1): mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables =
  'ba ne ri to shu lam ver ten co dar mi pre post open deep net tron gen max lo fi ka zen or al in'.split(
    ' ',
  );
const plainWords =
  'a the of and in to for with from by on as that which one more new large small fast model system method network power company device software data learning signal market process used made known found early later often rarely'.split(
    ' ',
  );

/** An entry as a pack's file has it. */
export type PlainEntry = {
  readonly id: string;
  readonly kind: 'notion' | 'product' | 'company';
  readonly prefLabel: string;
  readonly aliases: readonly { readonly form: string }[];
  readonly summary: string;
  readonly definition: string;
  readonly basis: 'general';
};

/** Invented entries with names, aliases and sentences of natural lengths; the same for the same count. */
export function manyEntries(count: number, seed = 7): readonly PlainEntry[] {
  const random = createRandom(seed);
  const pick = <Item>(list: readonly Item[]): Item =>
    list[Math.floor(random() * list.length)] as Item;
  const name = () => {
    const word = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(syllables)).join(
      '',
    );
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  const sentence = (length: number) => {
    const words = Array.from({ length }, () => (random() < 0.1 ? name() : pick(plainWords)));
    return `${words.join(' ').replace(/^./, (first) => first.toUpperCase())}.`;
  };
  return Array.from({ length: count }, (_, index): PlainEntry => {
    const label = random() < 0.6 ? `${name()} ${name()}` : name();
    return {
      id: `made-${index}`,
      kind: pick(['notion', 'product', 'company'] as const),
      prefLabel: label,
      aliases: [{ form: label }, ...(random() < 0.4 ? [{ form: name() }] : [])],
      summary: sentence(12).slice(0, 160),
      definition: `${sentence(18)} ${sentence(14)}`,
      basis: 'general',
    };
  });
}
