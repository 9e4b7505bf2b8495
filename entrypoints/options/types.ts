import type { ConceptId } from '../../src/core/knowledge/entry.ts';
import type { Labels } from '../../src/core/labels.ts';
import type { SettingsChange } from '../../src/core/settings/change.ts';
import type { Settings } from '../../src/core/settings/settings.ts';

/** What every section is given. */
export type SectionProps = {
  readonly labels: Labels;
  readonly settings: Settings;
  readonly labelOf: (concept: ConceptId) => string;
  readonly onChange: (...changes: readonly SettingsChange[]) => void;
  /** Says what was done, with a way back. */
  readonly onDone: (done: Done) => void;
};

export type Done = { readonly text: string; readonly undo?: () => void };
