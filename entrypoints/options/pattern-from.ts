import { parsePattern } from '../../src/core/settings/pattern.ts';

/** What a person typed as a pattern; a host in another script becomes punycode, as addresses have it. */
export function patternFrom(typed: string): string | undefined {
  const parts = /^\s*(?:https?:\/\/)?(\*\.)?([^/\s:?#]+)(.*)$/i.exec(typed);
  const [, stars = '', host = '', rest = ''] = parts ?? [];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what needs no change
  if (/^[\x00-\x7f]*$/.test(host)) return parsePattern(typed);
  const address = URL.parse(`http://${host}/`);
  return address ? parsePattern(`${stars}${address.hostname}${rest.trim()}`) : undefined;
}
