import { createServer } from 'node:http';
import { roles } from '@jonction/domain/access/role';
import { isActionFailure } from '@sveltejs/kit';
import { afterEach, describe, expect, it } from 'vitest';
import { api, ask, callApi } from '../../../apps/web/src/lib/server/api.ts';
import { submit } from '../../../apps/web/src/lib/server/form.ts';
import { guard, homeOf } from '../../../apps/web/src/lib/server/guard.ts';
import { hasFile, uploadFile } from '../../../apps/web/src/lib/server/upload.ts';
import { done, eventOf, fakeApi, json, outcomeOf, refused } from './fake-api.ts';

let remove = () => {};
const standing = (answer: Parameters<typeof fakeApi>[0]) => {
  const fake = fakeApi(answer);
  remove = fake.remove;
  return fake.asked;
};
afterEach(() => remove());

const back = '/connexion?retour=%2Ffacilitateur%2Fparticipants%3Fpage%3D2';

describe('the door to the API', () => {
  it('passes on who asks, in which language and under which id, and nothing else of the request', async () => {
    const asked = standing(() => json({}));
    const headers = {
      cookie: 'a=b',
      'x-forwarded-for': '10.0.0.1',
      authorization: 'Bearer x',
      'x-jonction-link': 'stolen',
    };
    await callApi(eventOf({ headers, locale: 'en' }), '/api/x?y=1');
    expect(asked[0]?.path).toBe('/api/x?y=1');
    expect([...(asked[0]?.headers ?? [])].sort()).toEqual([
      ['cookie', 'a=b'],
      ['x-forwarded-for', '10.0.0.1'],
      ['x-jonction-locale', 'en'],
      ['x-request-id', 'request-1'],
    ]);
  });

  it('speaks with the token of a link, or the headers of somebody’s own page, when it is given one', async () => {
    const asked = standing(() => done({ user: null }));
    await api(eventOf(), 'token').access.me.query();
    await api(eventOf(), { 'x-jonction-page': 'page' }).access.me.query();
    await api(eventOf()).access.me.query();
    expect(asked.map(({ headers }) => [headers.get('x-jonction-link'), headers.get('x-jonction-page')])).toEqual([
      ['token', null],
      [null, 'page'],
      [null, null],
    ]);
  });

  it('is the address of API_URL where the API is another process, and says so where there is neither', async () => {
    const before = process.env.API_URL;
    delete process.env.API_URL;
    expect(await outcomeOf(() => callApi(eventOf(), '/api/x'))).toBe(
      'threw no API in this process, and API_URL is not set',
    );
    const heard: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      heard.push(request.url, String(request.headers['x-request-id']));
      response.end('{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    process.env.API_URL = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    await callApi(eventOf(), '/api/x');
    expect(heard).toEqual(['/api/x', 'request-1']);
    await new Promise((resolve) => server.close(resolve));
    if (before === undefined) delete process.env.API_URL;
    else process.env.API_URL = before;
  });
});

describe('what a page asks', () => {
  const asking = (answer: Response) => {
    standing(() => answer);
    const event = eventOf();
    return outcomeOf(() => ask(event, api(event).access.me.query()));
  };

  it('comes back as it is', async () => {
    expect(await asking(done({ user: null }))).toBe('gave {"user":null}');
  });

  it('leads through sign-in and back when the session is over', async () => {
    expect(await asking(refused(401, 'access.sign_in_needed', 'Connectez-vous.'))).toBe(`to ${back}`);
  });

  it.each([
    [404, 'participant.not_found', 'Cette personne est introuvable.', 'error 404 Cette personne est introuvable.'],
    [403, 'access.not_allowed', 'Vous ne pouvez pas.', 'error 403 Vous ne pouvez pas.'],
    [422, 'shared.not_a_day', 'Ce n’est pas une date.', 'error 400 Ce n’est pas une date.'],
  ])(
    'that is refused with %i shows the page of that error, with its sentence',
    async (status, code, sentence, expected) => {
      expect(await asking(refused(status, code, sentence))).toBe(expected);
    },
  );

  it('too often shows that it is too often, though the door answers in a shape of its own', async () => {
    expect(await asking(json({ type: 'about:blank', title: 'Trop de demandes' }, 429))).toMatch(/^error 429/);
  });

  it('that breaks is not told as a refusal', async () => {
    expect(await asking(new Response('<html>', { status: 502 }))).toMatch(/^threw /);
    expect(await asking(json({ error: { message: 'boom', code: -1, data: {} } }, 500))).toBe('threw boom');
  });
});

describe('what a form sends', () => {
  const sending = async (answer: Response | Error, form: Record<string, string | string[] | File> = {}) => {
    standing(() => {
      if (answer instanceof Error) throw answer;
      return answer;
    });
    const event = eventOf({ url: '/facilitateur/participants?page=2&/ajouter', form });
    const data = await event.request.formData();
    return submit(event, data, () => api(event).access.me.query());
  };

  it('is done', async () => {
    expect(await sending(done({ user: null }), { a: 'b' })).toEqual({ done: { user: null } });
  });

  it('comes back with the sentence, the fields to correct and what was typed, passwords and files left out', async () => {
    const answer = await sending(refused(422, 'x.bad', 'Corrigez.', { name: 'Ce nom est vide.' }), {
      name: 'Awa',
      password: 'secret',
      nouveauMotDePasse: 'secret',
      day: ['lundi', 'mardi'],
      file: new File(['x'], 'cv.pdf'),
    });
    expect(isActionFailure(answer) && [answer.status, answer.data]).toEqual([
      422,
      {
        sentence: 'Corrigez.',
        fields: { name: 'Ce nom est vide.' },
        values: { name: 'Awa', day: ['lundi', 'mardi'], file: '' },
      },
    ]);
  });

  it('leads through sign-in, which says that nothing was saved, and back to the page without the action', async () => {
    expect(await outcomeOf(() => sending(refused(401, 'access.sign_in_needed', 'x'), { a: 'b' }))).toBe(
      `to ${back}&fin=perdu`,
    );
  });

  it('that meets a broken API is an error and no refusal of the person', async () => {
    expect(await outcomeOf(() => sending(new Error('down'), { a: 'b' }))).toBe('threw down');
  });
});

describe('a file that a form brings', () => {
  const bringing = async (answer: Response, file?: File) => {
    const asked = standing(() => answer);
    const event = eventOf({ form: { ...(file ? { file } : {}), other: 'x' } });
    const outcome = await outcomeOf(async () => uploadFile(event, await event.request.formData(), 'cv'));
    return { outcome, asked };
  };

  it('goes on alone to the place of its purpose', async () => {
    const { outcome, asked } = await bringing(json({ fileId: 'f1', name: 'cv.pdf' }), new File(['%PDF'], 'cv.pdf'));
    expect(outcome).toBe('gave {"fileId":"f1","name":"cv.pdf"}');
    expect(asked[0]).toMatchObject({ path: '/api/uploads/cv', method: 'POST' });
    expect(asked[0]?.body).toContain('filename="cv.pdf"');
    expect(asked[0]?.body).not.toContain('name="other"');
  });

  it('that is refused is told at its field', async () => {
    const { outcome } = await bringing(
      json({ sentence: 'Ce fichier est vide.', code: 'upload.empty' }, 422),
      new File([], 'a'),
    );
    expect(outcome).toContain('"status":422');
    expect(outcome).toContain('"fields":{"file":"Ce fichier est vide."}');
  });

  it('of somebody whose session is over leads through sign-in', async () => {
    const { outcome } = await bringing(json({ sentence: 'x' }, 401), new File(['x'], 'a'));
    expect(outcome).toBe(`to ${back}&fin=perdu`);
  });

  it('is told from a field left empty, which browsers send as a file of nothing', () => {
    const form = new FormData();
    expect(hasFile(form)).toBe(false);
    form.set('file', 'text');
    expect(hasFile(form)).toBe(false);
    form.set('file', new File([], ''));
    expect(hasFile(form)).toBe(false);
    form.set('file', new File([], 'vide.pdf'));
    expect(hasFile(form)).toBe(true);
  });
});

describe('the guard of a portal', () => {
  const entering = (me: unknown, portal: Parameters<typeof guard>[1]) => {
    standing(() => done(me));
    return outcomeOf(() => guard(eventOf(), portal));
  };
  const user = { name: 'Zoé' };

  it('sends whoever is not signed in to sign-in and back, and whoever may do nothing to a page that says so', async () => {
    expect(await entering({ user: null, current: null, memberships: [] }, ['facilitator'])).toBe(`to ${back}`);
    expect(await entering({ user, current: null, memberships: [] }, ['facilitator'])).toBe('to /sans-acces');
  });

  it.each(roles.map((role) => [role] as const))(
    'lets a %s in at home, and leads home from any other portal',
    async (role) => {
      const me = { user, current: { role }, memberships: [] };
      expect(await entering(me, [role])).toMatch(/^gave /);
      for (const other of roles.filter((one) => one !== role)) {
        expect(await entering(me, [other])).toBe(`to ${homeOf[role]}`);
      }
    },
  );
});
