import { categories } from '@jonction/domain/eligibility/categories';
import { pushObstacles } from '@jonction/domain/positioning/push';
import type { ComponentProps } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Ranked } from '../../../../apps/web/src/lib/offer/shapes.ts';
import CallPanel from '../../../../apps/web/src/lib/positioning/CallPanel.svelte';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, heard, labelOf, one, type Tag, words } from '../../../support/drawn.ts';

type Given = ComponentProps<typeof CallPanel>;
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const person = {
  participantId: 'p1',
  firstName: 'Awa',
  lastName: 'Diarra',
  phone: '+33199001234',
  preparedAt: null,
  obstacles: [],
} satisfies Given['call']['person'];
const ranked = (participantId: string, given: object = {}) =>
  ({
    ...{ participantId, firstName: 'Karim', lastName: participantId, preparedAt: null, toCheck: [], missing: [] },
    ...{ why: 'même métier, 4 ans', ...given },
  }) as unknown as Ranked;
const contact = {
  id: 'x1',
  channel: 'phone',
  outcome: 'voicemail',
  at: '2026-03-01T09:00:00.000Z',
  madeByName: 'Camille',
  note: 'Rappeler <le soir>',
} as Given['call']['contacts'][number];
const panel = (
  given: Partial<Omit<Given, 'call'>> & {
    person?: Partial<Given['call']['person']>;
    contacts?: Given['call']['contacts'];
  } = {},
  locale: 'fr' | 'en' = 'fr',
) => {
  const { person: changes = {}, contacts = [], ...props } = given;
  return draw(
    CallPanel,
    {
      call: { person: { ...person, ...changes }, contacts },
      ...{ ranked: [], employerName: 'Net & Clair', today: '2026-03-02', selected: [], ...props },
    } as Given,
    locale,
  );
};
const said = (...given: Parameters<typeof panel>) => plain(heard(panel(...given)));
const toCheck = (page: Tag) => all(all(page, 'ul')[0] ?? page, 'li').map((line) => plain(words(line)));
const nextHref = (given: Parameters<typeof panel>[0]) =>
  all(panel(given), 'a')
    .filter((link) => words(link).startsWith('Personne suivante'))
    .map((link) => [plain(words(link)), attribute(link, 'href')]);

beforeEach(() => {
  app.url = new URL('https://jonction.example/facilitateur/offres/o7?vue=personnes&appel=p1&fait=appel&/contacter=');
});

describe('the call that prepares a sending', () => {
  it('is about a person by name, gives her number to press, and reads it in pairs', () => {
    expect(words(one(panel(), 'h2'))).toBe('Appeler Awa Diarra');
    const call = one(panel(), 'a', { 'data-variant': 'primary' });
    expect([attribute(call, 'href'), plain(words(call))]).toEqual(['tel:+33199001234', '01 99 00 12 34']);
  });

  it('says that no number is known rather than offer a call to nowhere', () => {
    const page = panel({ person: { phone: null } });
    expect(words(page)).toContain('Aucun numéro connu');
    expect(page.html).not.toContain('tel:');
  });

  it.each(pushObstacles)('says in words what stands in the way of sending: %s', (obstacle) => {
    const [fr, en] = (['fr', 'en'] as const).map((locale) => said({ person: { obstacles: [obstacle] } }, locale));
    expect(fr).toContain('Ne peut pas encore être envoyée : ');
    expect(en).toContain('Cannot be sent yet: ');
    for (const text of [fr, en]) expect(text).not.toMatch(/obstacle\.|_|undefined/);
  });

  it('says nothing of an obstacle where there is none', () => {
    expect(said()).not.toContain('Ne peut pas');
  });

  it('always asks whether the CV may go to that company, then what is unknown, then each skill', () => {
    expect(toCheck(panel())).toEqual(['Est-elle d’accord pour que son CV parte à Net & Clair ?']);
    const row = ranked('p1', { toCheck: ['hours'], missing: ['vitres', '<script>'] });
    expect(toCheck(panel({ row }))).toEqual([
      'Est-elle d’accord pour que son CV parte à Net & Clair ?',
      'Horaires : pas encore connu.',
      'A-t-elle déjà fait : vitres ?',
      'A-t-elle déjà fait : <script> ?',
    ]);
    expect(toCheck(panel({ row }, 'en')).slice(1, 3)).toEqual(['Working hours: not known yet.', 'Ever done: vitres?']);
  });

  it('says why she stands there, and nothing of it for a person outside the ranking', () => {
    expect(said({ row: ranked('p1') })).toContain('Pourquoi cette place même métier, 4 ans');
    expect(said()).not.toContain('Pourquoi cette place');
    expect(all(panel(), 'input', { type: 'checkbox' })).toEqual([]);
  });

  it('never shows a category of eligibility, even if one came along: the screen is read over a shoulder', () => {
    const { html } = panel({ row: ranked('p1', { category: 'RSA', categoryLabel: categories[0]?.label.fr }) });
    for (const { label } of categories) expect(html).not.toContain(label.fr);
    expect(html).not.toContain('RSA');
  });
});

describe('what came of the call', () => {
  it('is noted in one press, each outcome in words, on her and with the view kept', () => {
    const form = one(panel(), 'form');
    expect(attribute(form, 'action')).toBe('?/contacter&vue=personnes&appel=p1&fait=appel');
    expect(attribute(one(form, 'input', { name: 'participantId' }), 'value')).toBe('p1');
    expect(all(form, 'button', { name: 'outcome' }).map((one) => [attribute(one, 'value'), plain(words(one))])).toEqual(
      [
        ['reached', 'Nous nous sommes parlé'],
        ['voicemail', 'Message laissé'],
        ['no_answer', 'Pas de réponse'],
        ['postponed', 'À rappeler'],
        ['wrong_number', 'Mauvais numéro'],
      ],
    );
    expect(words(one(form, 'legend'))).toContain('Et alors');
  });

  it('may have a note, which is labelled, may stay empty, and is bounded as the base is', () => {
    const note = one(panel(), 'textarea', { name: 'note' });
    expect(labelOf(panel(), note)).toContain('Note de l’appel');
    expect([note.attributes.has('required'), attribute(note, 'maxlength')]).toEqual([false, '2000']);
  });

  it('is said where the eyes are, and only once it is done', () => {
    expect(said({ done: 'C’est noté.' })).toContain('C’est noté.');
    expect(said()).not.toContain('C’est noté.');
  });
});

describe('the calls before', () => {
  it('say how, what came of it, when, who and what was written', () => {
    const before = plain(words(one(panel({ contacts: [contact] }), 'ol')));
    expect(before).toContain('Téléphone, message laissé');
    expect(before).toContain('hier · Camille');
    expect(before).toContain('Rappeler <le soir>');
  });

  it('are aged by the day in Paris, not by that of the machine', () => {
    const late = { ...contact, at: '2026-03-01T23:30:00.000Z' };
    expect(plain(words(one(panel({ contacts: [late] }), 'ol')))).toContain('aujourd’hui');
  });

  it('are said to be none, and an author or a note unknown leaves no empty mark', () => {
    expect(said()).toContain('Aucun échange noté.');
    expect(all(panel(), 'ol')).toEqual([]);
    const bare = plain(words(one(panel({ contacts: [{ ...contact, madeByName: null, note: null }] }), 'ol')));
    expect(bare).toBe('Téléphone, message laissé hier');
  });
});

describe('the person after', () => {
  const people = [ranked('p1'), ranked('p2', { preparedAt: '2026-03-02T09:00:00.000Z' }), ranked('p3'), ranked('p4')];

  it('is the first one not yet called, and the link keeps the view without what was just done', () => {
    expect(nextHref({ ranked: people })).toEqual([
      ['Personne suivante : Karim p3', '/facilitateur/offres/o7?vue=personnes&appel=p3'],
    ]);
  });

  it('is one of those ticked where some are, and nobody once all were called', () => {
    expect(nextHref({ ranked: people, selected: ['p4'] })[0]?.[0]).toBe('Personne suivante : Karim p4');
    expect(nextHref({ ranked: people, selected: ['p2'] })).toEqual([]);
    expect(nextHref({ ranked: people.slice(0, 2) })).toEqual([]);
  });

  it('is reached without losing the way back to the list', () => {
    const close = all(panel(), 'a').filter((link) => words(link) === 'Fermer');
    expect(close.map((link) => attribute(link, 'href'))).toEqual(['/facilitateur/offres/o7?vue=personnes']);
  });

  it('says whether this one is ticked for the sending, by a box that has a name', () => {
    const box = (selected: string[]) => one(panel({ row: ranked('p1'), selected }), 'input', { type: 'checkbox' });
    expect(box(['p1']).attributes.has('checked')).toBe(true);
    expect(box(['p3']).attributes.has('checked')).toBe(false);
    expect(words(panel({ row: ranked('p1') }))).toContain('Cocher pour l’envoi');
  });
});
