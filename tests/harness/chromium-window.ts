import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchedBrowser } from './browsers.ts';

/**
 * With these Chromium's own window takes keys from `pressInChromiumWindow`: its debugger of windows listens on a port of
 * loopback that it chooses, and may make up events.
 */
export const chromiumWindowArgs: readonly string[] = [
  '--enable-ui-devtools=0',
  '--enable-features=ui-debug-tools-enable-synthetic-events',
];

/** A key with its modifiers: where it lies on the keyboard (USB usage), what Windows calls it, what it writes. */
type WindowKey = { readonly code: number; readonly keyCode: number; readonly key: number };

type Node = {
  readonly nodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
};
type Answer = {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

/** `ui::EF_SHIFT_DOWN | ui::EF_ALT_DOWN` of Chromium's `ui/events/event_constants.h`. */
const altAndShift = 0b1010;

const letterKey = (letter: string): WindowKey => {
  const key = letter.charCodeAt(0);
  return { code: 0x070004 + key - 'A'.charCodeAt(0), keyCode: key, key };
};

function* nodesIn(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children ?? []) yield* nodesIn(child);
}

/** The port is in a file of the profile, as that of the other debugger is. */
const portOf = ({ browser }: LaunchedBrowser): number => {
  const profile = browser
    .process()
    ?.spawnargs.find((arg) => arg.startsWith('--user-data-dir='))
    ?.replace('--user-data-dir=', '');
  if (profile === undefined) throw new Error('Chromium was not started here');
  return Number(readFileSync(join(profile, 'UIDevToolsActivePort'), 'utf8').split('\n')[0]);
};

const connect = async (port: number) => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/0`);
  const waiting = new Map<number, (answer: Answer) => void>();
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('the window has no debugger')));
  });
  const send = async <Result>(method: string, params: object = {}): Promise<Result> => {
    const id = ++last;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answered;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as Result;
  };
  return { send, close: () => socket.close() };
};

/**
 * Presses Alt, Shift and a capital letter in Chromium's window, where its shortcuts and those of extensions are looked for
 * before the page hears of the key, as with a keyboard. Needs `chromiumWindowArgs`. The protocol that pages are driven by
 * hands keys to the page alone; this one is that of `components/ui_devtools`.
 *
 * @throws when the browser was started without, or has no window
 */
export async function pressInChromiumWindow(
  launched: LaunchedBrowser,
  letter: string,
): Promise<void> {
  const { send, close } = await connect(portOf(launched));
  await send('DOM.enable');
  const { root } = await send<{ readonly root: Node }>('DOM.getDocument');
  const window = [...nodesIn(root)].find(({ attributes = [] }) =>
    attributes.includes('BrowserWidget'),
  );
  if (!window) throw new Error('Chromium has no window');
  for (const type of ['keyPressed', 'keyReleased'])
    await send('DOM.dispatchKeyEvent', {
      nodeId: window.nodeId,
      event: { type, ...letterKey(letter), flags: altAndShift, isChar: false },
    });
  close();
}
