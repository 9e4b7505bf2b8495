import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { savedPages } from '../bench/support/bench-pages.ts';
import { browserNames, launchBrowser } from '../harness/browsers.ts';
import { extensionFolder } from '../harness/build-extension.ts';
import { recordedRequests } from '../harness/record-requests.ts';
import { servePages } from '../harness/serve-pages.ts';
import { cardOpens } from './support/card.ts';
import { openExtensionPage } from './support/extension-page.ts';
import { placeOfMark } from './support/marks.ts';

/**
 * Every browser of this run had a recorder as its proxy. What it wrote down is what the browsers themselves ask their
 * makers for (updates, settings, the time), with or without an extension; ours must add nothing to it.
 */
const makersHosts =
  /^(?:[\w-]+\.)*(?:google\.com|googleapis\.com|gstatic\.com|gvt1\.com|mozilla\.(?:com|net|org)|firefox\.com|mozgcp\.net)$/;

const hostOf = (request: string): string => {
  const [method = '', target = ''] = request.split(' ');
  return method === 'CONNECT' ? target.replace(/:\d+$/, '') : new URL(target).hostname;
};

const builtFiles = browserNames.flatMap((name) =>
  readdirSync(extensionFolder(name), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:js|html|css)$/.test(file))
    .map((file) => ({
      file: `${name}: ${file}`,
      text: readFileSync(join(extensionFolder(name), file), 'utf8'),
    })),
);

describe('Newsgloss makes no request', () => {
  test.each(browserNames)(
    'while %s marks, shows a card and every page of its own',
    async (name) => {
      const server = await servePages({
        '/': readFileSync(new URL('../../assets/sample-article.html', import.meta.url)),
      });
      const launched = await launchBrowser(name, { extension: extensionFolder(name) });
      try {
        const page = await launched.browser.newPage();
        await page.goto(`${server.origin}/`);
        const { x, y } = await placeOfMark(page, 'DeepSeek');
        await page.mouse.move(x - 2, y - 2);
        await page.mouse.move(x, y);
        await cardOpens(page);
        const pages = readdirSync(extensionFolder(name)).filter((file) => file.endsWith('.html'));
        for (const path of [...pages, 'glossary.html#/welcome', 'glossary.html#/map'])
          await (await openExtensionPage(launched, path)).close();
        // A page's own requests go straight to its server: the article, and the icon that browsers ask for.
        expect(server.requests.filter((path) => path !== '/' && path !== '/favicon.ico')).toEqual(
          [],
        );
      } finally {
        await launched.close();
        await server.close();
      }
    },
  );

  test('the recorder hears what a page asks for beyond this machine', async () => {
    const { browser, close } = await launchBrowser('chromium');
    const page = await browser.newPage();
    await page.goto('http://recorder.invalid/heard').catch(() => undefined);
    await close();
    const heard = recordedRequests().filter((request) => hostOf(request) === 'recorder.invalid');
    expect(heard).toEqual(['GET http://recorder.invalid/heard']);
  });

  // Browsers connect to the hosts that a saved news page names before its policy forbids them to.
  const namedBySavedPages = new Set(
    savedPages().flatMap(({ html }) =>
      [...html.matchAll(/\/\/([\w-]+(?:\.[\w-]+)+)/g)].map(([, host]) => host),
    ),
  );

  test('in the whole run of tests in both browsers nothing but the browsers themselves, and the saved pages, asked for anything', () => {
    const foreign = recordedRequests()
      .filter((request) => !makersHosts.test(hostOf(request)))
      .filter((request) => hostOf(request) !== 'recorder.invalid')
      .filter((request) => !namedBySavedPages.has(hostOf(request)));
    expect(foreign).toEqual([]);
  });

  test('nothing that is shipped says fetch, XMLHttpRequest, WebSocket, EventSource or beacon', () => {
    expect(builtFiles.length).toBeGreaterThan(8);
    const asking =
      /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bRTCPeerConnection\b|\bimportScripts\b/;
    expect(builtFiles.filter(({ text }) => asking.test(text)).map(({ file }) => file)).toEqual([]);
  });

  test('the pages of the extension are forbidden to ask for anything but their own script, style and image', () => {
    for (const name of browserNames) {
      const manifest = JSON.parse(
        readFileSync(join(extensionFolder(name), 'manifest.json'), 'utf8'),
      );
      const policy: string = manifest.content_security_policy.extension_pages;
      expect(policy).toMatch(/^default-src 'none';/);
      expect(policy).not.toMatch(/connect-src|https?:|\*|unsafe/);
      expect(manifest.permissions.sort()).toEqual([
        'activeTab',
        'contextMenus',
        'scripting',
        'storage',
      ]);
      // No page more than those whose marks are asked for.
      const [{ matches }] = manifest.content_scripts;
      expect(manifest.host_permissions).toEqual(matches);
      for (const absent of [
        'optional_permissions',
        'optional_host_permissions',
        'web_accessible_resources',
        'externally_connectable',
      ])
        expect(manifest).not.toHaveProperty(absent);
    }
  });
});
