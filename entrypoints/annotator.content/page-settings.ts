import { holdsOn } from '../../src/core/matching/correction-place.ts';
import { isEnabledOn } from '../../src/core/settings/is-enabled-on.ts';
import type { Settings } from '../../src/core/settings/settings.ts';
import { pageAddresses } from '../../src/page/page-addresses.ts';
import type { PageSettings } from '../../src/page/page-session.ts';

/** What a page is told of the reader's choices: whether it is read at all, and how it is marked. */
export function pageSettingsOf(settings: Settings): PageSettings {
  const { marking, known, corrections } = settings;
  const addresses = pageAddresses(window);
  const enabled =
    addresses.length > 0 &&
    addresses.every((address) => isEnabledOn(settings, address, Date.now()).enabled);
  const here = corrections.filter((correction) => holdsOn(correction, location));
  return { enabled, marking, known, corrections: here };
}
