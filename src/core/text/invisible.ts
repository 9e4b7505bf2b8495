/** Units that nobody sees: soft hyphen, zero-width space and joiners, word joiner, byte order mark. */
export const isInvisible = (unit: number): boolean =>
  unit === 0xad ||
  unit === 0x200b ||
  unit === 0x200c ||
  unit === 0x200d ||
  unit === 0x2060 ||
  unit === 0xfeff;

/** Finds the invisible units of a text natively, for texts that mostly have none. */
export const invisibleUnit = /[\u00ad\u200b-\u200d\u2060\ufeff]/;
