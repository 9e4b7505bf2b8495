import type { Page } from 'puppeteer-core';

/** What a reader has chosen in the browser or the system. */
export type Reader = {
  readonly dark?: boolean;
  /** Colours of their own instead of the page's. */
  readonly forced?: boolean;
  /** No motion. */
  readonly still?: boolean;
  /** Size of text, in px; 16 is what browsers come with. */
  readonly text?: number;
  /** No text is smaller than this, in px. */
  readonly least?: number;
};

/** Firefox's settings behind each choice: a page cannot emulate them, so each reader gets a browser. */
export const prefsOf = ({ dark, forced, still, text, least }: Reader): Record<string, unknown> => ({
  'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
  'ui.prefersReducedMotion': still ? 1 : 0,
  ...(forced && {
    'browser.display.document_color_use': 2,
    'browser.display.use_system_colors': false,
    // Links stay in the blue that it comes with.
    'browser.display.foreground_color': '#3d0010',
    'browser.display.background_color': '#fff3c4',
  }),
  ...(text && { 'font.size.variable.x-western': text }),
  ...(least && { 'font.minimum-size.x-western': least }),
});

/** The same in Chromium, for one page. */
export const emulate = async (page: Page, reader: Reader): Promise<void> => {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: reader.dark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: reader.still ? 'reduce' : 'no-preference' },
      { name: 'forced-colors', value: reader.forced ? 'active' : 'none' },
    ],
  });
  if (reader.text)
    await session.send('Page.setFontSizes', { fontSizes: { standard: reader.text } });
};
