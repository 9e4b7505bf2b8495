import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const recordFile = fileURLToPath(new URL('../../reports/requests.txt', import.meta.url));
const portVariable = 'NEWSGLOSS_RECORDER';

/** The port of the recorder of this run, which every browser that the harness launches has as its proxy. */
export const recorderPort = (): number | undefined => {
  const port = Number(process.env[portVariable]);
  return port > 0 ? port : undefined;
};

/** What asked to leave this machine so far, a line each: `GET http://host/path` or `CONNECT host:443`. */
export const recordedRequests = (): readonly string[] => {
  try {
    return readFileSync(recordFile, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
};

/**
 * A proxy that answers nothing and writes down every request. Browsers go past it only to loopback, where the tests' own
 * pages are served.
 */
export const startRecorder = async (): Promise<() => Promise<void>> => {
  mkdirSync(dirname(recordFile), { recursive: true });
  rmSync(recordFile, { force: true });
  const note = (line: string) => appendFileSync(recordFile, `${line}\n`);
  const server = createServer((request, response) => {
    note(`${request.method} ${request.url}`);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env[portVariable] = String((server.address() as AddressInfo).port);
  return () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
};

/** Vitest's global setup: one recorder for all browsers of a run. */
export default startRecorder;
