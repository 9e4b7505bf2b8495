/**
 * As much of JSON-LD 1.1 as glossaries use: a context written in the file (prefixes, aliases,
 * @vocab, language maps), @graph, nodes by @id. A context at an address is not fetched; for it the
 * usual prefixes hold.
 */

const usualPrefixes: Readonly<Record<string, string>> = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  dcterms: 'http://purl.org/dc/terms/',
  dct: 'http://purl.org/dc/terms/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
};

/** A node: full names of properties (shortened by the usual prefixes again) → their values. */
export type JsonLdNode = {
  readonly id: string | undefined;
  readonly types: readonly string[];
  readonly properties: ReadonlyMap<string, readonly JsonLdValue[]>;
};

export type JsonLdValue =
  | { readonly text: string; readonly lang?: string }
  | { readonly reference: string }
  | { readonly node: JsonLdNode };

type Context = ReadonlyMap<string, string>;
type Plain = Readonly<Record<string, unknown>>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** How deep nodes are looked for: lists and graphs within each other, as a hostile file has them by the thousand, are not. */
const deepest = 4;

/** The top-level nodes of a document, each with where it stands: the path to it. */
export function readJsonLd(
  value: unknown,
): readonly { readonly node: JsonLdNode; readonly path: readonly (string | number)[] }[] {
  const found: { node: JsonLdNode; path: readonly (string | number)[] }[] = [];
  const collect = (one: unknown, path: readonly (string | number)[], outer: Context) => {
    if (path.length > deepest) return;
    for (const [index, inside] of Array.isArray(one) ? one.entries() : []) {
      collect(inside, [...path, index], outer);
    }
    if (!isPlain(one)) return;
    const context = readContext(one['@context'], outer);
    if (one['@graph'] !== undefined) collect(one['@graph'], [...path, '@graph'], context);
    if (Object.keys(one).some((key) => key !== '@context' && key !== '@graph' && key !== '@id')) {
      found.push({ node: toNode(one, context, 0), path });
    }
  };
  collect(value, [], new Map(Object.entries(usualPrefixes)));
  return found;
}

function readContext(value: unknown, outer: Context): Context {
  const context = new Map(outer);
  for (const part of listOf(value)) {
    if (!isPlain(part)) continue;
    for (const [key, meaning] of Object.entries(part)) {
      const iri = isPlain(meaning) ? meaning['@id'] : meaning;
      if (typeof iri === 'string') context.set(key, iri);
    }
  }
  return context;
}

/** The full name of a key, then shortened by a usual prefix: `prefLabel` → `skos:prefLabel`. */
function nameOf(key: string, context: Context, depth = 0): string {
  if (key.startsWith('@') || depth > 5) return key;
  const meant = context.get(key);
  if (meant !== undefined && meant !== key) return nameOf(meant, context, depth + 1);
  const colon = key.indexOf(':');
  const prefix = colon > 0 ? context.get(key.slice(0, colon)) : undefined;
  const vocab = colon < 0 ? context.get('@vocab') : undefined;
  const full = prefix !== undefined ? prefix + key.slice(colon + 1) : (vocab ?? '') + key;
  return shortened(full.replace(/^http:\/\/schema\.org\//, 'https://schema.org/'));
}

function shortened(iri: string): string {
  for (const [prefix, start] of Object.entries(usualPrefixes)) {
    if (iri.startsWith(start)) return `${prefix}:${iri.slice(start.length)}`;
  }
  return iri;
}

function toNode(value: Plain, context: Context, depth: number): JsonLdNode {
  const properties = new Map<string, readonly JsonLdValue[]>();
  let id: string | undefined;
  let types: readonly string[] = [];
  for (const [key, inside] of Object.entries(value)) {
    const name = nameOf(key, context);
    if (name === '@id' && typeof inside === 'string') id = inside;
    else if (name === '@type') types = listOf(inside).map((type) => nameOf(String(type), context));
    else if (!name.startsWith('@')) {
      const values = listOf(inside).flatMap((one) => toValues(one, context, depth));
      properties.set(name, [...(properties.get(name) ?? []), ...values]);
    }
  }
  return { id, types, properties };
}

function toValues(value: unknown, context: Context, depth: number): readonly JsonLdValue[] {
  if (typeof value === 'string') return [{ text: value }];
  if (typeof value === 'number' || typeof value === 'boolean') return [{ text: String(value) }];
  if (!isPlain(value) || depth > 4) return [];
  if (value['@value'] !== undefined) {
    const lang = value['@language'];
    const text = String(value['@value']);
    return [typeof lang === 'string' ? { text, lang } : { text }];
  }
  if (Array.isArray(value['@list'])) {
    return value['@list'].flatMap((one) => toValues(one, context, depth + 1));
  }
  const keys = Object.keys(value);
  if (keys.length === 1 && typeof value['@id'] === 'string') return [{ reference: value['@id'] }];
  const isLanguageMap =
    keys.length > 0 && keys.every((key) => /^(?:@none|[a-z]{2,3}(?:-\w+)*)$/i.test(key));
  if (isLanguageMap && !keys.some((key) => context.has(key))) {
    return keys.flatMap((lang) =>
      listOf(value[lang]).map((text) =>
        lang === '@none' ? { text: String(text) } : { text: String(text), lang },
      ),
    );
  }
  return [{ node: toNode(value, context, depth + 1) }];
}

/** The texts of a property, references as their address. */
export function textsOf(node: JsonLdNode, name: string): readonly string[] {
  return valuesOf(node, name).flatMap((one) =>
    'text' in one
      ? [one.text]
      : 'reference' in one
        ? [one.reference]
        : one.node.id
          ? [one.node.id]
          : [],
  );
}

export function valuesOf(node: JsonLdNode, name: string): readonly JsonLdValue[] {
  return node.properties.get(name) ?? [];
}
