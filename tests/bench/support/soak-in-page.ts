import { session } from './marking-in-page.ts';

const sentences = [
  'DeepSeek has a model.',
  'Nobody was hurt.',
  'OpenAI and Nvidia said nothing.',
  'It rained all day.',
  'Post-training is what comes after.',
];

let made = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Adds and removes paragraphs, about 1,000 changes a second, among 200. */
export const startChanges = (): void => {
  const place = document.body.appendChild(document.createElement('main'));
  timer = setInterval(() => {
    for (let change = 0; change < 10; change++) {
      const paragraph = document.createElement('p');
      paragraph.textContent = sentences[made++ % sentences.length] ?? '';
      if (place.childElementCount >= 200) place.firstElementChild?.remove();
      else place.append(paragraph);
    }
  }, 10);
};

export const stopChanges = (): number => {
  clearInterval(timer);
  return made;
};

/** Marked words, and the words that stand on the page and should be. */
export const marksAndTruth = (): { readonly marks: number; readonly truth: number } => ({
  marks: session?.anchors().length ?? -1,
  truth: document.body.textContent?.match(/DeepSeek|OpenAI|Nvidia|Post-training/g)?.length ?? -2,
});

export { ours } from './marking-in-page.ts';
