/**
 * A font in which every letter is the same block, made here so that pictures of text are the same on every machine: what
 * fonts a machine has, and how it smooths them, cannot show in them. Tables as in the OpenType specification 1.9.
 */
const em = 1000;
const advance = 560;
const ascent = 800;
const descent = 200;

type Field = readonly ['u16' | 'i16' | 'u32' | 'tag', number | string];

const bytesOf = (fields: readonly Field[]): Buffer =>
  Buffer.concat(
    fields.map(([type, value]) => {
      if (type === 'tag') return Buffer.from(String(value), 'latin1');
      const bytes = Buffer.alloc(type === 'u32' ? 4 : 2);
      if (type === 'u32') bytes.writeUInt32BE(Number(value));
      else if (type === 'u16') bytes.writeUInt16BE(Number(value));
      else bytes.writeInt16BE(Number(value));
      return bytes;
    }),
  );

const u16 = (...values: number[]): Field[] => values.map((value) => ['u16', value]);
const i16 = (...values: number[]): Field[] => values.map((value) => ['i16', value]);
const u32 = (...values: number[]): Field[] => values.map((value) => ['u32', value]);
const zeros = (count: number): Field[] => u16(...Array<number>(count).fill(0));

/** One rectangle: four points on the curve, as steps from the one before. */
const block = (): Buffer => {
  const [left, right, top] = [40, advance - 40, 560];
  return Buffer.concat([
    bytesOf([...i16(1, left, 0, right, top), ...u16(3, 0)]),
    Buffer.from([1, 1, 1, 1]),
    bytesOf(i16(left, 0, right - left, 0, 0, top, 0, -top)),
    Buffer.alloc(2),
  ]);
};

/** Code points from first to last, all drawn by one glyph; the space by the empty one. */
const ranges = [
  [0x20, 0x20, 1],
  [0x21, 0x24f, 2],
  [0x2010, 0x203a, 2],
] as const;

const characterMap = (): Buffer => {
  const segments = [...ranges, [0xffff, 0xffff, 0] as const];
  const count = segments.length;
  let glyphs: number[] = [];
  const offsets = segments.map(([first, last, glyph], i) => {
    if (glyph === 0) return 0;
    const offset = 2 * (count - i + glyphs.length);
    glyphs = [...glyphs, ...Array<number>(last - first + 1).fill(glyph)];
    return offset;
  });
  const body = [
    ...u16(count * 2, 8, 2, count * 2 - 8),
    ...u16(...segments.map(([, last]) => last), 0, ...segments.map(([first]) => first)),
    ...u16(...segments.map(([, , glyph]) => (glyph === 0 ? 1 : 0)), ...offsets, ...glyphs),
  ];
  return bytesOf([...u16(0, 1, 3, 1), ...u32(12), ...u16(4, body.length * 2 + 6, 0), ...body]);
};

const tables = (): Readonly<Record<string, Buffer>> => {
  const glyph = block();
  const size = glyph.length;
  return {
    'OS/2': bytesOf([
      ...u16(4, advance, 400, 5),
      ...zeros(11),
      ...u16(...Array<number>(5).fill(0)),
      ...u32(1, 0, 0, 0),
      ['tag', 'TEST'],
      ...u16(64, 0x20, 0x203a),
      ...i16(ascent, -descent, 0),
      ...u16(ascent, descent),
      ...u32(1, 0),
      ...i16(500, 560),
      ...u16(0, 0x20, 1),
    ]),
    cmap: characterMap(),
    glyf: Buffer.concat([glyph, glyph]),
    head: bytesOf([
      ...u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
      ...u16(3, em),
      ...u32(0, 0, 0, 0),
      ...i16(0, 0, advance, 560),
      ...u16(0, 8),
      ...i16(2, 1, 0),
    ]),
    hhea: bytesOf([
      ...u32(0x00010000),
      ...i16(ascent, -descent, 0),
      ...u16(advance),
      ...i16(40, 40, advance - 40, 1, 0, 0, 0, 0, 0, 0, 0),
      ...u16(3),
    ]),
    hmtx: bytesOf(u16(advance, 40, advance, 0, advance, 40)),
    loca: bytesOf(u32(0, size, size, size * 2)),
    maxp: bytesOf([...u32(0x00010000), ...u16(3, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)]),
    name: bytesOf(u16(0, 0, 6)),
    post: bytesOf([...u32(0x00030000, 0), ...i16(-100, 50), ...u32(1, 0, 0, 0, 0)]),
  };
};

/** The font as a `data:` address for `@font-face`. */
export const blockFont = (): string => {
  const all = Object.entries(tables());
  const padded = all.map(([, data]) =>
    Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]),
  );
  let offset = 12 + all.length * 16;
  const directory = all.flatMap(([tag, data], i): Field[] => {
    const entry: Field[] = [['tag', tag], ...u32(0, offset, data.length)];
    offset += padded[i]?.length ?? 0;
    return entry;
  });
  const power = 2 ** Math.floor(Math.log2(all.length));
  const head = [
    ...u32(0x00010000),
    ...u16(all.length, power * 16, Math.log2(power), (all.length - power) * 16),
  ];
  const font = Buffer.concat([bytesOf([...head, ...directory]), ...padded]);
  return `data:font/ttf;base64,${font.toString('base64')}`;
};
