import { createRandom } from './random.ts';
import { sampleText } from './sample-text.ts';

/**
 * So many forms as a glossary has them: names of one to three capitalised words, and noun phrases of two or three.
 * Their words come from the sample's own vocabulary, so that their beginnings stand in the text as often as a real
 * glossary's do, and one phrase in forty stands there whole. Single words are names, mostly rare ones: no glossary
 * lists ordinary words.
 */
export function sampleForms(count: number): readonly string[] {
  const random = createRandom(20250225);
  const sample = sampleText(2_000_000);
  const vocabulary = [...new Set(sample.match(/\b[a-z]{4,12}\b/g))].sort();
  const pick = (): string => vocabulary[Math.floor(random() * vocabulary.length)] ?? '';
  const syllables = [
    'ba',
    'cor',
    'den',
    'fal',
    'gi',
    'hu',
    'lex',
    'mon',
    'ni',
    'or',
    'quin',
    'ra',
    'su',
    'tek',
    'vi',
    'zo',
  ];
  const invented = (): string =>
    Array.from(
      { length: 2 + Math.floor(random() * 3) },
      () => syllables[Math.floor(random() * syllables.length)],
    ).join('');
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const forms = new Set<string>();
  const names = [...new Set(sample.match(/(?<=[a-z] )[A-Z][a-z]{3,11}\b/g))].sort();
  const phrases = sample.match(/\b[a-z]{5,12} [a-z]{5,12}\b/g) ?? [];
  while (forms.size < count) {
    const isName = random() < 0.6;
    const words = isName && random() < 0.45 ? 1 : random() < 0.7 ? 2 : 3;
    if (!isName && random() < 0.025) {
      forms.add(phrases[Math.floor(random() * phrases.length)] ?? '');
      continue;
    }
    if (isName && words === 1 && random() < 0.05) {
      forms.add(names[Math.floor(random() * names.length)] ?? '');
      continue;
    }
    const all = Array.from({ length: words }, () =>
      (isName && random() < 0.5) || words === 1 ? invented() : pick(),
    );
    forms.add(all.map((word) => (isName ? capital(word) : word)).join(' '));
  }
  return [...forms];
}
