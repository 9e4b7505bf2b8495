/** Something wrong in what was authored or brought in, said as a compiler would say it. */
export type Issue = {
  /** Name of the file as its author knows it, e.g. `assets/entries/deepseek.yaml`. */
  readonly file: string;
  /** Counted from 1; 1 where the whole file is meant. */
  readonly line: number;
  /** What is wrong. */
  readonly message: string;
  /** What to do about it. */
  readonly advice: string;
  /** `error` stops the build; `warning` is only reported. */
  readonly severity: 'error' | 'warning';
};

/** `FILE:LINE error: MESSAGE → ADVICE`, one line. */
export function formatIssue({ file, line, message, advice, severity }: Issue): string {
  return `${file}:${line} ${severity}: ${message} → ${advice}`;
}
