import { render } from 'preact';
import { fitToolbarPopup } from '../../src/extension/fit-toolbar-popup.ts';
import { createLabels } from '../../src/extension/labels.ts';
import { openSettingsWindow } from '../../src/extension/settings-window.ts';
import type { PopupContent } from './content.ts';
import { Popup } from './popup.tsx';

const labels = createLabels();
const lifetime = new AbortController();
const settings = openSettingsWindow({ onShown: () => draw(), signal: lifetime.signal });
const root = document.getElementById('popup');
let content: PopupContent | undefined;

function draw(): void {
  if (!root) return;
  render(
    <Popup
      labels={labels}
      settings={settings.shown().settings}
      search={content?.search}
      isReady={content?.isReady ?? false}
      tab={content?.tab}
      asked={content?.asked ?? ''}
      news={content?.news ?? false}
      labelOf={content?.labelOf ?? String}
      loadEntry={async (concept) => content?.loadEntry(concept)}
      now={Date.now()}
      onChange={settings.change}
      onJump={(concept) => void actions.then(({ jump }) => jump(concept))}
      onReadNow={(tab) => void actions.then(({ readNow }) => readNow(tab))}
      onOpen={(page, fragment) => void actions.then(({ open }) => open(page, fragment))}
    />,
    root,
  );
}

document.documentElement.lang = labels('cardLanguage');
fitToolbarPopup(document.documentElement);
draw();
/** Settles once what was drawn has been painted; soon in any case, as a window that nobody sees paints nothing. */
const painted = new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, 100);
});
// The field to type in is there before the scripts of all else are read.
const actions = painted
  .then(() => Promise.all([import('./content.ts'), settings.ready]))
  .then(([{ startContent }]) =>
    startContent((next) => {
      content = next;
      draw();
    }),
  );
addEventListener('pagehide', () => lifetime.abort());
