import lexicon from 'virtual:newsgloss/lexicon';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { giveParts } from '../src/extension/parts.ts';
import { createMarker, type MarkingKit } from '../src/page/marker.ts';

const kit: MarkingKit = { createMarker, lexicon };

/** Run in a page by the background when the annotator there asks for it: something may stand there to be marked. */
export default defineUnlistedScript(() => giveParts({ marker: kit }));
