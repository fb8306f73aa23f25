import type { Locale } from '@jonction/domain/shared/locale';

export type Theme = 'light' | 'dark' | 'auto';

declare global {
  namespace App {
    interface Error {
      /** What the reader may quote to support; the same id is in the log. */
      requestId?: string;
    }
    interface Locals {
      locale: Locale;
      theme: Theme;
      requestId: string;
    }
    interface PageData {
      locale: Locale;
      theme: Theme;
    }
  }
}
