import type { Locale } from '@jonction/domain/shared/locale';
import { isLocale, preferredLocale } from '@jonction/domain/shared/preferred-locale';
import type { Handle } from '@sveltejs/kit/hooks';
import type { Theme } from '../../app.d.ts';

const localeCookie = 'langue';
const themeCookie = 'theme';
/** The first tag of `app.html`, which says the reader's language and theme before any script runs. */
const written = '<html lang="fr" data-theme="auto">';
const oneYearSeconds = 31_536_000;

/** The reader's language and theme: a choice she made (cookie), else what her browser asks for, else French and automatic. */
export const reader: Handle = ({ event, resolve }) => {
  const chosen = event.cookies.get(localeCookie);
  const theme = event.cookies.get(themeCookie);
  event.locals.locale = isLocale(chosen) ? chosen : preferredLocale(event.request.headers.get('accept-language'));
  event.locals.theme = isTheme(theme) ? theme : 'auto';
  return resolve(event, {
    transformPageChunk: ({ html }) =>
      html.replace(written, `<html lang="${event.locals.locale}" data-theme="${event.locals.theme}">`),
  });
};

export function isTheme(text: unknown): text is Theme {
  return text === 'light' || text === 'dark' || text === 'auto';
}

interface CookieJar {
  set(
    name: string,
    value: string,
    options: { path: string; maxAge: number; sameSite: 'lax'; httpOnly: boolean },
  ): unknown;
}

export function rememberLocale(cookies: CookieJar, locale: Locale): void {
  cookies.set(localeCookie, locale, { path: '/', maxAge: oneYearSeconds, sameSite: 'lax', httpOnly: true });
}

export function rememberTheme(cookies: CookieJar, theme: Theme): void {
  cookies.set(themeCookie, theme, { path: '/', maxAge: oneYearSeconds, sameSite: 'lax', httpOnly: true });
}
