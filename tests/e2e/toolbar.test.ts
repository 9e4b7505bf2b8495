/** The toolbar button: icon, badge and title of each state, as the browser has them. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames, type LaunchedBrowser, launchBrowser } from '../harness/browsers.ts';
import { extensionFolder } from '../harness/build-extension.ts';
import { inFirefoxPage, inFirefoxWindow } from '../harness/firefox-window.ts';
import { type PageServer, servePages } from '../harness/serve-pages.ts';
import { openExtensionPage, switchesOf, turnSwitch } from './support/extension-page.ts';
import { eventually, marksWith } from './support/marks.ts';

const article =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News on AI</title></head><body style="margin:40px"><p>In January DeepSeek released R1, a large language model. OpenAI and Nvidia took note of the model.</p></body></html>';

type Button = { readonly icon: string; readonly badge: string; readonly title: string };

const on = { icon: '/icon-16.png', badge: '5', title: 'Newsgloss: 5 concepts on this page' };
const off = { icon: '/icon-off-16.png', badge: '', title: 'Newsgloss is off on this site' };
const paused = { icon: '/icon-paused-16.png', badge: '', title: 'Newsgloss is paused everywhere' };

describe.each(browserNames)('the toolbar button in %s', (name) => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  let news: Page;

  const inWorker = async (expression: string): Promise<unknown> => {
    const target = await launched.browser.waitForTarget((one) => one.type() === 'service_worker');
    return (await target.worker())?.evaluate(expression);
  };
  /** Chromium tells nobody which icon it shows: what the worker asks it to show is written down. */
  const recordIcons = () =>
    inWorker(`{
      const real = chrome.action.setIcon.bind(chrome.action);
      globalThis.icons = new Map();
      chrome.action.setIcon = (details, ...rest) => {
        icons.set(details.tabId, details.path);
        return real(details, ...rest);
      };
    }`);
  const buttonInChromium = () =>
    inWorker(`(async () => {
      for (const { id: tabId } of await chrome.tabs.query({})) {
        const report = await chrome.tabs
          .sendMessage(tabId, { type: 'get-report' }, { frameId: 0 })
          .catch(() => undefined);
        if (!report?.url.endsWith('/news')) continue;
        const badge = await chrome.action.getBadgeText({ tabId });
        const title = await chrome.action.getTitle({ tabId });
        return { icon: icons.get(tabId)?.['16'] ?? '', badge, title };
      }
    })()`) as Promise<Button>;
  const buttonInFirefox = () =>
    inFirefoxWindow<Button>(
      launched,
      `(() => {
        const { action } = extension.apiManager.global.browserActionFor(extension);
        const isNews = ({ linkedBrowser }) => linkedBrowser.currentURI.spec.endsWith('/news');
        const { icon, badgeText, title } = action.getContextData(gBrowser.tabs.find(isNews));
        return { icon: new URL(icon['16']).pathname, badge: badgeText ?? '', title };
      })()`,
    );
  const buttonIs = async (wanted: Button) => {
    const button = name === 'firefox' ? buttonInFirefox : buttonInChromium;
    const found = await eventually(button, (now) => JSON.stringify(now) === JSON.stringify(wanted));
    expect(found).toEqual(wanted);
  };

  beforeAll(async () => {
    server = await servePages({ '/news': article, '/other': article });
    launched = await launchBrowser(name, { extension: extensionFolder(name) });
    if (name === 'chromium') await recordIcons();
    news = await launched.browser.newPage();
    await news.goto(`${server.origin}/news`);
    await marksWith(news, 'DeepSeek');
  });
  afterAll(async () => {
    await launched?.close();
    await server?.close();
  });

  it('has for each state an icon, a badge and words', async () => {
    await buttonIs(on);
    const popup = await openExtensionPage(launched, 'popup.html');
    await eventually(
      () => switchesOf(popup),
      (all) => all[0]?.name.includes('127.0.0.1') ?? false,
    );
    // The popup is a tab here: the page is behind it, and is seen again as it is under a popup of the toolbar.
    await news.bringToFront();
    await turnSwitch(popup, '127.0.0.1');
    await buttonIs(off);
    await turnSwitch(popup, 'Everywhere');
    await buttonIs(paused);
    await turnSwitch(popup, 'Everywhere');
    await buttonIs(off);
    await turnSwitch(popup, '127.0.0.1');
    await buttonIs(on);
    await popup.close();
  });

  it('follows a choice at once for the page that is seen, and for another page once that is seen', async () => {
    const front = await openExtensionPage(launched, 'popup.html');
    await eventually(
      () => switchesOf(front),
      (all) => all[0]?.name.includes('127.0.0.1') ?? false,
    );
    await turnSwitch(front, '127.0.0.1');
    await buttonIs(off);
    await turnSwitch(front, 'Everywhere');
    await new Promise((resume) => setTimeout(resume, 500));
    await buttonIs(off);
    await news.bringToFront();
    await buttonIs(paused);
    await turnSwitch(front, 'Everywhere');
    await turnSwitch(front, '127.0.0.1');
    await buttonIs(on);
    await front.close();
  });

  it.runIf(name === 'chromium')(
    'hears no other page at a choice that changes nothing on it',
    async () => {
      const others = [];
      for (let count = 0; count < 3; count += 1) {
        const other = await launched.browser.newPage();
        await other.goto(`${server.origin}/other`);
        await marksWith(other, 'DeepSeek');
        others.push(other);
      }
      await news.bringToFront();
      await inWorker(`{
      globalThis.heard = [];
      chrome.runtime.onMessage.addListener(({ type, report }) => void heard.push([type, report?.url]));
    }`);
      const options = await openExtensionPage(launched, 'options.html');
      await news.bringToFront();
      await inWorker('heard.length = 0');
      await options.evaluate(() =>
        document.querySelector<HTMLInputElement>('input[value=solid]')?.click(),
      );
      const heard = () => inWorker('heard') as Promise<readonly (readonly [string, string])[]>;
      await eventually(heard, (all) => all.some(([type]) => type === 'page-report'));
      await new Promise((resume) => setTimeout(resume, 500));
      const reports = (await heard()).filter(([type]) => type === 'page-report');
      expect(reports).toEqual([['page-report', `${server.origin}/news`]]);

      // One that stays hidden over several choices speaks once, when it is seen.
      for (const style of ['dashed', 'solid', 'dotted']) {
        await options.evaluate(
          (value) => document.querySelector<HTMLInputElement>(`input[value=${value}]`)?.click(),
          style,
        );
        await new Promise((resume) => setTimeout(resume, 300));
      }
      await inWorker('heard.length = 0');
      await others[0]?.bringToFront();
      await eventually(heard, (all) => all.some(([type]) => type === 'page-report'));
      await new Promise((resume) => setTimeout(resume, 500));
      expect((await heard()).filter(([type]) => type === 'page-report')).toHaveLength(1);
      await options.close();
      for (const other of others) await other.close();
    },
  );

  it('has icons that differ between states and are of the size that they are for', async () => {
    const page = await openExtensionPage(launched, 'popup.html');
    const pictures = await page.evaluate(async () => {
      const pixelsOf = async (path: string) => {
        const image = new Image();
        image.src = path;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        const context = canvas.getContext('2d');
        context?.drawImage(image, 0, 0);
        const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
        return { size: image.width, pixels: [...pixels].join() };
      };
      const states = ['icon', 'icon-off', 'icon-paused'];
      const paths = [16, 32, 48].flatMap((size) => states.map((state) => `/${state}-${size}.png`));
      return Promise.all(paths.map(pixelsOf));
    });
    expect(pictures.map(({ size }) => size)).toEqual([16, 16, 16, 32, 32, 32, 48, 48, 48]);
    expect(new Set(pictures.map(({ pixels }) => pixels)).size).toBe(9);
    await page.close();
  });

  // Chromium's real one is opened in popup.test.ts, by its own call.
  it.runIf(name === 'firefox')('opens the popup, which lists what is on the page', async () => {
    await news.bringToFront();
    await inFirefoxWindow(
      launched,
      'extension.apiManager.global.browserActionFor(extension).openPopup(window, true).then(() => true)',
    );
    const shown = () =>
      inFirefoxPage<{ options: string[]; focus: string }>(
        launched,
        'popup.html',
        '({ options: [...document.querySelectorAll("[role=option]")].map((one) => one.textContent), focus: document.activeElement.type })',
      );
    const found = await eventually(
      shown,
      (now) => now?.options.length === 5 && now.focus === 'search',
    );
    expect(found?.options[0]).toContain('DeepSeek');
    expect(found?.focus).toBe('search');
  });
});
