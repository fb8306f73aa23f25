import type { Cookies } from '@sveltejs/kit';

/** Hands the sign-in library's cookies on to the browser, as they are. */
export function passCookies(response: Response, cookies: Cookies): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = '', ...attributes] = line.split('; ');
    const equals = pair.indexOf('=');
    const named = new Map(
      attributes.map((attribute): [string, string] => {
        const [key = '', value = ''] = attribute.split('=');
        return [key.toLowerCase(), value];
      }),
    );
    const maxAge = named.get('max-age');
    cookies.set(pair.slice(0, equals), pair.slice(equals + 1), {
      path: named.get('path') ?? '/',
      httpOnly: named.has('httponly'),
      secure: named.has('secure'),
      sameSite: 'lax',
      encode: (value) => value,
      ...(maxAge === undefined ? {} : { maxAge: Number(maxAge) }),
    });
  }
}
