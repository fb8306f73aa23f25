/**
 * The way through sign-in and back to the page. An action lives at the address of its page with its name as a parameter
 * (`?/recommander`): the way back leads to the page, since going to an action asks for it again. `unsaved`: something was
 * sent and not taken in, which the sign-in page says.
 */
export function signInAddress(from: URL, { unsaved = false } = {}): string {
  const back = encodeURIComponent(pagePath(from));
  return `/connexion?retour=${back}${unsaved ? '&fin=perdu' : ''}`;
}

/** The path of a page, without the name of an action. */
export function pagePath(url: URL): string {
  const parts = url.search.slice(1).split('&');
  const kept = parts.filter((part) => part !== '' && !/^(\/|%2f)/i.test(part));
  return url.pathname + (kept.length > 0 ? `?${kept.join('&')}` : '');
}
