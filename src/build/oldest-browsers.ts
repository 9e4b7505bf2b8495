/** The oldest browsers that can run the extension: the manifests say so, and scripts and styles rely on it. */
export const oldestBrowsers = { chromium: 130, firefox: 149 } as const;

/**
 * What styles are written for. For older browsers the minifier would turn `light-dark()` and `:dir()` into long stand-ins,
 * of which the second asks for the language instead of the direction.
 */
export const cssTarget = [`chrome${oldestBrowsers.chromium}`, `firefox${oldestBrowsers.firefox}`];
