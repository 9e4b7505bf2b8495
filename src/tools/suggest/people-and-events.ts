/** A name with the words beside it that say what it is: "AMD CEO Lisa Su". */
export type Apposition = {
  readonly name: string;
  readonly role: string;
  /** Whose, where that is said: "AMD". */
  readonly of?: string;
  readonly kind: 'person' | 'company' | 'model' | 'publication';
};

const roles: Readonly<Record<Apposition['kind'], string>> = {
  person:
    'CEO|CTO|CFO|COO|chief executive|chief scientist|president|chairman|chairwoman|founder|co-founder|cofounder|director|analyst|professor|researcher|minister|senator|mayor|spokesperson|spokesman|spokeswoman|engineer|investor|author|Mr\\.?|Ms\\.?|Mrs\\.?|Dr\\.?',
  company: 'startup|company|firm|chipmaker|start-up|lab|laboratory|maker|giant|bank|fund|agency',
  model: 'model|chatbot|assistant',
  publication: 'newspaper|magazine|site|outlet|newsletter|blog|paper',
};

const name = String.raw`(\p{Lu}[\p{L}\p{N}-]*(?:\s\p{Lu}[\p{L}\p{N}-]*){0,2})`;

/** Names beside a word for what they are, before or after it. */
export function readAppositions(text: string): readonly Apposition[] {
  const found: Apposition[] = [];
  for (const [kind, words] of Object.entries(roles) as [Apposition['kind'], string][]) {
    const before = new RegExp(String.raw`(?:\b${name}(?:['’]s)? )?\b(${words}) ${name}`, 'gu');
    for (const [, of, role = '', who = ''] of text.matchAll(before)) {
      found.push({ name: who, role, kind, ...(of !== undefined && { of }) });
    }
    const after = new RegExp(
      String.raw`\b${name}, (?:an?|the|its|their)\s(?:[\p{L}-]+\s){0,3}(${words})\b`,
      'gu',
    );
    for (const [, who = '', role = ''] of text.matchAll(after))
      found.push({ name: who, role, kind });
  }
  return found;
}

const happenings =
  'release|launch|interview|earnings call|conference|keynote|sell-off|selloff|acquisition|merger|lawsuit|ruling|outage|leak|fiasco|crash|debut|summit|hearing|strike|announcement|IPO|recall|breach';

/** Things that happened, named by their noun and whom they concern: "release of R1", "Nvidia's earnings call". */
export function readEvents(text: string): readonly string[] {
  const whose = String.raw`(\p{Lu}[\p{L}\p{N}-]*(?:\s(?:\p{Lu}[\p{L}\p{N}-]*|\d[\d.]*\b))?)`;
  const of = new RegExp(
    String.raw`\b(${happenings}) (of|with|by) (?:the )?${whose}(?:['’]s ${whose})?`,
    'gu',
  );
  const by = new RegExp(
    String.raw`\b${whose}(['’]s)? (?:(?!(?:the|an?)\b)[a-z]+ )?(${happenings})\b`,
    'gu',
  );
  return [
    // "the release of A's B" is B's release.
    ...[...text.matchAll(of)].map(
      ([, noun, link, one = '', other]) => `${noun} ${link} ${firstName(other ?? one)}`,
    ),
    ...[...text.matchAll(by)].map(([, one, own = '', noun]) => `${one}${own} ${noun}`),
  ];
}

/** "R1 AI" names R1: an abbreviation that follows says what kind of thing it is. */
const firstName = (words: string) => words.replace(/ (?:AI|CEO)$/u, '');
