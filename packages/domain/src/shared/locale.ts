/** The two languages of the screens: French is the source and is complete, English stands beside it. */
export const locales = ['fr', 'en'] as const;

export type Locale = (typeof locales)[number];
