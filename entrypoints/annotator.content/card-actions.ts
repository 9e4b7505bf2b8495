import type { SettingsChange } from '../../src/core/settings/change.ts';
import { sendToBackground } from '../../src/extension/page-messages.ts';
import { leaveChanges, nextWaitingKey } from '../../src/extension/waiting-changes.ts';
import type { CardActions } from '../../src/page/start-card.ts';

/** What a card's buttons do: choices are left in storage, where they outlive the page. */
export const cardActions: CardActions = {
  know: (concept) => change({ kind: 'add', path: 'known', value: concept }),
  undoKnow: (concept) => change({ kind: 'remove', path: 'known', value: concept }),
  correct: (correction) => change({ kind: 'add', path: 'corrections', value: correction }),
  undoCorrect: (correction) => change({ kind: 'remove', path: 'corrections', value: correction }),
  openInGlossary: (concept) => void sendToBackground({ type: 'open-glossary', concept }),
};

function change(step: SettingsChange): void {
  leaveChanges(nextWaitingKey(Date.now()), [step]).catch(() => undefined);
}
