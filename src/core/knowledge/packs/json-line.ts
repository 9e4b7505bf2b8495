/** Offset just past the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

/** Offset just past the value that begins at `start`; without recursion, however deep it is. */
function endOfValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; ) {
    const unit = text[at];
    if (unit === '"') at = endOfString(text, at);
    else if (unit === '{' || unit === '[') {
      depth++;
      at++;
    } else if (unit === '}' || unit === ']') {
      depth--;
      if (depth < 0) return at;
      at++;
    } else if (unit === ',' && depth === 0) return at;
    else at++;
    if (depth === 0 && (unit === '"' || unit === '}' || unit === ']')) return at;
  }
  return text.length;
}

const spaces = /[\s,:]*/y;
function skipSpaces(text: string, at: number): number {
  spaces.lastIndex = at;
  return at + (spaces.exec(text)?.[0].length ?? 0);
}

/**
 * Where in a text of valid JSON the value at a path begins, as an offset; where the path leads
 * nowhere, its nearest owner. Only called for a message, so it may read the text again.
 */
export function offsetInJson(text: string, path: readonly (string | number)[]): number {
  let at = skipSpaces(text, 0);
  for (const step of path) {
    const inside = memberOffset(text, at, step);
    if (inside === undefined) return at;
    at = inside;
  }
  return at;
}

function memberOffset(text: string, owner: number, step: string | number): number | undefined {
  const isObject = text[owner] === '{';
  if (!isObject && text[owner] !== '[') return undefined;
  let at = skipSpaces(text, owner + 1);
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index++) {
    let key: unknown = index;
    if (isObject) {
      const end = endOfString(text, at);
      key = JSON.parse(text.slice(at, end));
      at = skipSpaces(text, end);
    }
    if (key === step) return at;
    at = skipSpaces(text, endOfValue(text, at));
  }
  return undefined;
}

/** The line of an offset, counted from 1. */
export function lineOfOffset(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1))
    line++;
  return line;
}
