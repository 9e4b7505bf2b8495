import entries from 'virtual:newsgloss/entries';
import glossary from 'virtual:newsgloss/glossary';
import { defineBackground } from 'wxt/utils/define-background';
import { readEntry } from '../src/core/knowledge/read-entry.ts';
import { startBackground } from '../src/extension/background.ts';
import { startFirstRun } from '../src/extension/first-run.ts';

export default defineBackground(() => {
  startBackground({ entries, readEntry: (concept) => readEntry(glossary, concept) });
  startFirstRun();
});
