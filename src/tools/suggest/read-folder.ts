import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paragraphsOf } from '../../core/knowledge/citing/digest.ts';
import { readDocuments } from '../knowledge-documents.ts';

/** A document to draw suggestions from. */
export type Reading = {
  /** What citations call it. */
  readonly source: string;
  readonly published?: string;
  readonly publisher?: string;
  readonly paragraphs: readonly string[];
};

/** Every .txt, .md and .html file of a folder; where it has a documents.json, the files that it lists. */
export function readFolder(dir: string): readonly Reading[] {
  if (existsSync(join(dir, 'documents.json'))) {
    return readDocuments(dir).map(({ source, published, publisher, text }) => ({
      source,
      published,
      ...(publisher !== undefined && { publisher }),
      paragraphs: paragraphsOf(text),
    }));
  }
  return readdirSync(dir)
    .sort()
    .flatMap((name): Reading[] => {
      const [, base, ending] = /^(.+)\.(txt|md|html?)$/i.exec(name) ?? [];
      if (base === undefined || ending === undefined) return [];
      const raw = readFileSync(join(dir, name), 'utf8');
      const source = base.toLowerCase().replace(/[^a-z0-9]+/g, '-');
      const publisher = /<meta[^>]+og:site_name["'][^>]+content=["']([^"']+)/i.exec(raw)?.[1];
      return [
        {
          source,
          ...(publisher !== undefined && { publisher }),
          paragraphs: paragraphsOf(plainText(raw, ending.toLowerCase())),
        },
      ];
    });
}

function plainText(raw: string, ending: string): string {
  if (ending === 'txt') return raw;
  return ending === 'md' ? fromMarkdown(raw) : fromHtml(raw);
}

/** Blocks become lines; scripts, styles and code go. Not a parser: what is drawn from it is only a draft. */
function fromHtml(raw: string): string {
  return raw
    .replace(
      /<!--[\s\S]*?-->|<(script|style|noscript|svg|pre|code|nav|footer)\b[\s\S]*?<\/\1>/gi,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .replace(
      /<\/?(?:p|div|li|ul|ol|h\d|br|tr|td|th|section|article|header|blockquote|figcaption)\b[^>]*>/gi,
      '\n',
    )
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(?:#(\d+)|#x([0-9a-f]+)|(amp|lt|gt|quot|apos|nbsp));/gi,
      (all, decimal, hex, name) =>
        decimal || hex
          ? fromCode(decimal ? Number(decimal) : Number.parseInt(hex, 16), all)
          : ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }[
              String(name).toLowerCase()
            ] ?? all),
    );
}

const fromCode = (code: number, otherwise: string) =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;

/** Lines of a paragraph are joined; marks of headings, lists, links and emphasis go. */
function fromMarkdown(raw: string): string {
  return raw
    .replace(/^---\n[\s\S]*?\n---\n|```[\s\S]*?```/g, '\n')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#{1,6}|[-*+>]|\d+\.)\s+/gm, '\n')
    .replace(/(\*\*|__|[*_`])(?=\S)(.+?)\1/g, '$2')
    .replace(/([^\n])\n(?=[^\n])/g, '$1 ');
}
