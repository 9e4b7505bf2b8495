import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { giveParts } from '../src/extension/parts.ts';
import { startCard } from '../src/page/start-card.ts';

/** Run in a page by the background when the annotator there asks for it: with the first mark. */
export default defineUnlistedScript(() => giveParts({ card: startCard }));
