import { isLocale } from '@jonction/domain/shared/preferred-locale';
import { redirect } from '@sveltejs/kit';
import { isTheme, rememberLocale, rememberTheme } from '#lib/server/reader.ts';
import type { RequestHandler } from './$types';

/** Language and theme, chosen by a plain form anywhere: `langue` or `theme`, and `retour`, the page to come back to. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  const locale = form.get('langue');
  const theme = form.get('theme');
  if (isLocale(locale)) rememberLocale(cookies, locale);
  if (isTheme(theme)) rememberTheme(cookies, theme);
  redirect(303, ownPath(form.get('retour'), url));
};

/** Only a path of this site: a form filled in elsewhere cannot send the reader away. */
function ownPath(wanted: FormDataEntryValue | null, here: URL): string {
  if (typeof wanted !== 'string') return '/';
  const target = URL.parse(wanted, here);
  return target?.origin === here.origin ? target.pathname + target.search : '/';
}
