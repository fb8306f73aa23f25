/** Shows the two spaces that do not break, so that a failure can be read: `_` thin, `~` of a word's width. */
export const seen = (text: string): string => text.replaceAll('\u202f', '_').replaceAll('\u00a0', '~');
