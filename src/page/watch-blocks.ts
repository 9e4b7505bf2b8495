import { kindAttributes } from './element-kind.ts';

/** Hears of every change that could change what stands in the page. Painting makes no mutation record. */
export const watchBlocks = (
  root: Document | ShadowRoot,
  onRecords: (records: readonly MutationRecord[]) => void,
  signal: AbortSignal,
): void => {
  if (signal.aborted) return;
  const observer = new MutationObserver(onRecords);
  observer.observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: kindAttributes,
  });
  signal.addEventListener('abort', () => observer.disconnect());
};
