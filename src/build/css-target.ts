/**
 * The oldest browsers that styles are written for. For older ones, which cannot run the extension, the minifier would turn
 * `light-dark()` and `:dir()` into long stand-ins, of which the second asks for the language instead of the direction.
 */
export const cssTarget = ['chrome123', 'firefox128'];
