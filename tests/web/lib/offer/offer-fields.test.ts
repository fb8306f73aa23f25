import { employmentKinds } from '@jonction/domain/offer/offer';
import type { ComponentProps } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import ClausePicker from '../../../../apps/web/src/lib/offer/ClausePicker.svelte';
import LeftOut from '../../../../apps/web/src/lib/offer/LeftOut.svelte';
import OfferFields from '../../../../apps/web/src/lib/offer/OfferFields.svelte';
import OfferTable from '../../../../apps/web/src/lib/offer/OfferTable.svelte';
import type { OfferRow, Ranking } from '../../../../apps/web/src/lib/offer/shapes.ts';
import { page as app } from '../../../support/app-state.ts';
import {
  all,
  attribute,
  describedBy,
  draw,
  heard,
  inside,
  labelOf,
  one,
  type Tag,
  words,
} from '../../../support/drawn.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const offer = {
  ...{ title: 'Agent <de> propreté', romeCode: 'K2204', positions: 2, employmentKind: 'fixed_term' },
  ...{ weeklyHoursMin: 20, weeklyHoursMax: 35, schedule: null, postalCode: '93300', placeLabel: 'Aubervilliers' },
  ...{ startsOn: '2026-12-01', slackDays: 7, monthsAsked: 6, frenchLevel: 2, licences: ['B'], description: null },
  ...{ contactName: 'Marc', contactPhone: '0199001234', contactEmail: null },
  skills: [{ skill: 's1', label: 'Laver des vitres' }],
};
type Fields = ComponentProps<typeof OfferFields>;
const fields = (given: object = {}, locale: 'fr' | 'en' = 'fr') =>
  draw(
    OfferFields,
    {
      ...{ offer: null, occupations: [{ value: 'K2204', label: 'Nettoyage de locaux' }] },
      ...{ suggested: [{ value: 's2', label: 'Cirer' }], ...given },
    } as Fields,
    locale,
  );
const value = (page: Tag, name: string) => attribute(one(page, 'input', { name: `offer.${name}` }), 'value');
const ticked = (page: Tag, name: string) =>
  all(page, 'input', { type: 'checkbox', name, checked: true }).map((box) => labelOf(page, box));
const chosen = (page: Tag, name: string) =>
  all(one(page, 'select', { name }), 'option', { selected: true }).map((option) => attribute(option, 'value'));

beforeEach(() => {
  app.url = new URL('https://jonction.example/facilitateur/offres/nouvelle');
});

describe('the need of a company', () => {
  it('has a label for every field, and tells those that may stay empty', () => {
    const page = fields();
    const shown = [...all(page, 'input'), ...all(page, 'select'), ...all(page, 'textarea')].filter(
      (field) => field.attributes.has('id') && attribute(field, 'type') !== 'hidden',
    );
    expect(shown.length).toBeGreaterThan(30);
    for (const field of shown) expect(labelOf(page, field), attribute(field, 'name')).not.toBe('');
    const required = shown.filter((field) => field.attributes.has('required')).map((field) => attribute(field, 'name'));
    expect(required).toEqual(
      expect.arrayContaining(['offer.title', 'offer.positions', 'offer.weeklyHoursMin', 'offer.startsOn']),
    );
    for (const free of ['offer.weeklyHoursMax', 'offer.schedule', 'offer.contactPhone', 'otherSkills']) {
      expect(required).not.toContain(free);
    }
  });

  it('that is edited shows what it says, a figure as a figure', () => {
    const page = fields({ offer });
    expect(
      ['title', 'positions', 'weeklyHoursMin', 'weeklyHoursMax', 'postalCode', 'startsOn', 'contactName'].map((name) =>
        value(page, name),
      ),
    ).toEqual(['Agent <de> propreté', '2', '20', '35', '93300', '2026-12-01', 'Marc']);
    expect(chosen(page, 'offer.employmentKind')).toEqual(['fixed_term']);
    expect(chosen(page, 'offer.frenchLevel')).toEqual(['2']);
    expect(ticked(page, 'offer.skills')).toEqual(['Laver des vitres']);
    expect(ticked(page, 'offer.licences')).toHaveLength(1);
  });

  it('that is new asks for one position, no French, no experience, and ticks nothing', () => {
    const page = fields();
    expect([value(page, 'positions'), value(page, 'monthsAsked'), value(page, 'title')]).toEqual(['1', '0', '']);
    expect(chosen(page, 'offer.frenchLevel')).toEqual(['0']);
    expect([...ticked(page, 'offer.skills'), ...ticked(page, 'offer.licences')]).toEqual([]);
  });

  it('that came back keeps what was typed over what was saved, and says at the field what is wrong', () => {
    const refused = {
      values: { 'offer.title': 'Autre', 'offer.positions': '0' },
      fields: { 'offer.positions': 'Au moins un.' },
    };
    const page = fields({ offer, refused });
    expect([value(page, 'title'), value(page, 'positions')]).toEqual(['Autre', '0']);
    const wrong = one(page, 'input', { name: 'offer.positions' });
    expect(attribute(wrong, 'aria-invalid')).toBe('true');
    expect(describedBy(page, wrong).join(' ')).toContain('Au moins un.');
    expect(all(page, 'input', { 'aria-invalid': 'true' })).toHaveLength(1);
    // Unticked by whoever typed: what was saved does not come back.
    expect(ticked(page, 'offer.skills')).toEqual([]);
  });

  it('opens the licences that it asks, counts them, and never loses one that stands in no family', () => {
    const page = fields({ offer: { ...offer, licences: ['B', 'ancien-code'] } });
    expect(ticked(page, 'offer.licences')).toHaveLength(2);
    const open = all(page, 'details', { open: true }).map((group) => plain(words(one(group, 'summary'))));
    expect(open).toHaveLength(2);
    for (const summary of open) expect(summary).toMatch(/\b1\b/);
    expect(all(fields(), 'details', { open: true })).toEqual([]);
  });

  it('names each kind of employment and each level in words of the reader', () => {
    for (const locale of ['fr', 'en'] as const) {
      const page = fields({}, locale);
      const kinds = all(one(page, 'select', { name: 'offer.employmentKind' }), 'option').map(words);
      expect(kinds).toHaveLength(employmentKinds.length + 1);
      for (const label of [...kinds, ...all(one(page, 'select', { name: 'offer.frenchLevel' }), 'option').map(words)]) {
        expect(label).not.toMatch(/_|offer\.|form\.|^$/);
      }
    }
  });

  it('lets the screen say which company hires, before whom to call', () => {
    const page = fields({ who: inside('<p>Bâti Inventé</p>') });
    const group = all(page, 'fieldset').find((set) => all(set, 'input', { name: 'offer.contactName' }).length === 1);
    expect(heard(group ?? page)).toContain('Bâti Inventé');
  });
});

const clause = {
  ...{
    clauseId: 'k1',
    object: 'Peinture <des> écoles',
    lotNumber: '2',
    lotObject: 'Intérieurs',
    buyerName: 'Ville Inventée',
  },
  ...{
    holders: [
      { id: 'e1', name: 'Bâti Inventé' },
      { id: 'e2', name: 'Peinture Fictive' },
    ],
    status: 'active',
  },
  ...{ leftCentihours: 28_750, dueHours: 700 },
};
const picker = (given: object[] = [clause], query = '', locale: 'fr' | 'en' = 'fr') => {
  app.url = new URL(`https://jonction.example/facilitateur/offres/nouvelle${query}`);
  return draw(ClausePicker, { clauses: given as never, words: 'écoles' }, locale);
};

describe('choosing the clause of an offer', () => {
  it('is a link that keeps what brought here, and drops the words that found it', () => {
    const link = one(picker([clause], '?besoin=b1&q=peinture'), 'a');
    expect([words(link), attribute(link, 'href')]).toEqual([
      'Peinture <des> écoles',
      '/facilitateur/offres/nouvelle?besoin=b1&clause=k1',
    ]);
  });

  it('says which lot, whose, held by whom, and how much is left of how much', () => {
    const said = plain(heard(picker()));
    expect(said).toMatch(/ot 2 · Intérieurs · Ville Inventée · .*Bâti Inventé, Peinture Fictive/);
    expect(said).toMatch(/287,5 h.*700 h/);
    expect(plain(heard(picker([{ ...clause, lotNumber: null, holders: [] }])))).not.toMatch(/ot 2|Intérieurs|· ·/);
  });

  it('is not possible on a contract that is over, which says so in words', () => {
    const over = picker([{ ...clause, status: 'completed' }]);
    expect(all(over, 'a')).toEqual([]);
    expect(words(over)).toContain('Peinture <des> écoles');
    expect(heard(one(over, 'li'))).not.toBe(heard(one(picker(), 'li')));
  });

  it('searches again with the words shown, and sends what brought here once', () => {
    const form = one(picker([clause], '?besoin=b1&personne=p1&q=peinture&clause=k9'), 'form');
    expect(attribute(form, 'method')).toBe('get');
    const field = one(form, 'input', { name: 'q' });
    expect([attribute(field, 'value'), labelOf(form, field) === '']).toEqual(['écoles', false]);
    expect(
      all(form, 'input', { type: 'hidden' }).map((input) => [attribute(input, 'name'), attribute(input, 'value')]),
    ).toEqual([
      ['besoin', 'b1'],
      ['personne', 'p1'],
    ]);
  });

  it('says that nothing answers, and where contracts are', () => {
    const none = picker([]);
    expect(attribute(one(none, 'a'), 'href')).toBe('/facilitateur/marches');
    expect(all(none, 'ul')).toEqual([]);
    expect(words(picker([], '', 'en'))).not.toBe(words(none));
  });
});

const row = {
  ...{ id: 'o1', title: 'Agent <de> propreté', placeLabel: 'Aubervilliers', weeklyHoursMin: 20, weeklyHoursMax: 35 },
  ...{
    status: 'open',
    employerName: 'Net & Clair',
    contractObject: null,
    startsOn: '2026-12-01',
    hired: 1,
    positions: 2,
  },
  ...{ sent: 1, interviews: 0, ownerName: null, createdAt: '2026-11-20T08:00:00.000Z' },
};
const table = (given: object = {}, showStatus = false) =>
  draw(OfferTable, {
    ...{ rows: [{ ...row, ...given } as unknown as OfferRow], today: '2026-11-23', showStatus },
    sort: { by: 'recent', direction: 'descending' },
  });
const said = (...given: Parameters<typeof table>) => plain(heard(one(table(...given), 'tbody')));

describe('offers in a list', () => {
  it('say hours as a range or once, an offer without a clause and without anybody as such', () => {
    expect(said()).toContain('Aubervilliers · 20 à 35 h');
    expect(said({ weeklyHoursMin: 35 })).not.toContain('à 35 h');
    expect(said({ contractObject: 'Peinture des écoles' })).toContain('Net & Clair Peinture des écoles');
    expect(said({ ownerName: 'Camille' })).toContain('Camille');
    expect(said()).not.toMatch(/null|undefined|· ·/);
  });

  it('say in words how many are hired, and count what is under way in the right number', () => {
    expect(said()).toMatch(/1 .*2/);
    expect(said({ sent: 1 })).toContain('1 CV');
    expect(said({ sent: 0, interviews: 0 })).not.toMatch(/\b0 (CV|entretien|rendez)/);
    const dots = (positions: number) => all(table({ positions }), 'circle').length;
    expect([dots(2), dots(12)]).toEqual([2, 4]);
  });

  it('say a status only where the view mixes them, in words', () => {
    expect(said({ status: 'closed' })).not.toMatch(/close|fermée|terminée/i);
    expect(said({ status: 'closed' }, true).length).toBeGreaterThan(said({ status: 'closed' }).length);
    expect(said({}, true)).toBe(said());
  });

  it('are aged by the day in Paris', () => {
    expect(said({ createdAt: '2026-11-22T23:30:00.000Z' })).toContain('aujourd’hui');
    expect(said()).toContain('il y a 3 j');
  });
});

describe('who the ranking leaves out', () => {
  const ranking = {
    ...{ total: 1, excludedTotal: 1071, rulesVersion: 3, relaxations: [{ words: '+6 avec CACES', gained: 6 }] },
    excluded: [
      { reason: 'distance', count: 30 },
      { reason: 'french', count: 0 },
      { reason: 'availability', count: 1041 },
    ],
    weights: { occupation: 350, experience: 200, skills: 150, distance: 150, freshness: 50, waiting: 100 },
  } as unknown as Ranking;
  const left = (given: object = {}, widen = false, locale: 'fr' | 'en' = 'fr') => {
    app.url = new URL('https://jonction.example/facilitateur/offres/o7?vue=personnes&appel=p1&fait=appel');
    return draw(LeftOut, { ranking: { ...ranking, ...given }, widen }, locale);
  };

  it('is counted by reason, the greatest first, each opening its list, none for nobody', () => {
    const reasons = all(one(left(), 'ul'), 'a');
    expect(reasons.map((link) => attribute(link, 'href'))).toEqual([
      '/facilitateur/offres/o7?vue=personnes&ecartees=availability',
      '/facilitateur/offres/o7?vue=personnes&ecartees=distance',
    ]);
    expect(reasons.map((link) => plain(words(link)).split(' ').slice(-2).join(' '))[0]).toContain('1 041');
    expect(all(left({ excluded: [] }), 'ul')).toEqual([]);
  });

  it('is counted in the right number', () => {
    const count = (total: number) => plain(words(all(left({ total }), 'p')[0] ?? left()));
    expect(count(1)).toMatch(/^1 personne\b(?!s)/);
    expect(count(2)).toMatch(/^2 personnes/);
  });

  it('may be widened and narrowed again, and says what each rule weighs', () => {
    const widen = (page: Tag) => all(page, 'a').filter((link) => attribute(link, 'data-size') === 'small')[0];
    const [open, closed] = [widen(left()), widen(left({}, true))];
    expect(open && attribute(open, 'href')).toBe('/facilitateur/offres/o7?vue=personnes&appel=p1&elargir=oui');
    expect(closed && attribute(closed, 'href')).toBe('/facilitateur/offres/o7?vue=personnes&appel=p1');
    expect(plain(words(one(left(), 'details')))).toContain('35 %');
    expect(words(one(left({}, false, 'en'), 'details'))).toContain('35%');
  });

  it('says what would bring more in, and nothing of it when nothing would', () => {
    expect(words(left())).toContain('+6 avec CACES');
    expect(words(left({ relaxations: [] }))).not.toMatch(/\+6/);
  });
});
