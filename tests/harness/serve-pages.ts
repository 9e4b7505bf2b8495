import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page to serve: its body, and its headers where text/html in UTF-8 is not meant. */
export type ServedPage =
  | string
  | Uint8Array
  | { readonly body: string | Uint8Array; readonly headers?: Readonly<Record<string, string>> };

export type PageServer = {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly origin: string;
  /** Adds or replaces a page; gives its address. */
  readonly add: (path: string, page: ServedPage) => string;
  /** Paths asked for so far, in order. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
};

/** Serves pages by path from this process on the loopback interface; what it has not, it answers with 404. */
export const servePages = async (
  pages: Readonly<Record<string, ServedPage>> = {},
): Promise<PageServer> => {
  const served = new Map<string, ServedPage>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    requests.push(path);
    const page = served.get(decodeURIComponent(path));
    if (page === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end();
      return;
    }
    const { body, headers } =
      typeof page === 'object' && 'body' in page ? page : { body: page, headers: {} };
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const add = (path: string, page: ServedPage) => {
    served.set(path, page);
    return origin + encodeURI(path);
  };
  for (const [path, page] of Object.entries(pages)) add(path, page);
  return {
    origin,
    add,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
