import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { hashRun, readDigest } from '../build/read-knowledge.ts';
import { type Digest, type DocumentText, digestDocument } from '../core/knowledge/citing/digest.ts';

const listSchema = v.array(
  v.object({
    id: v.string(),
    file: v.string(),
    published: v.string(),
    publisher: v.optional(v.string()),
  }),
);

/** The documents that `DIR/documents.json` lists: `[{ "id", "file", "published" }]`, the files beside it. */
export function readDocuments(
  dir: string,
): readonly (DocumentText & { readonly publisher: string | undefined })[] {
  const list = v.parse(listSchema, JSON.parse(readFileSync(join(dir, 'documents.json'), 'utf8')));
  return list.map(({ id, file, published, publisher }) => ({
    source: id,
    published,
    publisher,
    text: readFileSync(join(dir, file), 'utf8'),
  }));
}

/** Their digests, with the salts of those that the project already has, so that they compare. */
export function digestOf(documents: readonly DocumentText[], root: string): readonly Digest[] {
  return documents.map((document) => {
    const salt = readDigest(root, document.source)?.salt ?? randomBytes(8).toString('hex');
    return digestDocument(document, { hash: hashRun, salt });
  });
}
