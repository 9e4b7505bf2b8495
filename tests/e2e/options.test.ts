/** The options page, with the built extension and an open article beside it, in both browsers. */
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manyEntries } from '../bench/many-entries.ts';
import { browserNames, type LaunchedBrowser, launchBrowser } from '../harness/browsers.ts';
import { extensionFolder } from '../harness/build-extension.ts';
import { type PageServer, servePages } from '../harness/serve-pages.ts';
import { axeViolations } from './support/axe.ts';
import { openExtensionPage, turnSwitch } from './support/extension-page.ts';
import { eventually, marksWith, paintedMarks } from './support/marks.ts';

const article = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News on AI</title></head><body style="font:18px/1.6 serif;margin:40px;max-width:640px">${body}</body></html>`;

const pages = {
  '/news': article(
    '<p>In January DeepSeek released R1, a large language model. OpenAI and Nvidia took note of the model; ' +
      'DeepSeek and its Zorbulator went on, and so did quantum frobnication.</p>',
  ),
  '/other': article('<p>Elsewhere.</p>'),
};

const csv = [
  'label,aliases,definition',
  'Zorbulator,Zorb,A device that this test made up.',
  'Quantum frobnication,,"What happens, now and then, to a widget."',
].join('\r\n');

describe.each(browserNames)('the options page in %s', (name) => {
  let launched: LaunchedBrowser;
  let server: PageServer;
  let news: Page;
  let options: Page;

  const openOptions = async (fragment = ''): Promise<Page> => {
    options = await openExtensionPage(launched, `options.html${fragment}`);
    await options.setViewport({ width: 1100, height: 900 });
    await eventually(text, (shown) => shown.includes('Reset all choices'));
    return options;
  };
  const text = () => options.evaluate(() => document.body.textContent ?? '').catch(() => '');
  const says = async (words: string) =>
    expect(await eventually(text, (shown) => shown.includes(words))).toContain(words);
  /** Presses the button (or radio) whose name is or begins with the words, as soon as there is one. */
  const press = async (words: string) =>
    expect(
      await eventually(
        () => tryToPress(words),
        (done) => done,
      ),
      `a button named ${words}`,
    ).toBe(true);
  const tryToPress = (words: string) =>
    options.evaluate((wanted) => {
      const nameOf = (one: HTMLElement) =>
        one.getAttribute('aria-label') ??
        (one as HTMLInputElement).labels?.[0]?.textContent ??
        one.textContent ??
        '';
      const found = [...document.querySelectorAll<HTMLElement>('button, input[type=radio]')].find(
        (one) => nameOf(one).trim().startsWith(wanted),
      );
      found?.click();
      return found !== undefined;
    }, words);
  const fill = (selector: string, value: string) =>
    options.evaluate(
      (query, words) => {
        const field = document.querySelector<HTMLInputElement>(query);
        if (!field) throw new Error(`no ${query}`);
        field.value = words;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      },
      selector,
      value,
    );
  const choose = (input: string, file: string, content: string) =>
    options.evaluate(
      (id, fileName, body) => {
        const field = document.getElementById(id) as HTMLInputElement;
        const transfer = new DataTransfer();
        transfer.items.add(new File([body], fileName));
        field.files = transfer.files;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      },
      input,
      file,
      content,
    );
  /** What the page hands over to be saved, from now on. */
  const catchSaved = () =>
    options.evaluate(() => {
      const real = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (blob: Blob) => {
        void blob.text().then((saved) => {
          (globalThis as unknown as { saved: string }).saved = saved;
        });
        return real(blob);
      };
      HTMLAnchorElement.prototype.click = () => undefined;
    });
  const saved = () =>
    eventually(
      () => options.evaluate(() => (globalThis as unknown as { saved?: string }).saved ?? ''),
      (content) => content !== '',
    );
  const marked = async (word: string) => {
    const marks = await marksWith(news, word);
    expect(marks).toContain(word);
    return marks;
  };
  const unmarked = async (word: string) => {
    const marks = await eventually(
      async () => (await paintedMarks(news)).map((mark) => mark.text),
      (found) => !found.includes(word),
    );
    expect(marks).not.toContain(word);
  };

  // A browser for each: what one test chose must not decide what the next one sees.
  beforeEach(async () => {
    server = await servePages(pages);
    launched = await launchBrowser(name, { extension: extensionFolder(name) });
    news = await launched.browser.newPage();
    await news.goto(`${server.origin}/news`);
    await marked('DeepSeek');
  });

  afterEach(async () => {
    await options?.close().catch(() => undefined);
    await launched?.close();
    await server?.close();
  });

  it('has no violations of axe in either theme', async () => {
    await openOptions();
    expect(await axeViolations(options)).toEqual([]);
  });

  it('changes marks at once, in its preview and in open tabs', async () => {
    await openOptions();
    const inPreview = () =>
      options.evaluate(() => {
        const preview = document.querySelector('iframe')?.contentWindow as
          | { CSS: typeof CSS }
          | null
          | undefined;
        return [...(preview?.CSS.highlights ?? [])].flatMap(([key, highlight]) =>
          highlight.size > 0 ? [`${key} ${highlight.size}`] : [],
        );
      });
    const before = await eventually(inPreview, (found) =>
      found.some((one) => one.includes('dotted')),
    );
    await press('A tinted background');
    const tinted = await eventually(inPreview, (found) =>
      found.some((one) => one.includes('background')),
    );
    expect(tinted[0]).toBe(before[0]?.replace('dotted', 'background'));
    const here = () =>
      news.evaluate(() =>
        [...CSS.highlights.keys()].filter((key) => (CSS.highlights.get(key)?.size ?? 0) > 0),
      );
    expect(
      await eventually(here, (keys) => keys.some((key) => key.includes('background'))),
    ).not.toEqual([]);
    const size = Number(/\d+$/.exec(tinted[0] ?? '')?.[0]);
    await press('Every mention');
    await eventually(inPreview, (found) => Number(/\d+$/.exec(found[0] ?? '')?.[0]) > size);
    expect(Number(/\d+$/.exec((await inPreview())[0] ?? '')?.[0])).toBeGreaterThan(size);
    await press('Violet');
    const coloured = await eventually(here, (keys) => keys.includes('glossed-background-violet'));
    expect(coloured).toContain('glossed-background-violet');
    await press('That of the text');
    await press('A dotted line');
    await press('The first mention in each section');
  });

  it('shows marks and cards of own glossaries in its preview, and of the bundled one only while it is on', async () => {
    await openOptions();
    /** Each mark of the preview, with the middle of its first box in the window. */
    const marks = () =>
      options.evaluate(() => {
        const frame = document.querySelector('iframe');
        const preview = frame?.contentWindow as (Window & typeof globalThis) | null | undefined;
        if (!frame || !preview?.CSS.highlights) return [];
        const at = frame.getBoundingClientRect();
        return [...preview.CSS.highlights.values()].flatMap((highlight) =>
          [...(highlight as unknown as Iterable<StaticRange>)].map((painted) => {
            const range = preview.document.createRange();
            range.setStart(painted.startContainer, painted.startOffset);
            range.setEnd(painted.endContainer, painted.endOffset);
            const { x, y, width, height } = range.getBoundingClientRect();
            const middle = { x: at.x + x + width / 2, y: at.y + y + height / 2 };
            return { text: range.toString(), ...middle };
          }),
        );
      });
    const isMarked = async (word: string) => (await marks()).some(({ text: one }) => one === word);
    await eventually(() => isMarked('DeepSeek'), Boolean);
    await choose('import', 'bikes.csv', 'label,definition\r\nYamaha,Makes motor cycles.');
    expect(await eventually(() => isMarked('Yamaha'), Boolean)).toBe(true);
    expect(await isMarked('DeepSeek')).toBe(true);
    await options.evaluate(() =>
      document.querySelector('iframe')?.scrollIntoView({ behavior: 'instant', block: 'center' }),
    );
    const yamaha = (await marks()).find(({ text: one }) => one === 'Yamaha');
    if (!yamaha) throw new Error('no mark');
    await options.mouse.move(yamaha.x - 20, yamaha.y + 30);
    await options.mouse.move(yamaha.x, yamaha.y, { steps: 6 });
    const hasCard = () =>
      options.evaluate(() => {
        const preview = document.querySelector('iframe')?.contentDocument;
        return Boolean(preview?.querySelector('[popover=manual]'));
      });
    expect(await eventually(hasCard, Boolean)).toBe(true);
    if (name === 'chromium') {
      const said = async () =>
        JSON.stringify(
          await options.accessibility.snapshot({ interestingOnly: false, includeIframes: true }),
        );
      expect(await eventually(said, (all) => all.includes('Makes motor cycles'))).toContain(
        'Makes motor cycles',
      );
    }
    await turnSwitch(options, 'bundled');
    expect(
      await eventually(
        () => isMarked('DeepSeek'),
        (marked) => !marked,
      ),
    ).toBe(false);
    expect(await eventually(() => isMarked('Yamaha'), Boolean)).toBe(true);
  });

  it('lists what is known and corrected, and takes it back, with undo', async () => {
    await openOptions();
    await options.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: the extension's own API
      const api = (globalThis as any).browser ?? (globalThis as any).chrome;
      const at = Date.now();
      const correction = { form: 'R1', concept: 'deepseek-r1', verdict: 'never', site: 'a.com' };
      const entries = {
        'known#openai': ['openai', at],
        'corrections#["R1","deepseek-r1","a.com"]': [correction, at],
      };
      await api.storage.local.set({ settings: { version: 2, entries } });
    });
    await says('“R1” is not DeepSeek-R1 on a.com');
    await unmarked('OpenAI');
    await press('Mark OpenAI again');
    await says('OpenAI is marked again');
    await marked('OpenAI');
    await press('Undo');
    await unmarked('OpenAI');
    await press('Mark OpenAI again');
    await press('Take back');
    await says('None. “Not this”');
    expect(await text()).toContain('None. “Known”');
  });

  it('keeps lists of sites, refuses what names none, and open tabs follow', async () => {
    await openOptions();
    await fill('#pattern-off', 'not a site');
    await press('Add');
    await says('“not a site” names no site');
    expect(await axeViolations(options)).toEqual([]);
    await fill('#pattern-off', 'HTTP://127.0.0.1/news/');
    await press('Add');
    await says('127.0.0.1/news');
    await unmarked('DeepSeek');
    await press('Remove 127.0.0.1/news');
    await marked('DeepSeek');
    await press('Undo');
    await unmarked('DeepSeek');
    await press('Remove 127.0.0.1/news');
    await press('Only on the sites below');
    await unmarked('DeepSeek');
    await press('Everywhere, except');
    await marked('DeepSeek');
  });

  it('takes a glossary from a file, marks it on open pages, orders, exports and removes it', async () => {
    await openOptions();
    await choose('import', 'widgets.csv', csv);
    await says('“widgets” is added, 2 entries');
    expect(await marked('Zorbulator')).toContain('quantum frobnication');
    expect(await axeViolations(options)).toEqual([]);
    await press('Put widgets later');
    await eventually(
      () =>
        options.evaluate(() => document.querySelector('.books .switch-label')?.textContent ?? ''),
      (first) => first.startsWith('AI news'),
    );
    await catchSaved();
    await press('Save widgets as JSON');
    const file = JSON.parse(await saved()) as { format: string; entries: { prefLabel: string }[] };
    expect(file.format).toBe('newsgloss-pack');
    expect(file.entries.map((entry) => entry.prefLabel).sort()).toEqual([
      'Quantum frobnication',
      'Zorbulator',
    ]);
    await turnSwitch(options, 'widgets');
    await unmarked('Zorbulator');
    await turnSwitch(options, 'widgets');
    await marked('Zorbulator');
    const popup = await openExtensionPage(launched, 'popup.html');
    await popup.type('input[type=search]', 'zorb');
    const found = () =>
      popup.evaluate(() => document.querySelector('[role=option]')?.textContent ?? '');
    expect(await eventually(found, (first) => first.includes('Zorbulator'))).toContain(
      'Zorbulator',
    );
    await popup.keyboard.press('Enter');
    const entry = () => popup.evaluate(() => document.querySelector('article')?.textContent ?? '');
    expect(await eventually(entry, (shown) => shown !== '')).toContain(
      'A device that this test made up.',
    );
    await popup.close();
    await press('Remove widgets');
    await unmarked('Zorbulator');
    await press('Undo');
    await marked('Zorbulator');
    await press('Remove widgets');
    await unmarked('Zorbulator');
    expect(await marked('DeepSeek')).toContain('OpenAI');
  });

  it('reaches a page that was kept for the way back: glossaries and looks are those of now', async () => {
    await openOptions();
    // By the page itself: puppeteer waits in vain for a navigation of a Firefox tab that has come back.
    const go = async (step: string, path: string) => {
      await news.evaluate(`setTimeout(() => { ${step} }, 50)`);
      const isThere = () => news.evaluate('location.pathname').catch(() => '');
      expect(await eventually(isThere, (now) => now === path)).toBe(path);
    };
    const leave = async () => {
      await news.evaluate('addEventListener("pageshow", (event) => { kept = event.persisted })');
      await go('location.href = "/other"', '/other');
    };
    const comeBack = async () => {
      await go('history.back()', '/news');
      expect(await news.evaluate('kept')).toBe(true);
    };
    await leave();
    await choose('import', 'widgets.csv', csv);
    await says('“widgets” is added, 2 entries');
    await press('A fine solid line');
    await comeBack();
    await marked('Zorbulator');
    const looks = () => news.evaluate(() => [...CSS.highlights.keys()]);
    expect(await eventually(looks, (keys) => keys.includes('glossed-solid'))).toContain(
      'glossed-solid',
    );
    await leave();
    await turnSwitch(options, 'widgets');
    await eventually(
      () =>
        options.evaluate(async () => {
          // biome-ignore lint/suspicious/noExplicitAny: the extension's own API
          const api = (globalThis as any).browser ?? (globalThis as any).chrome;
          return Object.keys(await api.storage.local.get('lexicon')).length;
        }),
      (count) => count === 0,
    );
    await comeBack();
    await unmarked('Zorbulator');
    await marked('DeepSeek');
  });

  it('refuses a bad file whole, with line and reason, and changes nothing', async () => {
    await openOptions();
    const before = await options.evaluate(() => document.querySelector('.books')?.textContent);
    await choose('import', 'bad.csv', `${csv}\r\nOne cell too many,a,b,c`);
    await says('“bad.csv” was refused');
    expect(await text()).toMatch(/Line 4: 4 cells where the header has 3/);
    await choose(
      'import',
      'evil.json',
      '{"format":"newsgloss-pack","version":1,"title":"<img src=x onerror=alert(1)>","entries":[]}',
    );
    await says('“evil.json” was refused');
    expect(await options.evaluate(() => document.querySelector('.books')?.textContent)).toBe(
      before,
    );
    expect(await axeViolations(options)).toEqual([]);
  });

  it('stops an import when told to, and leaves no trace of one that was cut off', async () => {
    await openOptions();
    const large = JSON.stringify({
      format: 'newsgloss-pack',
      version: 1,
      title: 'Large',
      entries: manyEntries(30_000),
    });
    await choose('import', 'large.json', large);
    await eventually(
      () => options.evaluate(() => document.querySelector('progress') !== null),
      (running) => running,
    );
    await press('Cancel');
    await says('Nothing was added.');
    // In the midst of its writing it comes to a stand, for the page to be closed over it.
    await options.evaluate(() => {
      const real = IDBDatabase.prototype.transaction;
      let writings = 0;
      IDBDatabase.prototype.transaction = function (names, mode) {
        if (mode === 'readwrite') writings += 1;
        const never = { objectStore: () => ({ put() {}, delete() {} }) };
        return writings > 20 ? (never as unknown as IDBTransaction) : real.call(this, names, mode);
      };
    });
    await choose('import', 'large.json', large);
    const share = await eventually(
      () => options.evaluate(() => document.querySelector('progress')?.value ?? 0),
      (done) => done > 0.62,
    );
    expect(share).toBeGreaterThan(0.62);
    expect(share).toBeLessThan(0.9);
    await options.close();
    await openOptions();
    expect(await text()).not.toContain('Large');
    expect(await marked('DeepSeek')).toContain('OpenAI');
  });

  it('makes an entry of words that came from a page, edits and deletes it', async () => {
    await openOptions(`#${encodeURIComponent('add=Zorbulator')}`);
    const label = () =>
      options.evaluate(
        () => document.querySelector<HTMLInputElement>('.entry-form input')?.value ?? '',
      );
    expect(await eventually(label, (value) => value !== '')).toBe('Zorbulator');
    await options.evaluate(() =>
      document.querySelector<HTMLElement>('.entry-form [type=submit]')?.click(),
    );
    await says('Give the entry a name');
    expect(await axeViolations(options)).toEqual([]);
    await fill('.entry-form textarea', 'A thing that turns <b>zorbs</b>.');
    await options.evaluate(() =>
      document.querySelector<HTMLElement>('.entry-form [type=submit]')?.click(),
    );
    await says('Zorbulator is saved');
    await marked('Zorbulator');
    await says('A thing that turns bzorbs/b.');
    await press('Edit Zorbulator');
    await eventually(label, (value) => value !== '');
    await fill('.entry-form textarea', 'Turns zorbs.');
    await options.evaluate(() =>
      document.querySelector<HTMLElement>('.entry-form [type=submit]')?.click(),
    );
    await says('Turns zorbs.');
    await press('Remove Zorbulator');
    await unmarked('Zorbulator');
    await press('Undo');
    await marked('Zorbulator');
    await press('Remove Zorbulator');
    await unmarked('Zorbulator');
  });

  it('saves all in one file, resets with undo, and restores what was saved', async () => {
    await openOptions();
    await choose('import', 'widgets.csv', csv);
    await says('“widgets” is added');
    await press('A fine solid line');
    await fill('#pattern-off', 'example.org');
    await press('Add');
    await says('example.org');
    await catchSaved();
    await press('Save a backup');
    const backup = await saved();
    const chosen = () =>
      options.evaluate(
        () => document.querySelector<HTMLInputElement>('input[value=solid]')?.checked ?? false,
      );
    await press('Reset all choices');
    await says('All choices are as at first');
    expect(await eventually(chosen, (solid) => !solid)).toBe(false);
    await press('Undo');
    expect(await eventually(chosen, (solid) => solid)).toBe(true);
    await press('Reset all choices');
    await press('Remove widgets');
    await unmarked('Zorbulator');
    await choose('restore', 'nonsense.json', '{"format":"something else"}');
    await says('The file was refused');
    await choose('restore', 'backup.json', backup);
    await says('The backup is restored');
    expect(await eventually(chosen, (solid) => solid)).toBe(true);
    await marked('Zorbulator');
    expect(await text()).toContain('example.org');
    await press('Undo');
    expect(await eventually(chosen, (solid) => !solid)).toBe(false);
    await unmarked('Zorbulator');
    const listed = () =>
      options.evaluate(() => document.querySelector('.books')?.textContent ?? '');
    expect(await eventually(listed, (books) => !books.includes('widgets'))).not.toContain(
      'widgets',
    );
    expect(await text()).not.toContain('example.org');
  });

  it('says which stored values could not be used', async () => {
    await openOptions();
    await options.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: the extension's own API
      const api = (globalThis as any).browser ?? (globalThis as any).chrome;
      const { settings = { version: 2, entries: {} } } = (await api.storage.local.get(
        'settings',
      )) as { settings?: { version: number; entries: Record<string, unknown> } };
      settings.entries['card.delay'] = ['soon', Date.now()];
      await api.storage.local.set({ settings });
    });
    await says('could not be used');
    expect(await text()).toContain('card.delay: "soon"');
    expect(await axeViolations(options)).toEqual([]);
    await press('Reset all choices');
  });
});
