import type { Knowledge } from '../../../src/core/knowledge/check/knowledge.ts';
import { digestDocument } from '../../../src/core/knowledge/citing/digest.ts';
import { parseEntry, parseSources } from '../../../src/core/knowledge/parse-entry.ts';

/** A small knowledge base about a made-up harbour, without a fault: tests put one in. */

const gazette = `In March, the port of Sund opened its Quay 7, built by Harbour Works for about $40 million.
Mayor Ada Holm called it a gift to the town, and over 30% of all ships now moor there.
Share this page with your friends and follow the Gazette wherever you read your news today.`;

export const files: Readonly<Record<string, string>> = {
  'quay.yaml': `id: quay
kind: product
prefLabel: Quay 7
aliases:
  - { form: Quay 7 }
  - { form: the quay, ambiguous: true }
summary: A landing place for ships in the port of Sund.
definition: Ships moor at the quay. It was opened in March 2024.
basis: [gazette:1]
claims:
  - id: cost
    text: Quay 7 cost about $40 million.
    kind: fact
    cites: [gazette:1]
    asOf: 2024-04
    disputes: [mayor#gift]
  - id: opened
    text: Harbour Works built Quay 7, which opened in March in Sund.
    kind: fact
    cites: [gazette:1]
    asOf: 2024-04
related:
  - { kind: part of, to: port }
dates:
  - date: 2024-03
    what: Quay 7 opens
    cites: [gazette:1]
`,
  'mayor.yaml': `id: mayor
kind: person
prefLabel: Ada Holm
aliases:
  - { form: Ada Holm }
  - { form: Holm, ambiguous: true }
summary: The mayor of a town with a port.
definition: Ada Holm is mayor. She likes the new quay.
basis: [gazette:2]
claims:
  - id: gift
    text: It is a gift to everyone who lives there.
    kind: view
    speaker: mayor
    cites: [gazette:2]
    asOf: 2024-04
  - id: ships
    text: Of the ships, over 30% use it.
    kind: fact
    cites: [gazette:2]
    asOf: 2024-04
related:
  - { kind: related to, to: port }
`,
  'port.yaml': `id: port
kind: notion
prefLabel: Port
aliases:
  - { form: port, inflect: noun, ambiguous: true }
summary: A place where ships load and unload.
definition: A port has quays. Ships come and go there.
basis: general
`,
};

export const sourcesFile = `- id: gazette
  publisher: The Gazette
  title: A new quay
  url: https://gazette.example/quay
  published: 2024-04
  paragraphs: 3
  silent: [3]
`;

export const hash = (run: string) => run;

/** The sound knowledge with files added, replaced, or (undefined) taken away. */
export function knowledgeWith(
  changes: Readonly<Record<string, string | undefined>> = {},
  sources = sourcesFile,
): Knowledge {
  const texts = Object.entries({ ...files, ...changes });
  const authored = texts.flatMap(([name, text]) => {
    if (text === undefined) return [];
    const parsed = parseEntry(text, name);
    if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
    return [parsed];
  });
  const parsed = parseSources(sources, 'sources.yaml');
  if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
  const document = { source: 'gazette', published: '2024-04', text: gazette };
  const digests = [digestDocument(document, { hash, salt: 'salt' })];
  return { authored, sources: parsed, digests, hash };
}
