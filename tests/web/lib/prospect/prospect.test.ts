import { prospectStages, visitWays } from '@jonction/domain/prospect/prospect';
import { describe, expect, it } from 'vitest';
import NeedList from '../../../../apps/web/src/lib/prospect/NeedList.svelte';
import { stageState } from '../../../../apps/web/src/lib/prospect/stage-state.ts';
import VisitForm from '../../../../apps/web/src/lib/prospect/VisitForm.svelte';
import ListPage from '../../../../apps/web/src/routes/(portals)/facilitateur/prospection/+page.svelte';
import CompanyPage from '../../../../apps/web/src/routes/(portals)/facilitateur/prospection/[prospectId]/+page.svelte';
import NewPage from '../../../../apps/web/src/routes/(portals)/facilitateur/prospection/nouvelle/+page.svelte';
import { all, attribute, describedBy, draw, heard, one, words } from '../../../support/drawn.ts';

const today = '2026-05-04';
const company = {
  ...{ id: 'p1', organisationId: 'o1', name: 'Toitures du Val', city: 'Saint-Denis', phone: '+33123456789' },
  ...{ stage: 'visited' as const, why: 'Chantier voisin', ownerId: 'u1', ownerName: 'Nadia' },
  ...{ nextAction: 'Rappeler', nextActionOn: '2026-05-01' },
};
const need = {
  id: 'n1',
  prospectId: 'p1',
  title: 'Couvreur',
  romeCode: 'F1610',
  positions: 2,
  startsOn: '2026-06-01',
  note: 'Équipe du matin',
  offerId: null,
  offerTitle: null,
  lost: false,
};
const page = <Piece extends Parameters<typeof draw>[0]>(piece: Piece, data: object, form: object | null = null) =>
  draw(piece, { data, form, params: {} } as never);

describe('a visit noted in a doorway', () => {
  it('is one form: how, when, whom, what, and what comes next', () => {
    const drawn = draw(VisitForm, { today });
    expect(attribute(one(drawn, 'form'), 'action')).toBe('?/visite');
    expect(all(drawn, 'input', { type: 'radio' }).map((radio) => attribute(radio, 'value'))).toEqual([...visitWays]);
    const day = one(drawn, 'input', { name: 'on' });
    expect([attribute(day, 'value'), attribute(day, 'max')]).toEqual([today, today]);
    expect(all(drawn, 'button').map(heard)).toEqual(['Noter']);
  });

  it('comes back with what was typed and what is wrong', () => {
    const refused = {
      sentence: 'À corriger',
      fields: { nextAction: 'Dites quoi faire.' },
      values: { way: 'call', on: '2026-05-03', note: 'Recrute' },
    };
    const drawn = draw(VisitForm, { today, refused });
    expect(attribute(one(drawn, 'input', { checked: true }), 'value')).toBe('call');
    expect(words(one(drawn, 'textarea'))).toBe('Recrute');
    expect(describedBy(drawn, one(drawn, 'input', { name: 'nextAction' })).join(' ')).toContain('Dites quoi faire');
  });
});

describe('what a company would hire for', () => {
  it('leads in one click to an offer begun with it, or is said gone elsewhere', () => {
    const drawn = draw(NeedList, { needs: [need], occupations: [] });
    expect(words(drawn)).toContain('2 postes');
    expect(all(drawn, 'a', { href: '/facilitateur/offres/nouvelle?besoin=n1' }).map(heard)).toEqual([
      'En faire une offre, Couvreur',
    ]);
    expect(attribute(one(drawn, 'form', { action: '?/perdu' }), 'method')).toBe('post');
  });

  it('says the offer it became, or that it is lost, and asks nothing then', () => {
    const drawn = draw(NeedList, {
      needs: [
        { ...need, offerId: 'of1', offerTitle: 'Couvreur H/F' },
        { ...need, id: 'n2', lost: true },
      ],
      occupations: [],
    });
    expect(all(drawn, 'a').map((link) => attribute(link, 'href'))).toEqual(['/facilitateur/offres/of1']);
    expect(words(drawn)).toContain('parti ailleurs');
    expect(all(drawn, 'form', { action: '?/perdu' })).toEqual([]);
  });

  it('says that there is none yet', () => {
    expect(words(draw(NeedList, { needs: [], occupations: [] }))).toContain('Aucun besoin noté');
  });
});

describe('the page of a company', () => {
  const visit = {
    id: 'v1',
    way: 'visit',
    on: '2026-05-02',
    met: 'M. Lotte',
    note: 'Recrute en juin',
    madeByName: 'Nadia',
  };
  const given = {
    prospect: company,
    visits: [visit],
    needs: [need],
    colleagues: [{ value: 'u1', label: 'Nadia' }],
    occupations: [],
    today,
  };

  it('says the stage, what was said, what is needed, who follows it, and how to call', () => {
    const drawn = page(CompanyPage, given);
    expect(words(drawn)).toContain('rencontrée');
    expect(words(drawn)).toContain('M. Lotte');
    expect(words(drawn)).toContain('Chantier voisin');
    expect(all(drawn, 'a', { href: 'tel:+33123456789' })).toHaveLength(1);
    expect(all(drawn, 'a', { href: '/facilitateur/organisations/o1' })).toHaveLength(1);
    expect(attribute(one(one(drawn, 'select', { name: 'ownerId' }), 'option', { selected: true }), 'value')).toBe('u1');
  });

  it('gives each field an id of its own, in all of its forms', () => {
    const ids = all(page(CompanyPage, given), '*', { id: true }).map((tag) => attribute(tag, 'id'));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it('offers to drop it, or to take it up again', () => {
    const asked = (stage: string) =>
      attribute(
        one(page(CompanyPage, { ...given, prospect: { ...company, stage } }), 'input', { name: 'happening' }),
        'value',
      );
    expect([asked('visited'), asked('dropped')]).toEqual(['drop', 'resume']);
  });

  it('says what to do first when nothing was said yet', () => {
    expect(words(page(CompanyPage, { ...given, visits: [] }))).toContain('notez la première visite');
  });
});

describe('the list of companies to see', () => {
  const row = { ...company, lastVisitOn: null, needs: 2 };
  const counts = [{ stage: 'visited', count: 1 }];
  const given = {
    list: { rows: [row], total: 1, counts },
    text: '',
    stage: null,
    mine: false,
    due: false,
    page: 1,
    pageSize: 40,
    today,
  };

  it('says the stage in words, what is late, who follows, and how many needs', () => {
    const drawn = page(ListPage, given);
    expect(words(drawn)).toContain('2 besoins ouverts');
    expect(words(drawn)).toContain('rencontrée');
    expect(all(drawn, 'small', { class: true }).some((small) => attribute(small, 'class')?.includes('late'))).toBe(
      true,
    );
    expect(all(drawn, 'a', { href: '/facilitateur/prospection/p1' })).toHaveLength(1);
  });

  it('counts each stage in its filter, which the address holds', () => {
    const options = all(one(page(ListPage, given), 'select', { name: 'etape' }), 'option').map(words);
    expect(options).toContain('rencontrée (1)');
    expect(options).toHaveLength(prospectStages.length + 1);
  });

  it('tells an empty list from filters that find nothing', () => {
    const empty = { ...given, list: { rows: [], total: 0, counts: [] } };
    expect(words(page(ListPage, empty))).toContain('Ajoutez la première');
    expect(words(page(ListPage, { ...empty, text: 'zzz' }))).toContain('Aucune entreprise ne répond');
  });

  it('has a mark for each stage', () => {
    expect(Object.keys(stageState)).toEqual([...prospectStages]);
  });
});

describe('a company added', () => {
  it('is chosen in the register or named, with what was typed kept', () => {
    const form = {
      sentence: 'À corriger',
      fields: { organisationId: 'Choisissez une entreprise.' },
      values: { name: 'Toitures', city: 'Val' },
    };
    const drawn = page(NewPage, { companies: [{ value: 'o1', label: 'Toitures du Val' }], chosen: '' }, form);
    expect(attribute(one(drawn, 'input', { name: 'name' }), 'value')).toBe('Toitures');
    expect(words(drawn)).toContain('Choisissez une entreprise.');
  });
});
