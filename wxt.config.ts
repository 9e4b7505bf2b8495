import { defineConfig } from 'wxt';
import { knowledgePlugin } from './src/build/knowledge-plugin.ts';
import { noInnerHtml } from './src/build/no-inner-html.ts';
import { cssTarget, oldestBrowsers } from './src/build/oldest-browsers.ts';

/** The strictest policy that still lets an extension page show itself: own script, style and image. */
const extensionPagesPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/** One file in the place of nine small ones that popup and options wait for before they are painted. */
const whatWindowsBeginWith = {
  name: 'window',
  test: /node_modules[\\/]preact[\\/]|(preload-helper|wxt-html-plugins)|src[\\/](extension[\\/](labels|settings-window)|view[\\/](entry-view|icons))\./,
};

export default defineConfig({
  modules: ['@wxt-dev/i18n/module', '@wxt-dev/webextension-polyfill'],
  imports: false,
  i18n: { localesDir: 'assets/locales' },
  publicDir: 'assets/icons',
  manifestVersion: 3,
  hooks: {
    'vite:build:extendConfig'(entries, { build }) {
      const output = build?.rolldownOptions?.output;
      if (output && !Array.isArray(output) && entries.some(({ type }) => type === 'popup'))
        output.codeSplitting = { groups: [whatWindowsBeginWith] };
    },
  },
  // What a run leaves behind is no source.
  zip: { excludeSources: ['reports/**', 'coverage/**'] },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'activeTab', 'scripting', 'contextMenus'],
    // The same pages as the content script's: there the rest of it may be run when it asks. Browsers ask for it in the same words.
    host_permissions: ['http://*/*', 'https://*/*'],
    // Keys that Chromium gives away (it keeps Alt+Shift+N, P and C to itself). It takes at most four suggested ones; the rest wait in its shortcut settings.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+G' } },
      'walk-next': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_commandWalkNext__',
      },
      'walk-previous': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_commandWalkPrevious__',
      },
      'focus-card': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandFocusCard__',
      },
      'toggle-site': { description: '__MSG_commandToggleSite__' },
    },
    content_security_policy: { extension_pages: extensionPagesPolicy },
    ...(browser !== 'firefox' && { minimum_chrome_version: `${oldestBrowsers.chromium}` }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'newsgloss@newsgloss.example',
          strict_min_version: `${oldestBrowsers.firefox}.0`,
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  vite: () => ({
    plugins: [knowledgePlugin(), noInnerHtml()],
    // Both browsers preload modules themselves; the stand-in would be the only place that says fetch.
    build: { cssTarget, modulePreload: { polyfill: false } },
    // Else a build under NODE_ENV=test would carry the paths of the machine that made it.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    resolve: {
      alias: {
        'wxt/utils/content-script-context': `${import.meta.dirname}/src/extension/quiet-context.ts`,
      },
    },
  }),
});
