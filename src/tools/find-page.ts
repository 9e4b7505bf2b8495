import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, resolve } from 'node:path';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escapeHtml = (text: string) => text.replace(/[&<>]/g, (char) => escapes[char] ?? char);

/** A plain text as a plain article: one paragraph for each line that is not empty. */
function articleOf(text: string, title: string): string {
  const lines = text.split(/\n+/).filter((line) => line.trim() !== '');
  const paragraphs = lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n');
  return (
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
    `<meta name="viewport" content="width=device-width">` +
    `<style>:root{color-scheme:light dark}body{max-width:40rem;margin:3rem auto;padding:0 1rem;` +
    `font:1.0625rem/1.65 Georgia,serif}</style><article>${paragraphs}</article></html>`
  );
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
};

export type ServedPage = { readonly url: string; readonly close: () => void };

async function serve(body: string | Buffer, type: string): Promise<ServedPage> {
  const server: Server = createServer((request, response) => {
    const found = request.url === '/';
    response.writeHead(found ? 200 : 404, { 'content-type': found ? type : 'text/plain' });
    response.end(found ? body : '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * An address that shows a page: an http(s) address as it is; a file from a server on loopback, since
 * the content script runs on http and https only. A `.txt` or `.md` file becomes a plain article.
 *
 * @throws Error when the file cannot be read.
 */
export async function findPage(page: string): Promise<ServedPage> {
  if (/^https?:\/\//i.test(page)) return { url: page, close: () => {} };
  const path = resolve(page.startsWith('file://') ? new URL(page).pathname : page);
  let body: Buffer;
  try {
    body = readFileSync(path);
  } catch {
    throw new Error(`Cannot read ${page}: give the path of a file or an http(s) address.`);
  }
  const ending = extname(path).toLowerCase();
  if (ending === '.txt' || ending === '.md')
    return serve(
      articleOf(body.toString('utf8'), basename(path, ending)),
      'text/html; charset=utf-8',
    );
  return serve(body, types[ending] ?? 'text/html; charset=utf-8');
}
