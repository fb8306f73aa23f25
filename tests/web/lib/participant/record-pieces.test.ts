import type { ComponentProps } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import BankFacets from '../../../../apps/web/src/lib/participant/BankFacets.svelte';
import ConfirmInList from '../../../../apps/web/src/lib/participant/ConfirmInList.svelte';
import FileHead from '../../../../apps/web/src/lib/participant/FileHead.svelte';
import FollowCard from '../../../../apps/web/src/lib/participant/FollowCard.svelte';
import LicenceFields from '../../../../apps/web/src/lib/participant/LicenceFields.svelte';
import OccupationPicker from '../../../../apps/web/src/lib/participant/OccupationPicker.svelte';
import ProjectList from '../../../../apps/web/src/lib/participant/ProjectList.svelte';
import SkillsByHand from '../../../../apps/web/src/lib/participant/SkillsByHand.svelte';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, heard, labelOf, one, type Tag, words } from '../../../support/drawn.ts';
import { seen } from '../../../support/spaces.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const today = '2026-03-02';
const hidden = (form: Tag) =>
  Object.fromEntries(
    all(form, 'input', { type: 'hidden' }).map((input) => [attribute(input, 'name'), attribute(input, 'value')]),
  );

beforeEach(() => {
  app.url = new URL('https://jonction.example/facilitateur/participants?accord=oui');
});

describe('the follow-up of a person', () => {
  const person = {
    ...{ id: 'p1', ownerId: 'u1', ownerName: 'Camille', partnerName: null, nextAction: 'Rappeler' },
    ...{ nextActionOn: '2026-03-01', lastContactOn: null, waitingSince: '2025-09-01', createdOn: '2025-09-01' },
  };
  const card = (given: object = {}, locale: 'fr' | 'en' = 'fr') =>
    draw(
      FollowCard,
      { person: { ...person, ...given }, colleagues: [{ value: 'u1', label: 'Camille' }], today },
      locale,
    );
  const next = (...given: Parameters<typeof card>) => seen(heard(one(card(...given), 'p')));

  it('says in words, not by its colour alone, what should have been done already', () => {
    expect(next()).toBe(
      'Prochaine action_: Rappeler, 1er mars 2026 (en retard)'.replaceAll(' mars 2026', '~mars~2026'),
    );
    expect(next({ nextActionOn: today })).not.toContain('en retard');
    expect(next({}, 'en')).toMatch(/^[^:]*[^ _]: Rappeler, .*\(late\)$/);
  });

  it('says that nothing is planned, that nobody follows, that nobody ever spoke to her', () => {
    const said = plain(heard(card({ nextAction: null, nextActionOn: null, ownerName: null })));
    expect(said).toContain('Prochaine action : rien de prévu');
    expect(said).toContain('jamais');
    expect(said).not.toContain('Camille,');
    expect(next({ nextAction: null, nextActionOn: null })).not.toContain('en retard');
  });

  it('is changed by a form that shows who and what, each field labelled', () => {
    const page = card();
    const form = one(page, 'form');
    expect(attribute(form, 'action')).toBe('/facilitateur/participants/p1?/suivre');
    const field = one(form, 'input', { name: 'nextAction' });
    expect([attribute(field, 'value'), labelOf(page, field)]).toEqual([
      'Rappeler',
      expect.stringContaining('Prochaine'),
    ]);
    expect(attribute(one(form, 'option', { selected: true }), 'value')).toBe('u1');
  });
});

describe('the top of a record', () => {
  type Given = ComponentProps<typeof FileHead>;
  const person: Given['person'] = {
    ...{ id: 'p1', number: 12, firstName: 'Awa', lastName: 'Diarra', status: 'available', consents: true },
  };
  const head = (given: Partial<Given> = {}, changes: object = {}) =>
    draw(FileHead, {
      ...{ eligible: { to: '2027-03-01' }, counts: { cvs: 2, contacts: 0, outcomes: 1 } },
      ...{ pathname: '/facilitateur/participants/p1/cv', ...given, person: { ...person, ...changes } },
    });
  const said = (...given: Parameters<typeof head>) => plain(heard(head(...given)));
  const sends = (...given: Parameters<typeof head>) =>
    all(head(...given), 'a').some((link) => attribute(link, 'href') === '/facilitateur/pousser?personne=p1');

  it('says who, her number and until when she is eligible, never why', () => {
    expect(words(one(head(), 'h1'))).toBe('Awa Diarra');
    expect(said()).toContain('n° 12');
    expect(said()).toContain('1er mars 2027');
    expect(said({ eligible: { to: null } })).not.toContain('2027');
    expect(said({ eligible: null })).not.toBe(said({ eligible: { to: null } }));
  });

  it('offers to send her CV only with her consent and while she is available', () => {
    expect(sends()).toBe(true);
    expect(sends({}, { consents: false })).toBe(false);
    expect(sends({}, { status: 'employed' })).toBe(false);
    expect(said({}, { consents: false })).not.toBe(said());
  });

  it('leads to every view of the record, says which one is open, and each leads elsewhere', () => {
    const tabs = all(head(), 'a').filter((link) =>
      attribute(link, 'href')?.startsWith('/facilitateur/participants/p1'),
    );
    expect(new Set(tabs.map((link) => attribute(link, 'href'))).size).toBe(tabs.length);
    expect(tabs.length).toBeGreaterThan(8);
    const current = all(head(), 'a', { 'aria-current': true }).map((link) => attribute(link, 'href'));
    expect(current).toContain('/facilitateur/participants/p1/cv');
    expect(current.filter((href) => href?.startsWith('/facilitateur/participants/p1'))).toHaveLength(1);
  });
});

describe('occupations and licences of a record', () => {
  const picker = (locale: 'fr' | 'en' = 'fr') =>
    draw(
      OccupationPicker,
      {
        chosen: [
          { code: 'F1703', months: 18 },
          { code: 'X9999', label: 'Ancien <métier>', months: 0 },
        ],
        options: [{ value: 'F1703', label: 'Maçonnerie' }],
        error: 'Choisissez un métier de la liste.',
      },
      locale,
    );

  it('name each field of months after its trade, in the language of the reader', () => {
    const labels = (locale: 'fr' | 'en') =>
      all(picker(locale), 'label', { class: true })
        .filter((label) => all(label, 'input').length === 1)
        .map((label) => seen(heard(label)));
    expect(labels('fr')).toEqual(['Mois d’expérience_: Maçonnerie', 'Mois d’expérience_: Ancien <métier>']);
    expect(labels('en')).toEqual(['Months of experience: Maçonnerie', 'Months of experience: Ancien <métier>']);
    expect(words(picker('en'))).not.toMatch(/\bmois\b/);
  });

  it('send the codes in order with their months, and say at the field what is wrong', () => {
    const page = picker();
    expect(all(page, 'input', { name: 'occupation' }).map((one) => attribute(one, 'value'))).toEqual([
      'F1703',
      'X9999',
    ]);
    expect(attribute(one(page, 'input', { name: 'months-F1703' }), 'value')).toBe('18');
    expect(words(page)).toContain('Choisissez un métier de la liste.');
  });

  it('tell licences unknown from none, and keep a space after their label', () => {
    const licences = (given: string[] | null) => draw(LicenceFields, { licences: given });
    const summary = (given: string[] | null) => plain(words(one(licences(given), 'summary')));
    const sure = (given: string[] | null) =>
      one(licences(given), 'input', { name: 'noLicence' }).attributes.has('checked');
    expect(summary(null)).not.toBe(summary([]));
    for (const given of [null, [], ['B']]) expect(summary(given)).toMatch(/^\S.* \S+/);
    expect(summary(['B'])).not.toMatch(/[a-zé](Permis|B\b)/);
    expect([sure(null), sure([]), sure(['B'])]).toEqual([false, true, false]);
    expect(
      all(licences(['B']), 'input', { name: 'licence', checked: true }).map((one) => attribute(one, 'value')),
    ).toEqual(['B']);
  });
});

describe('what she can do beside her CVs', () => {
  const skills = [
    { skill: 's1', label: 'Laver des vitres', byHand: true },
    { skill: 's2', label: 'Cirer', byHand: false },
  ];
  const piece = (given: object = {}, locale: 'fr' | 'en' = 'fr') =>
    draw(SkillsByHand, { skills, suggested: [], ...given } as never, locale);

  it('is taken back one by one, by a button that names it', () => {
    const form = one(piece(), 'form', { action: '?/oter' });
    expect(hidden(form)).toEqual({ skill: 's1' });
    expect(attribute(one(form, 'button'), 'aria-label')).toContain('Laver des vitres');
  });

  it('tells apart what her CVs say, in the spacing of each language', () => {
    const cv = (locale: 'fr' | 'en') =>
      all(piece({}, locale), 'p')
        .map((line) => seen(words(line)))
        .find((line) => line.includes('Cirer'));
    expect(cv('fr')).toMatch(/[^ ]_: Cirer\./);
    expect(cv('en')).toMatch(/[^ _]: Cirer\./);
    expect(words(piece({ skills: [] }))).not.toContain('Cirer');
  });

  it('keeps what was typed when it comes back refused, only in the form that was sent', () => {
    const back = piece({ refused: { values: { moreSkills: 'polir', skill: 's9' }, fields: {} } });
    expect(attribute(one(back, 'input', { name: 'moreSkills' }), 'value')).toBe('polir');
    const other = piece({ refused: { values: { projectId: 'x' }, fields: {} } });
    expect(attribute(one(other, 'input', { name: 'moreSkills' }), 'value')).toBe('');
  });
});

describe('the projects of a person', () => {
  const project = {
    ...{ id: 'j1', code: 'F1703', label: 'Maçonnerie', state: 'active', main: false, version: 4, wish: null },
    ...{ transports: [], radiusKm: 10, availableFrom: null, weeklyHoursMin: null, weeklyHoursMax: null },
    ...{ statedOn: '2026-01-05', closedOn: null, recordedByName: null },
  };
  const list = (projects: object[], given: object = {}, locale: 'fr' | 'en' = 'fr') =>
    draw(ProjectList, { projects, trades: [], ...given } as never, locale);
  const acts = (page: Tag) => all(page, 'button', { 'data-size': 'small' }).map((button) => seen(heard(button)));

  it('are each made the main one, reached or dropped by a button that says which project', () => {
    const said = acts(list([project]));
    expect(said).toHaveLength(3);
    for (const act of said) expect(act).toMatch(/[^ ]_: Maçonnerie$/);
    for (const act of acts(list([project], {}, 'en'))) expect(act).toMatch(/[^ _]: Maçonnerie$/);
    expect(acts(list([{ ...project, main: true }]))).toHaveLength(2);
  });

  it('send the version that was read, so that a colleague’s change is not lost', () => {
    const forms = all(list([project]), 'form', { action: '?/regler' });
    expect(forms.map(hidden)).toEqual([{ projectId: 'j1', version: '4' }]);
  });

  it('that are over can only begin again', () => {
    const over = list([{ ...project, state: 'dropped', closedOn: '2026-02-01' }]);
    expect(all(over, 'button', { name: 'state' }).map((button) => attribute(button, 'value'))).toEqual(['active']);
    expect(all(over, 'form', { action: '?/changer' })).toEqual([]);
  });

  it('open the form that came back refused and no other; with none, the form to add one', () => {
    const two = [project, { ...project, id: 'j2', label: 'Peinture' }];
    const back = list(two, { refused: { values: { projectId: 'j2', wish: 'ailleurs', version: '3' }, fields: {} } });
    const open = all(back, 'details', { open: true });
    expect(open).toHaveLength(1);
    expect(open.map((one) => hidden(all(one, 'form')[0] ?? one))).toEqual([{ projectId: 'j2', version: '3' }]);
    expect(all(list([]), 'details', { open: true })).toHaveLength(1);
    expect(all(list(two), 'details', { open: true })).toEqual([]);
  });
});

describe('a CV to confirm, in a list', () => {
  const row = (phone: string | null = '+33199001234', locale: 'fr' | 'en' = 'fr') =>
    draw(ConfirmInList, { person: { id: 'p1', firstName: 'Awa', lastName: 'Diarra', phone } }, locale);

  it('names the person on the call and on the button, which keeps the view', () => {
    expect(heard(one(row(), 'a'))).toBe('Appeler Awa Diarra');
    const button = one(row(), 'button');
    expect(heard(button)).toBe('Confirmé CV de Awa Diarra');
    expect([attribute(button, 'value'), attribute(button, 'formaction')]).toEqual(['p1', '?/confirmer&accord=oui']);
    expect(seen(attribute(button, 'title') ?? '')).toMatch(/^Confirmé au téléphone_: /);
    expect(attribute(one(row('1', 'en'), 'button'), 'title')).toMatch(/^Confirmed by telephone: /);
    expect(all(row(null), 'a')).toEqual([]);
  });
});

describe('what each further choice would give', () => {
  const facets = {
    ...{ occupations: [], french: [{ value: '3', count: 4 }], availability: [{ value: 'month', count: 2 }] },
    ...{ licences: [{ value: 'B', count: 1234 }], partners: [], confirmed: [] },
    distance: [
      { value: '50', count: 9 },
      { value: '5', count: 1 },
    ],
  };
  const drawn = (query: string, given: object = {}) =>
    draw(BankFacets, {
      facets: { ...facets, ...given } as never,
      url: new URL(`https://jonction.example/facilitateur/participants${query}`),
      today,
    });
  const links = (query: string) => all(drawn(query), 'a').map((link) => [plain(words(link)), attribute(link, 'href')]);

  it('is said with its count in words of the reader, nearest first, each a link that adds it', () => {
    const [licence, , month, near, far] = links('?q=soudure&page=3');
    expect(licence?.[0]).toMatch(/1 234$/);
    expect(licence?.[1]).toBe('/facilitateur/participants?q=soudure&permis=B');
    expect(month?.[1]).toBe('/facilitateur/participants?q=soudure&dispo=2026-04-01');
    expect([near?.[0], far?.[0]]).toEqual(['à moins de 5 km 1', 'à moins de 50 km 9']);
  });

  it('that is made says so to a screen reader, and is taken back by the same link', () => {
    const made = all(drawn('?permis=B&permis=C'), 'a', { 'aria-current': 'true' });
    expect(made.map((link) => attribute(link, 'href'))).toEqual(['/facilitateur/participants?permis=C']);
  });

  it('has no heading of nothing, and folds what is many under a count in the right number', () => {
    expect(all(drawn(''), 'h2').map(words)).not.toContain('Prescripteur');
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ value: `F170${at}`, label: `Métier ${at}`, count: 1 }));
    const more = (count: number) => all(drawn('', { occupations: many(count) }), 'summary').map(words);
    expect([more(6), more(7), more(8)]).toEqual([[], ['1 autre'], ['2 autres']]);
    const none = { licences: [], french: [], availability: [], distance: [] };
    expect(all(drawn('', none), 'section')).toEqual([]);
  });
});
