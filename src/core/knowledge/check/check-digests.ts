import type { Check } from './knowledge.ts';

/** Every source has a digest of as many paragraphs as it says it has. */
export const checkDigests: Check = ({ sources, digests }) =>
  sources.sources.flatMap(({ id, paragraphs }, index) => {
    const digest = digests.find(({ source }) => source === id);
    if (digest?.paragraphs.length === paragraphs) return [];
    return [
      {
        file: sources.file,
        line: sources.lineOf([index]),
        message: digest
          ? `${id} says ${paragraphs} paragraphs, its digest has ${digest.paragraphs.length}`
          : `no digest of ${id}`,
        advice: 'run `npm run knowledge -- digest DIR` on the folder that holds the documents',
        severity: 'error',
      },
    ];
  });
