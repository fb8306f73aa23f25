import type { Handle } from '@sveltejs/kit/hooks';
import { afterEach, describe, expect, it } from 'vitest';
import { confirmAgain } from '../../../apps/web/src/lib/server/confirm-action.ts';
import { consentActions } from '../../../apps/web/src/lib/server/consent-actions.ts';
import { headers } from '../../../apps/web/src/lib/server/headers.ts';
import { linkActions } from '../../../apps/web/src/lib/server/link-actions.ts';
import { nameOrganisation, readOrganisation } from '../../../apps/web/src/lib/server/name-organisation.ts';
import { close, keepOpen, ownPage, pageApi, submitOwn, wasOpen } from '../../../apps/web/src/lib/server/own-page.ts';
import { isTheme, reader, rememberLocale, rememberTheme } from '../../../apps/web/src/lib/server/reader.ts';
import { requestId } from '../../../apps/web/src/lib/server/request-id.ts';
import { passCookies } from '../../../apps/web/src/lib/server/session-cookies.ts';
import { done, eventOf, fakeApi, outcomeOf, refused } from './fake-api.ts';

let remove = () => {};
const standing = (answer: Parameters<typeof fakeApi>[0]) => {
  const fake = fakeApi(answer);
  remove = fake.remove;
  return fake.asked;
};
afterEach(() => remove());

type Resolve = Parameters<Handle>[0]['resolve'];
const page = '<html lang="fr" data-theme="auto"><head>';

/** What a hook makes of a request and of the page that follows. */
async function through(handle: Handle, event: ReturnType<typeof eventOf>, inner: ResponseInit = {}) {
  const resolve: Resolve = async (_, options) =>
    new Response((await options?.transformPageChunk?.({ html: page, done: true })) ?? page, inner);
  const response = await handle({ event, resolve } as Parameters<Handle>[0]);
  return { response, html: await response.text(), locals: event.locals };
}

describe('the reader', () => {
  it.each([
    [{}, {}, 'fr', 'auto'],
    [{ 'accept-language': 'en-GB,en;q=0.9' }, {}, 'en', 'auto'],
    [{ 'accept-language': 'de,fr;q=0.5' }, {}, 'fr', 'auto'],
    [{ 'accept-language': 'en' }, { langue: 'fr', theme: 'dark' }, 'fr', 'dark'],
    [{}, { langue: 'en', theme: 'light' }, 'en', 'light'],
    [{}, { langue: '"><script>', theme: 'x" onload="y' }, 'fr', 'auto'],
  ])('with %j and %j reads in %s, theme %s, before any script', async (given, cookies, locale, theme) => {
    const { html, locals } = await through(reader, eventOf({ headers: given, cookies }));
    expect(html).toBe(`<html lang="${locale}" data-theme="${theme}"><head>`);
    expect(locals).toMatchObject({ locale, theme });
  });

  it('is remembered for a year, where no script reads it', () => {
    const event = eventOf();
    rememberLocale(event.cookies, 'en');
    rememberTheme(event.cookies, 'dark');
    expect(event.kept.map(({ name, value }) => [name, value])).toEqual([
      ['langue', 'en'],
      ['theme', 'dark'],
    ]);
    for (const { options } of event.kept)
      expect(options).toMatchObject({ path: '/', httpOnly: true, maxAge: 31_536_000 });
    expect([isTheme('dark'), isTheme('sepia'), isTheme(undefined)]).toEqual([true, false, false]);
  });
});

describe('the id of a request', () => {
  it('is the one that the proxy gave, when it looks like one, else a new one', async () => {
    const given = eventOf({ headers: { 'x-request-id': 'proxy-0123456789' } });
    expect((await through(requestId, given)).locals.requestId).toBe('proxy-0123456789');
    for (const odd of ['short', 'with spaces in it', 'x'.repeat(65), '<script>alert(1)</script>']) {
      const { locals } = await through(requestId, eventOf({ headers: { 'x-request-id': odd } }));
      expect(locals.requestId).toMatch(/^[0-9a-f-]{36}$/);
    }
  });
});

describe('the headers of every page', () => {
  it('forbid framing, sniffing and keeping, and carry the id', async () => {
    const { response } = await through(headers, eventOf());
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cache-control': 'private, no-store',
      'x-request-id': 'request-1',
      'x-robots-tag': 'noindex, nofollow',
      'strict-transport-security': expect.stringContaining('max-age='),
    });
  });

  it('leave the time to keep what a page asked to be kept, and speak of https only over https', async () => {
    const kept = await through(headers, eventOf(), { headers: { 'cache-control': 'public, max-age=60' } });
    expect(kept.response.headers.get('cache-control')).toBe('public, max-age=60');
    const plain = await through(headers, eventOf({ url: 'http://localhost:3000/x' }));
    expect(plain.response.headers.has('strict-transport-security')).toBe(false);
  });
});

describe('the cookies of sign-in', () => {
  it('are handed on as they are, each with its attributes', () => {
    const response = new Response(null);
    response.headers.append('set-cookie', 'session=a%2Fb.c=d; Max-Age=3600; Path=/; HttpOnly; Secure; SameSite=Lax');
    response.headers.append('set-cookie', 'other=1; Path=/api');
    const event = eventOf();
    passCookies(response, event.cookies);
    expect(
      event.kept.map(({ name, value, options: { encode: _, ...options } }) => ({ name, value, ...options })),
    ).toEqual([
      { name: 'session', value: 'a%2Fb.c=d', path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: 3600 },
      { name: 'other', value: '1', path: '/api', httpOnly: false, secure: false, sameSite: 'lax' },
    ]);
    const encode = event.kept[0]?.options.encode;
    expect(typeof encode === 'function' && encode('a%2Fb')).toBe('a%2Fb');
  });

  it('that are taken away are taken away from the browser too', () => {
    const response = new Response(null, { headers: { 'set-cookie': 'session=; Max-Age=0; Path=/; HttpOnly' } });
    const event = eventOf();
    passCookies(response, event.cookies);
    expect(event.kept[0]).toMatchObject({ name: 'session', value: '', options: { maxAge: 0 } });
  });
});

describe('somebody’s own page', () => {
  const own = (traits: Parameters<typeof eventOf>[0] = {}) =>
    eventOf({ url: '/moi/jeton/accord', params: { token: 'jeton' }, ...traits }) as unknown as Parameters<
      typeof ownPage
    >[0] &
      ReturnType<typeof eventOf>;

  it('speaks with its token, and with its pass once it was opened', async () => {
    const asked = standing(() => done({}));
    await ownPage(own());
    await pageApi(own({ cookies: { 'ma-page': 'pass' } })).participant.showPage.query();
    expect(asked.map((one) => [one.headers.get('x-jonction-page'), one.headers.get('x-jonction-pass')])).toEqual([
      ['jeton', null],
      ['jeton', 'pass'],
    ]);
  });

  it('keeps its pass for this page alone, out of reach of scripts, and lets it go', () => {
    const event = own();
    keepOpen(event, 'pass');
    expect(event.kept).toEqual([
      {
        name: 'ma-page',
        value: 'pass',
        options: { path: '/moi/jeton', httpOnly: true, sameSite: 'lax', secure: true, maxAge: 43_200 },
      },
    ]);
    close(event);
    expect(event.dropped).toMatchObject([{ name: 'ma-page', options: { path: '/moi/jeton' } }]);
    expect([wasOpen(event), wasOpen(own({ cookies: { 'ma-page': 'x' } }))]).toEqual([false, true]);
  });

  it('goes back to its door when it closed meanwhile, and says kindly that a link is dead', async () => {
    standing(() => refused(401, 'access.sign_in_needed', 'x'));
    expect(await outcomeOf(() => ownPage(own()))).toBe('to /moi/jeton');
    expect(
      await outcomeOf(() => submitOwn(own(), new FormData(), (client) => client.participant.showPage.query())),
    ).toBe('to /moi/jeton');
    remove();
    standing(() => refused(404, 'participant.page_not_found', 'x'));
    expect(await outcomeOf(() => ownPage(own()))).toMatch(/^error 410 .{10,}/);
    remove();
    standing(() => refused(403, 'participant.locked', 'Trop d’essais.'));
    expect(await outcomeOf(() => ownPage(own()))).toBe('error 403 Trop d’essais.');
  });

  it('gives back what was typed when a rule refuses it', async () => {
    standing(() => refused(422, 'x.bad', 'Corrigez.', { phone: 'Ce numéro est incomplet.' }));
    const form = new FormData();
    form.set('phone', '06');
    const outcome = await outcomeOf(() => submitOwn(own(), form, (client) => client.participant.showPage.query()));
    expect(outcome).toContain('"values":{"phone":"06"}');
  });
});

describe('the actions that several pages share', () => {
  const input = (body: string | undefined): unknown => JSON.parse(body ?? 'null');

  it('an agreement is said in one of the known ways, spoken when the form says another', async () => {
    const asked = standing(() => done({ participantId: 'p' }));
    const actions = consentActions(() => 'p');
    await actions.accord(eventOf({ form: { way: 'written', on: '2026-04-01' } }));
    await actions.refus(eventOf({ form: { way: 'telepathy', on: ' 2026-04-02 ' } }));
    expect(asked.map(({ path, body }) => [path, input(body)])).toEqual([
      ['/api/trpc/participant.giveConsent', { participantId: 'p', way: 'written', on: '2026-04-01' }],
      ['/api/trpc/participant.withdrawConsent', { participantId: 'p', way: 'spoken', on: '2026-04-02' }],
    ]);
  });

  it('a link is made by mail unless it is given by hand, and is closed', async () => {
    const asked = standing(() => done({}));
    const actions = linkActions(() => 'p');
    await actions.lien(eventOf({ form: {} }));
    await actions.lien(eventOf({ form: { main: 'oui' } }));
    await actions.fermer(eventOf({ form: {} }));
    expect(asked.map(({ path, body }) => [path.slice(10), input(body)])).toEqual([
      ['participant.makeLink', { participantId: 'p', byHand: false }],
      ['participant.makeLink', { participantId: 'p', byHand: true }],
      ['participant.revokeLink', { participantId: 'p' }],
    ]);
  });

  it('a CV confirmed again leads back to the same page with its filters', async () => {
    const asked = standing(() => done({}));
    const event = eventOf({
      url: '/facilitateur/participants?statut=available&page=2&/confirmer',
      form: { participantId: 'p', 'vive-voix': 'oui' },
    });
    expect(await outcomeOf(() => confirmAgain(event))).toBe('to /facilitateur/participants?statut=available&page=2');
    expect(input(asked[0]?.body)).toEqual({ participantId: 'p', cvId: null, spoken: true });
  });

  it('a body that is named leads back where one came from, and nowhere else', async () => {
    const naming = (retour: string) => {
      standing(() => done({}));
      const url = `/facilitateur/organismes/o?retour=${encodeURIComponent(retour)}`;
      return outcomeOf(() => nameOrganisation(eventOf({ url, form: { name: ' Ville ' } }), 'o'));
    };
    expect(await naming('/facilitateur/marches/12?onglet=lots')).toBe('to /facilitateur/marches/12?onglet=lots');
    for (const elsewhere of ['https://elsewhere.example/', '//elsewhere.example', 'javascript:alert(1)', ''])
      expect(await naming(elsewhere)).toBe('to /facilitateur/organismes/o?fait=oui');
    standing(() => done({ name: 'Ville' }));
    const shown = await readOrganisation(eventOf({ url: '/x?retour=//elsewhere.example&fait=oui' }), 'o');
    expect(shown).toMatchObject({ back: null, done: true });
  });
});
