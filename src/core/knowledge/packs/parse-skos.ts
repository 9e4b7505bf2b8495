import { kinds } from '../vocabulary.ts';
import { type JsonLdNode, readJsonLd, textsOf, valuesOf } from './json-ld.ts';
import { lineOfOffset, offsetInJson } from './json-line.ts';
import { PackRefused, type RawEntry, type RawPack } from './pack.ts';
import { parseJsonText } from './parse-json.ts';
import { aliasOf, idOf, oneLine, shorten } from './plain-entry.ts';

/** A SKOS vocabulary in JSON-LD, taken apart: its concepts, and the articles that its claims cite. */
export function readSkosPack(text: string): RawPack {
  const nodes = readJsonLd(parseJsonText(text));
  const found = nodes.map(({ node, path }) => ({
    node,
    lineOf: () => lineOfOffset(text, offsetInJson(text, path)),
  }));
  const ofType = (type: RegExp) =>
    found.filter(({ node }) => node.types.some((one) => type.test(one)));
  const concepts = ofType(/^skos:Concept$/);
  if (concepts.length === 0) {
    throw new PackRefused({
      line: 1,
      message: 'no skos:Concept in it',
      advice: 'export the vocabulary as SKOS in JSON-LD',
    });
  }
  const ids = new Map(concepts.map(({ node }) => [node.id ?? '', conceptId(node)]));
  const articles = ofType(/^schema:(?:\w*Article|CreativeWork|WebPage)$/);
  const sources = new Map(
    articles.map(({ node }) => [node.id ?? '', idOf(lastPart(node.id ?? ''))]),
  );
  const notes: string[] = [];
  const [scheme] = ofType(/^skos:ConceptScheme$/);
  return {
    title: scheme
      ? (textsOf(scheme.node, 'dcterms:title')[0] ?? bestText(scheme.node, 'skos:prefLabel'))
      : '',
    sources: articles.map(({ node, lineOf }): RawEntry => ({ value: toSource(node), lineOf })),
    entries: concepts.map(
      ({ node, lineOf }): RawEntry => ({ value: toEntry(node, { ids, sources }), lineOf }),
    ),
    notes,
  };
}

/** What follows the last `/`, `#` or `:` of an address. */
const lastPart = (iri: string) => /[^/#:]*[/#:]?$/.exec(iri)?.[0].replace(/[/#:]$/, '') ?? iri;

function conceptId(node: JsonLdNode): string {
  const own = idOf(decodeSafely(lastPart(node.id ?? '')));
  return own || idOf(bestText(node, 'skos:prefLabel') ?? '');
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** English first, then no language, then whichever is given. */
function bestText(node: JsonLdNode, name: string): string | undefined {
  const texts = valuesOf(node, name).flatMap((one) => ('text' in one ? [one] : []));
  const english = texts.find(({ lang }) => lang !== undefined && /^en\b/i.test(lang));
  const best = english ?? texts.find(({ lang }) => lang === undefined) ?? texts[0];
  return best && oneLine(best.text);
}

type Known = {
  readonly ids: ReadonlyMap<string, string>;
  readonly sources: ReadonlyMap<string, string>;
};

function toEntry(node: JsonLdNode, known: Known): unknown {
  const label = bestText(node, 'skos:prefLabel') ?? '';
  const definition =
    bestText(node, 'skos:definition') ??
    bestText(node, 'skos:note') ??
    bestText(node, 'rdfs:comment') ??
    '';
  const kind = textsOf(node, 'dcterms:type')[0];
  const basis = textsOf(node, 'prov:wasDerivedFrom').flatMap((one) => citation(one, known));
  return {
    id: conceptId(node),
    kind: kinds.find((one) => one === kind) ?? 'notion',
    prefLabel: label,
    aliases: aliasesOf(node, label),
    summary: bestText(node, 'skos:scopeNote') ?? shorten(definition),
    definition: definition || (bestText(node, 'skos:scopeNote') ?? ''),
    basis: basis.length > 0 ? basis : 'general',
    claims: valuesOf(node, 'schema:subjectOf').flatMap((one, index) =>
      'node' in one ? [toClaim(one.node, index, known)] : [],
    ),
    related: relationsOf(node, known),
  };
}

/** Every label is looked for, those in other languages under their language. */
function aliasesOf(node: JsonLdNode, label: string): readonly unknown[] {
  const labels = ['skos:prefLabel', 'skos:altLabel', 'skos:hiddenLabel'].flatMap((name) =>
    valuesOf(node, name),
  );
  const forms = new Map<string, string | undefined>([[label, undefined]]);
  for (const one of labels) {
    if ('text' in one && !forms.has(one.text)) forms.set(one.text, one.lang);
  }
  return [...forms].map(([form, lang]) =>
    lang === undefined || /^en\b/i.test(lang) ? aliasOf(form) : { form, lang },
  );
}

function relationsOf(node: JsonLdNode, { ids }: Known): readonly unknown[] {
  const kindsOf = [
    ['skos:broader', 'kind of'],
    ['skos:narrower', 'has kind'],
    ['skos:related', 'related to'],
  ] as const;
  return kindsOf.flatMap(([name, kind]) =>
    textsOf(node, name).flatMap((reference) => {
      const to = ids.get(reference);
      return to === undefined ? [] : [{ kind, to }];
    }),
  );
}

function toClaim(node: JsonLdNode, index: number, known: Known): unknown {
  const speaker = valuesOf(node, 'schema:author').flatMap((one) =>
    'text' in one
      ? [one.text]
      : 'reference' in one
        ? [known.ids.get(one.reference) ?? lastPart(one.reference)]
        : [],
  )[0];
  const cites = textsOf(node, 'schema:appearance').flatMap((one) => citation(one, known));
  return {
    id: idOf(lastPart(node.id ?? '')) || `claim-${index + 1}`,
    text: textsOf(node, 'schema:text')[0],
    kind: textsOf(node, 'dcterms:type')[0] ?? 'report',
    ...(speaker !== undefined && { speaker }),
    cites: cites.length > 0 ? cites : 'general',
    asOf: textsOf(node, 'schema:dateCreated')[0],
  };
}

/** `…source#p7` → `source:7`, when the source is in the file. */
function citation(reference: string, { sources }: Known): readonly string[] {
  const found = /^(.*)#p(\d+)$/.exec(reference);
  const source = found ? sources.get(found[1] ?? '') : undefined;
  return source === undefined ? [] : [`${source}:${found?.[2]}`];
}

function toSource(node: JsonLdNode): unknown {
  const publisher = valuesOf(node, 'schema:publisher')[0];
  const count = textsOf(node, 'dcterms:extent')[0];
  return {
    id: idOf(lastPart(node.id ?? '')),
    publisher:
      publisher && 'node' in publisher
        ? textsOf(publisher.node, 'schema:name')[0]
        : publisher && 'text' in publisher
          ? publisher.text
          : undefined,
    title: textsOf(node, 'schema:headline')[0] ?? textsOf(node, 'schema:name')[0],
    url: textsOf(node, 'schema:url')[0],
    published: textsOf(node, 'schema:datePublished')[0],
    paragraphs: Number(count ?? 1),
  };
}
