/**
 * How many typing slips (a letter wrong, missing, too many, or two swapped) lie between what was typed and the beginning of
 * `name`; what follows in the name is free, since readers stop typing early. Optimal string alignment, given up past `most`.
 *
 * @returns the number of slips, or `most + 1`
 */
export function slipsToPrefix(typed: string, name: string, most: number): number {
  const width = Math.min(name.length, typed.length + most);
  if (width < typed.length - most) return most + 1;
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
    if (least > most) return most + 1;
    [older, last, row] = [last, row, older];
  }
  let best = most + 1;
  for (let j = 0; j <= width; j += 1) best = Math.min(best, at(last, j));
  return best;
}

type Row = Uint8Array;

const at = (row: Row, index: number): number => row[index] ?? 255;

const countUp = (length: number): Row => Uint8Array.from({ length }, (_, i) => i);
