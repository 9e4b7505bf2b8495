import type { Page } from 'puppeteer-core';
import type { LaunchedBrowser } from '../../harness/browsers.ts';
import { inFirefoxWindow } from '../../harness/firefox-window.ts';

/** A thing as the browser hands it to a screen reader; words alone have no role. */
export type Heard = {
  readonly role: string;
  readonly name: string;
  readonly children: readonly Heard[];
};

type Node = {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
};

/** Roles that the browsers call by different names, in the words of WAI-ARIA; what is only a box has none. */
const roles: Readonly<Record<string, string>> = {
  StaticText: '',
  'text leaf': '',
  pushbutton: 'button',
  'toggle button': 'button',
  statusbar: 'status',
  grouping: 'group',
};

const inChromium = async (page: Page): Promise<Heard> => {
  const session = await page.createCDPSession();
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map((nodes as readonly Node[]).map((node) => [node.nodeId, node]));
  const heard = ({ role, name, childIds = [] }: Node): Heard => ({
    role: role?.value ?? '',
    name: name?.value ?? '',
    children: childIds.flatMap((id) => {
      const child = byId.get(id);
      if (!child || child.role?.value === 'InlineTextBox') return [];
      return child.ignored ? heard(child).children : [heard(child)];
    }),
  });
  return heard(nodes[0] as Node);
};

/** Firefox keeps the tree of a tab's page in its own process, for whatever reads the screen. */
const inFirefox = (launched: LaunchedBrowser): Promise<Heard> =>
  inFirefoxWindow<Heard>(
    launched,
    `(async () => {
      const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
      const heard = (one) => {
        const children = [];
        for (let child = one.firstChild; child; child = child.nextSibling) children.push(heard(child));
        return { role: service.getStringRole(one.role), name: one.name ?? '', children };
      };
      const shown = service.getAccessibleFor(gBrowser.selectedBrowser);
      // There is none until the first question has set it going.
      return shown ? heard(shown) : { role: '', name: '', children: [] };
    })()`,
  );

const boxes = new Set(['generic', 'none', 'section', 'text container', 'paragraph']);

function* linesOf(heard: Heard, depth: number): Generator<string> {
  const { name, children } = heard;
  const role = roles[heard.role] ?? heard.role;
  if (boxes.has(role)) {
    for (const child of children) yield* linesOf(child, depth);
    return;
  }
  const words = role === 'listitem' ? role : `${role} ${name}`.trim();
  yield '  '.repeat(depth) + words;
  // These say all that is in them as their name.
  if (role === '' || /^(button|link|heading|term)$/.test(role)) return;
  for (const child of children) yield* linesOf(child, depth + 1);
}

function* found({ role, name, children }: Heard, wanted: string): Generator<Heard> {
  if ((roles[role] ?? role) === wanted) yield { role, name, children };
  else for (const child of children) yield* found(child, wanted);
}

/**
 * What a screen reader is given of all things with a role in the page, closed shadow trees included: a line each, role and
 * name, or words, what is inside of them indented. Alike in both browsers.
 */
export async function heardOf(
  launched: LaunchedBrowser,
  page: Page,
  role: string,
): Promise<readonly string[]> {
  const tree = await (launched.name === 'firefox' ? inFirefox(launched) : inChromium(page));
  return [...found(tree, role)].flatMap((one) => [...linesOf(one, 0)]);
}
