/** Prints a goal and its figure side by side, and says when it is missed. */
export function goalLine(
  name: string,
  {
    goal,
    figure,
    unit,
    atLeast = false,
  }: {
    readonly goal: number;
    readonly figure: number;
    readonly unit: string;
    readonly atLeast?: boolean;
  },
): void {
  const met = atLeast ? figure >= goal : figure <= goal;
  const wanted = `${atLeast ? '≥' : '≤'} ${goal} ${unit}`;
  console.log(
    `  ${name}: goal ${wanted}, figure ${figure.toFixed(2)} ${unit}${met ? '' : '  MISSED'}`,
  );
}
