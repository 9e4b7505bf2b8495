import type { Page } from 'puppeteer-core';
import { eventually } from './marks.ts';

/** What a reader (and a screen reader) finds of an open card. */
export type OpenCard = {
  /** The dialog's accessible name. */
  readonly name: string;
  /** All of its text. */
  readonly text: string;
};

type BidiValue = {
  readonly type: string;
  readonly value?: {
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly BidiValue[];
    readonly shadowRoot?: BidiValue | null;
  };
};

type Node = NonNullable<Awaited<ReturnType<Page['accessibility']['snapshot']>>>;

function findDialog(node: Node | null): Node | undefined {
  if (node === null) return undefined;
  if (node.role === 'dialog') return node;
  for (const child of node.children ?? []) {
    const found = findDialog(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

const textOf = (node: Node): string =>
  node.role === 'StaticText' ? (node.name ?? '') : (node.children ?? []).map(textOf).join(' ');

async function inChromium(page: Page): Promise<OpenCard | undefined> {
  const dialog = findDialog(await page.accessibility.snapshot({ interestingOnly: false }));
  return dialog && { name: dialog.name ?? '', text: textOf(dialog) };
}

const elements = function* (value: BidiValue): Generator<BidiValue> {
  yield value;
  for (const child of value.value?.children ?? []) yield* elements(child);
  if (value.value?.shadowRoot) yield* elements(value.value.shadowRoot);
};

const bidiText = (value: BidiValue): string =>
  value.value?.nodeValue ?? (value.value?.children ?? []).map(bidiText).join(' ');

/** Firefox's accessibility tree is out of reach, but BiDi serialises closed shadow roots. */
async function inFirefox(page: Page): Promise<OpenCard | undefined> {
  const connection = (page.browser() as unknown as { connection: BidiConnection }).connection;
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  const { result } = await connection.send('script.evaluate', {
    expression: 'document.documentElement.lastElementChild',
    target: { context },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 30, includeShadowTree: 'all' },
  });
  const tree = (result as unknown as { result: BidiValue }).result;
  for (const element of elements(tree)) {
    if (
      element.value?.attributes?.role !== 'dialog' &&
      element.value?.attributes?.open === undefined
    )
      continue;
    const { attributes = {} } = element.value ?? {};
    const labelledBy = attributes['aria-labelledby'];
    const label = [...elements(tree)].find(
      ({ value }) => labelledBy !== undefined && value?.attributes?.id === labelledBy,
    );
    return {
      name: attributes['aria-label'] ?? (label ? bidiText(label).trim() : ''),
      text: bidiText(element),
    };
  }
  return undefined;
}

type BidiConnection = {
  send: (method: string, params: unknown) => Promise<{ result: unknown }>;
};

/** The card, if one is open now. */
export const openCard = (page: Page): Promise<OpenCard | undefined> =>
  page.browser().wsEndpoint() !== '' && isFirefox(page) ? inFirefox(page) : inChromium(page);

const isFirefox = (page: Page): boolean =>
  (page.browser() as unknown as { connection?: unknown }).connection !== undefined;

/** Waits until a card is open. @throws when none opens. */
export async function cardOpens(page: Page): Promise<OpenCard> {
  const card = await eventually(
    () => openCard(page),
    (found) => found !== undefined && found.name !== '',
  );
  if (card === undefined) throw new Error('no card opened');
  return card;
}

/** Whether the card is gone within a second. */
export const cardCloses = async (page: Page): Promise<boolean> =>
  (await eventually(
    () => openCard(page),
    (found) => found === undefined,
    1500,
  )) === undefined;
