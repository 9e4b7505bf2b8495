/**
 * Stands in for WXT's ContentScriptContext, which announces each start to the page by an event and a message.
 * Newsgloss tells a page nothing; how a script learns of its end is in lifetime.ts (docs/decisions/0002).
 */
export class ContentScriptContext {}
