/** The card as both browsers hand it to a screen reader. */
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { browserNames, type LaunchedBrowser } from '../harness/browsers.ts';
import { chromiumWindowArgs } from '../harness/chromium-window.ts';
import type { PageServer } from '../harness/serve-pages.ts';
import { heardOf } from './support/heard.ts';
import { eventually, marksWith, placeOfMark } from './support/marks.ts';
import { news, newsPage } from './support/news.ts';
import { pressShortcut } from './support/shortcuts.ts';
import { useExtension } from './support/use-extension.ts';

describe.each(browserNames)('to a screen reader the card in %s', (name) => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  let tab: Page;

  useExtension(
    name,
    {
      pages: { '/news': newsPage(`${news}<p><input id="field"></p>`) },
      args: name === 'chromium' ? chromiumWindowArgs : [],
    },
    (started) => {
      ({ launched, server, tab } = started);
    },
  );

  const open = async (): Promise<void> => {
    await tab.goto(`${server.origin}/news`);
    await tab.bringToFront();
    await tab.mouse.move(2, 2);
    await marksWith(tab, 'DeepSeek');
  };
  const heard = (role: string, isSo: (lines: readonly string[]) => boolean) =>
    eventually(() => heardOf(launched, tab, role), isSo, 6000);
  const opened = () => heard('dialog', (lines) => lines.length > 8);
  const tabTo = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i++) await tab.keyboard.press('Tab');
  };
  const walkInto = async (): Promise<void> => {
    await open();
    await pressShortcut(launched, 'J');
    await opened();
    await pressShortcut(launched, 'L');
    await eventually(
      () => tab.evaluate(`document.activeElement.matches('[popover]')`),
      (there) => there === true,
    );
  };

  it('has a name, and every part of it too', async () => {
    await open();
    const { x, y } = await placeOfMark(tab, 'DeepSeek');
    await tab.mouse.move(x - 30, y + 60);
    await tab.mouse.move(x, y, { steps: 6 });
    const lines = await opened();
    expect(lines).toEqual([
      'dialog DeepSeek',
      '  heading DeepSeek',
      '  Company',
      '  as of February 2025',
      '  button Pin',
      '  button Close',
      expect.stringMatching(/^ {2}Chinese startup /),
      '  button More 7 claims Sources disagree',
      '  button Known',
      '  button Not this',
      '  button Why marked?',
      '  button Open in the glossary',
    ]);
    // A pointer that rests asks for nothing to be said.
    expect(await heardOf(launched, tab, 'status')).toEqual(['status']);
  });

  it('is said once where the walk opens it, and the reader’s focus stays', async () => {
    await open();
    await tab.focus('#field');
    await pressShortcut(launched, 'J');
    const said = await heard('status', (lines) => lines.length > 1);
    expect(said).toEqual(['status', expect.stringMatching(/^ {2}DeepSeek, Company\. Chinese/)]);
    expect(await tab.evaluate('document.activeElement.id')).toBe('field');
  });

  it('names the sides of a dispute, what is related, and the way back', async () => {
    await walkInto();
    // Pin, Close, More
    await tabTo(3);
    await tab.keyboard.press('Enter');
    const all = await heard('dialog', (lines) => lines.some((line) => /Related/.test(line)));
    const lines = all.map((line) => line.trim());
    expect(lines.filter((line) => line.startsWith('list '))).toEqual([
      'list One side',
      'list The other side',
      'list One side',
      'list The other side',
    ]);
    expect(lines).toContain('DeepSeek reports');
    expect(lines).toContain('link Vietnam.vn, February 2025, paragraph 1');
    expect(lines[lines.indexOf('term competes with') + 2]).toBe('button OpenAI');
    // The last of what is related stands before "Less".
    await tab.keyboard.down('Shift');
    await tabTo(1);
    await tab.keyboard.up('Shift');
    await tab.keyboard.press('Enter');
    const next = await heard('dialog', ([first]) => first === 'dialog OpenAI');
    expect(next[0]).toBe('dialog OpenAI');
    expect(next.map((line) => line.trim())).toContain('button Back to DeepSeek');
  });

  it('has the choices of "Not this" together, under their question, after it', async () => {
    await walkInto();
    // Pin, Close, More, Known, Not this
    await tabTo(5);
    await tab.keyboard.press('Enter');
    const lines = await heard('dialog', (all) => all.some((line) => /region/.test(line)));
    const at = lines.findIndex((line) => /region/.test(line));
    expect(lines[at]).toMatch(/region .*DeepSeek/);
    expect(lines.slice(at + 2).map((line) => line.trim())).toEqual([
      'button On this page',
      'button On this site',
      'button Everywhere',
    ]);
    expect(lines.slice(0, at).map((line) => line.trim())).toContain('button Not this');
  });
});
