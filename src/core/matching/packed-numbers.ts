/** Numbers as units of strings, read where they stand. */

const bits = 15;
/** Keeps controls out of the strings; 15 bits keep surrogates out. */
const base = 0x20;

export const packShort = (value: number): string => String.fromCharCode(base + value);
export const packLong = (value: number): string =>
  packShort(value >>> bits) + packShort(value & ((1 << bits) - 1));

export const readShort = (packed: string, at: number): number => packed.charCodeAt(at) - base;
/** The long number whose first unit is at `at`. */
export const readPair = (packed: string, at: number): number =>
  ((packed.charCodeAt(at) - base) << bits) | (packed.charCodeAt(at + 1) - base);
/** The `index`th of a row of long numbers. */
export const readLong = (packed: string, index: number): number => readPair(packed, 2 * index);
