import type { Annotated } from '../../core/matching/index.ts';
import type { Span } from '../../core/text/span.ts';
import type { Labelled } from './passage.ts';

export type Tally = { tp: number; fp: number; fn: number };

export type Score = {
  readonly all: Tally;
  readonly ambiguous: Tally;
  readonly nil: { total: number; marked: number };
  readonly concepts: Map<string, Tally>;
  readonly errors: string[];
};

export const emptyScore = (): Score => ({
  all: { tp: 0, fp: 0, fn: 0 },
  ambiguous: { tp: 0, fp: 0, fn: 0 },
  nil: { total: 0, marked: 0 },
  concepts: new Map(),
  errors: [],
});

export const precision = ({ tp, fp }: Tally): number => (tp + fp === 0 ? 1 : tp / (tp + fp));
export const recall = ({ tp, fn }: Tally): number => (tp + fn === 0 ? 1 : tp / (tp + fn));
export const f1 = (tally: Tally): number => {
  const [p, r] = [precision(tally), recall(tally)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
};

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * Counts one passage as the shared scorer does: a mark is right when it overlaps a label of its concept (each label
 * once), overlooked on ANY, wrong elsewhere. Concepts that no label of the file knows are left out.
 */
export function countPassage(
  score: Score,
  judged: {
    readonly passage: Labelled;
    readonly answer: Annotated;
    readonly known: ReadonlySet<string>;
    readonly excluded: ReadonlySet<string>;
  },
): void {
  const { passage, answer, known, excluded } = judged;
  const isOut = (name: string | undefined) => name !== undefined && excluded.has(name);
  const labels = passage.mentions.filter((one) => !isOut(one.candidate) && !isOut(one.gold));
  const wanted = labels.filter(({ gold }) => gold !== 'NIL' && gold !== 'ANY');
  const nils = labels.filter(({ gold }) => gold === 'NIL');
  const spare = passage.mentions.filter((one) => !labels.includes(one) || one.gold === 'ANY');
  const hit = new Set<(typeof wanted)[number]>();
  const nilHit = new Set<(typeof nils)[number]>();
  for (const mark of answer.annotations) {
    const { concept, reason } = mark;
    if (isOut(concept) || !known.has(concept)) continue;
    const same = wanted.filter((label) => label.gold === concept && overlap(label, mark));
    const free = same.find((label) => !hit.has(label));
    if (free !== undefined) {
      hit.add(free);
      add(score, concept, { what: 'tp', ambiguous: free.ambiguous });
    } else if (same.length === 0 && !spare.some((label) => overlap(label, mark))) {
      const wrong = nils.filter((label) => overlap(label, mark));
      for (const label of wrong) nilHit.add(label);
      add(score, concept, { what: 'fp', ambiguous: wrong.some(({ ambiguous }) => ambiguous) });
      score.errors.push(line('marked', { passage, span: mark, name: concept, reason }));
    }
  }
  for (const label of wanted) {
    if (hit.has(label)) continue;
    add(score, label.gold, { what: 'fn', ambiguous: label.ambiguous });
    const refusal = answer.refused.find(({ mention }) => overlap(mention, label));
    score.errors.push(
      line('missed', { passage, span: label, name: label.gold, reason: refusal?.reason }),
    );
  }
  score.nil.total += nils.length;
  score.nil.marked += nilHit.size;
}

function add(
  score: Score,
  concept: string,
  { what, ambiguous }: { readonly what: keyof Tally; readonly ambiguous: boolean },
): void {
  const own = score.concepts.get(concept) ?? { tp: 0, fp: 0, fn: 0 };
  score.concepts.set(concept, own);
  own[what]++;
  score.all[what]++;
  if (ambiguous) score.ambiguous[what]++;
}

type Mistake = {
  readonly passage: Labelled;
  readonly span: Span;
  readonly name: string;
  readonly reason: Annotated['refused'][number]['reason'] | undefined;
};

function line(what: string, { passage, span, name, reason }: Mistake): string {
  const { text } = passage;
  const around = `${text.slice(Math.max(0, span.start - 60), span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end, span.end + 50)}`;
  const why =
    reason === undefined
      ? 'not found'
      : `${reason.rule} ${reason.score.toFixed(2)} ${reason.cues.join(', ')}`;
  return `${what} ${passage.id} ${name}: ${why} «${around.replaceAll('\n', ' ')}»`;
}
