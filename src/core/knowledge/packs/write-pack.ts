import type { Citation, Claim, Entry, Source } from '../entry.ts';
import { type Pack, type PackFormat, packFormatName, packVersion } from './pack.ts';
import { csvColumns, csvPartSeparator } from './parse-csv.ts';
import { csvCell } from './read-csv.ts';

/** What a format cannot carry, for whoever exports; empty for our own. */
export const packLosses: Readonly<Record<PackFormat, readonly string[]>> = {
  json: [],
  csv: [
    'claims with their citations, and so which of them dispute one another',
    'sources and what summary and definition rest on',
    'dates of events',
    'rules of aliases: case, inflection, language, ambiguity, cues; the label becomes one',
    'the title of the pack',
  ],
  skos: [
    'kinds of relations beyond broader, narrower and related',
    'which claims dispute one another',
    'dates of events and the place in the life of a model',
    'rules of aliases: case, inflection, ambiguity, cues; the label becomes one',
    'notes on sources and which of their paragraphs state nothing',
  ],
};

/** A pack as the text of a file; parsePack reads it back, less what packLosses lists. */
export function writePack(pack: Pack, format: PackFormat): string {
  if (format === 'csv') return writeCsv(pack);
  return `${JSON.stringify(format === 'json' ? toJson(pack) : toSkos(pack), null, 2)}\n`;
}

function toJson({ title, sources, entries }: Pack): unknown {
  return {
    format: packFormatName,
    version: packVersion,
    title,
    sources,
    entries: entries.map(authoredForm),
  };
}

const cited = ({ source, paragraph }: Citation) => `${source}:${paragraph}`;

/** An entry as its author writes it: citations as `source:7`, what is empty left out. */
export function authoredForm({ basis, claims, dates, aliases, related, ...entry }: Entry): unknown {
  return {
    id: entry.id,
    kind: entry.kind,
    prefLabel: entry.prefLabel,
    ...(aliases.length > 0 && { aliases }),
    summary: entry.summary,
    definition: entry.definition,
    basis: basis === 'general' ? basis : basis.map(cited),
    ...(claims.length > 0 && { claims: claims.map(authoredClaim) }),
    ...(related.length > 0 && { related }),
    ...(entry.stage !== undefined && { stage: entry.stage }),
    ...(dates.length > 0 && {
      dates: dates.map(({ cites, ...dated }) => ({ ...dated, cites: cites.map(cited) })),
    }),
  };
}

function authoredClaim({ cites, ...claim }: Claim): unknown {
  return { ...claim, cites: cites.length === 0 ? 'general' : cites.map(cited) };
}

function writeCsv({ entries }: Pack): string {
  const rows = entries.map((entry) => {
    const cells: Record<(typeof csvColumns)[number], string> = {
      id: entry.id,
      kind: entry.kind,
      label: entry.prefLabel,
      aliases: [...new Set(entry.aliases.map(({ form }) => form))].join(csvPartSeparator),
      summary: entry.summary,
      definition: entry.definition,
      related: entry.related.map(({ kind, to }) => `${kind}: ${to}`).join(csvPartSeparator),
      stage: entry.stage ?? '',
    };
    return csvColumns.map((column) => csvCell(cells[column])).join(',');
  });
  return `${[csvColumns.join(','), ...rows].join('\r\n')}\r\n`;
}

const context = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  schema: 'https://schema.org/',
  prov: 'http://www.w3.org/ns/prov#',
  dcterms: 'http://purl.org/dc/terms/',
};
const conceptIri = (id: string) => `urn:newsgloss:concept:${id}`;
const sourceIri = (id: string) => `urn:newsgloss:source:${id}`;
const paragraphIri = ({ source, paragraph }: Citation) => ({
  '@id': `${sourceIri(source)}#p${paragraph}`,
});
const schemeIri = 'urn:newsgloss:scheme';

function toSkos({ title, sources, entries }: Pack): unknown {
  const ids = new Set(entries.map(({ id }) => id));
  return {
    '@context': context,
    '@graph': [
      { '@id': schemeIri, '@type': 'skos:ConceptScheme', 'dcterms:title': title },
      ...sources.map(skosSource),
      ...entries.map((entry) => skosConcept(entry, ids)),
    ],
  };
}

function skosSource({ id, publisher, title, url, published, paragraphs }: Source): unknown {
  return {
    '@id': sourceIri(id),
    '@type': ['schema:NewsArticle', 'prov:Entity'],
    'schema:headline': title,
    'schema:url': { '@id': url },
    'schema:datePublished': published,
    'schema:publisher': { '@type': 'schema:Organization', 'schema:name': publisher },
    'dcterms:extent': paragraphs,
  };
}

function skosConcept(entry: Entry, ids: ReadonlySet<string>): unknown {
  const to = (kinds: readonly string[]) =>
    entry.related
      .filter(({ kind }) => kinds.includes(kind))
      .map((r) => ({ '@id': conceptIri(r.to) }));
  const broader = to(['kind of', 'part of']);
  const narrower = to(['has kind', 'includes']);
  const related = entry.related
    .filter(({ kind }) => !['kind of', 'part of', 'has kind', 'includes'].includes(kind))
    .map((r) => ({ '@id': conceptIri(r.to) }));
  // A form may stand twice with rules that SKOS does not carry.
  const altLabels = entry.aliases.filter(
    ({ form }, index, all) =>
      form !== entry.prefLabel && all.findIndex((one) => one.form === form) === index,
  );
  return {
    '@id': conceptIri(entry.id),
    '@type': 'skos:Concept',
    'skos:inScheme': { '@id': schemeIri },
    'dcterms:type': entry.kind,
    'skos:prefLabel': { '@value': entry.prefLabel, '@language': 'en' },
    ...(altLabels.length > 0 && {
      'skos:altLabel': altLabels.map(({ form, lang = 'en' }) => ({
        '@value': form,
        '@language': lang,
      })),
    }),
    'skos:scopeNote': { '@value': entry.summary, '@language': 'en' },
    'skos:definition': { '@value': entry.definition, '@language': 'en' },
    ...(broader.length > 0 && { 'skos:broader': broader }),
    ...(narrower.length > 0 && { 'skos:narrower': narrower }),
    ...(related.length > 0 && { 'skos:related': related }),
    ...(entry.basis !== 'general' && { 'prov:wasDerivedFrom': entry.basis.map(paragraphIri) }),
    ...(entry.claims.length > 0 && {
      'schema:subjectOf': entry.claims.map((claim) => skosClaim(entry, claim, ids)),
    }),
  };
}

function skosClaim(entry: Entry, claim: Claim, ids: ReadonlySet<string>): unknown {
  const { id, text, kind, speaker, cites, asOf } = claim;
  return {
    '@id': `${conceptIri(entry.id)}#${id}`,
    '@type': 'schema:Claim',
    'schema:text': text,
    'dcterms:type': kind,
    ...(speaker !== undefined && {
      'schema:author': ids.has(speaker) ? { '@id': conceptIri(speaker) } : speaker,
    }),
    ...(cites.length > 0 && { 'schema:appearance': cites.map(paragraphIri) }),
    'schema:dateCreated': asOf,
  };
}
