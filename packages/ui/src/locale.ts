import { createContext } from 'svelte';

export type Locale = 'fr' | 'en';

const [read, provide, has] = createContext<() => Locale>();

/** Called once by the root layout: every piece below speaks this language. */
export function provideLocale(locale: () => Locale): void {
  provide(locale);
}

/** The reader's language as a function, so that switching it re-renders. French outside a provider. */
export function useLocale(): () => Locale {
  return has() ? read() : () => 'fr';
}
