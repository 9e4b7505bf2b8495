/**
 * A value of this type in something of any type, or undefined. The settings are read in every page, which is no place for a
 * schema library: these few shapes are all they need.
 */
export type Guard<Value> = (input: unknown) => Value | undefined;

export const boolean: Guard<boolean> = (input) => (typeof input === 'boolean' ? input : undefined);

export const oneOf =
  <Value extends string>(...values: readonly Value[]): Guard<Value> =>
  (input) =>
    values.find((value) => value === input);

/** A string of 1 to `most` UTF-16 units. */
export const text =
  (most: number): Guard<string> =>
  (input) =>
    typeof input === 'string' && input.length >= 1 && input.length <= most ? input : undefined;

/** A whole number within both ends. */
export const integer =
  (least: number, most: number): Guard<number> =>
  (input) =>
    Number.isInteger(input) && (input as number) >= least && (input as number) <= most
      ? (input as number)
      : undefined;

/** An object with these keys and no others; `undefined` where a key's own guard refuses what it finds. */
export const record =
  <Shape extends object>(
    guards: {
      readonly [Key in keyof Shape]-?: Guard<Shape[Key]>;
    },
  ): Guard<Shape> =>
  (input) => {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) return undefined;
    if (Object.keys(input).some((key) => !Object.hasOwn(guards, key))) return undefined;
    const found: Record<string, unknown> = {};
    for (const [key, guard] of Object.entries<Guard<unknown>>(guards)) {
      const value = (input as Readonly<Record<string, unknown>>)[key];
      if (value === undefined && isOptional(guard)) continue;
      const kept = guard(value);
      if (kept === undefined) return undefined;
      found[key] = kept;
    }
    return found as Shape;
  };

const optionals = new WeakSet<Guard<unknown>>();
const isOptional = (guard: Guard<unknown>): boolean => optionals.has(guard);

/** In a record: the key may be absent. */
export function optional<Value>(guard: Guard<Value>): Guard<Value> {
  const own: Guard<Value> = (input) => guard(input);
  optionals.add(own);
  return own;
}
