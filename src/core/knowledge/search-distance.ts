/** Typing slips to the whole of a name, and to whichever beginning of it is nearest: readers stop typing early. */
export type Slips = { readonly whole: number; readonly start: number };

/**
 * How many typing slips (a letter wrong, missing, too many, or two swapped) lie between what was typed and a name.
 * Optimal string alignment, given up past `most`, where both numbers are `most + 1`.
 */
export function slipsBetween(typed: string, name: string, most: number): Slips {
  const width = Math.min(name.length, typed.length + most);
  const tooMany = { whole: most + 1, start: most + 1 };
  if (width < typed.length - most) return tooMany;
  let older: Row = new Uint8Array(width + 1);
  let last: Row = countUp(width + 1);
  let row: Row = new Uint8Array(width + 1);
  for (let i = 1; i <= typed.length; i += 1) {
    row[0] = i;
    let least = i;
    const letter = typed.charCodeAt(i - 1);
    for (let j = 1; j <= width; j += 1) {
      const other = name.charCodeAt(j - 1);
      let slips = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (letter === other ? 0 : 1),
      );
      const swapped =
        i > 1 && j > 1 && letter === name.charCodeAt(j - 2) && other === typed.charCodeAt(i - 2);
      if (swapped) slips = Math.min(slips, at(older, j - 2) + 1);
      row[j] = slips;
      if (slips < least) least = slips;
    }
    if (least > most) return tooMany;
    [older, last, row] = [last, row, older];
  }
  let start = most + 1;
  for (let j = 0; j <= width; j += 1) start = Math.min(start, at(last, j));
  const whole = width === name.length ? Math.min(at(last, width), most + 1) : most + 1;
  return { whole, start };
}

type Row = Uint8Array;

const at = (row: Row, index: number): number => row[index] ?? 255;

function countUp(length: number): Row {
  const row = new Uint8Array(length);
  for (let i = 0; i < length; i += 1) row[i] = i;
  return row;
}
