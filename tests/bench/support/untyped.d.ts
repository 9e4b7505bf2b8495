declare module 'mark.js' {
  export default class Mark {
    constructor(root: Element);
    mark(words: readonly string[], options: Readonly<Record<string, unknown>>): void;
  }
}
declare module 'findandreplacedomtext' {
  const find: (root: Element, options: Readonly<Record<string, unknown>>) => void;
  export default find;
}
