import { type PurchaseCell, shareOf, spendFigures, sumOf } from '@jonction/domain/report/purchase';
import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import BoughtHours from '../../../../apps/web/src/lib/report/BoughtHours.svelte';
import PurchaseDesk from '../../../../apps/web/src/lib/report/PurchaseDesk.svelte';
import PurchaseRows from '../../../../apps/web/src/lib/report/PurchaseRows.svelte';
import { purchaseHref } from '../../../../apps/web/src/lib/report/purchase-address.ts';
import SchemeDesk from '../../../../apps/web/src/lib/report/SchemeDesk.svelte';
import { all, attribute, draw, heard, one } from '../../../support/drawn.ts';

const cell = (given: Partial<PurchaseCell>): PurchaseCell => ({
  ...{ year: 2025, directorateId: null, social: 'none', green: 'unknown', counted: true },
  ...{ contracts: 1, amountCents: 10_000_000, withoutAmount: 0 },
  ...given,
});
const cells = [
  cell({ social: 'clause', amountCents: 30_000_000 }),
  cell({}),
  cell({ social: 'unknown', withoutAmount: 1, amountCents: 0 }),
];
const figures = (some: PurchaseCell[]) =>
  Object.fromEntries(spendFigures.map((figure) => [figure, shareOf(some, figure)]));
const plain = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the address of the rows of a figure', () => {
  it('holds the year, and the directorate where one is meant', () => {
    expect(purchaseHref('/a', 'clause', { year: 2025 })).toBe('/a/clause?annee=2025');
    expect(purchaseHref('/a', 'clause', { year: 2025, directorateId: 'd' })).toBe('/a/clause?annee=2025&direction=d');
    expect(purchaseHref('/a', 'all', { year: null, directorateId: null })).toBe('/a/all?annee=sans&direction=aucune');
  });
});

describe('what a buyer bought', () => {
  type Props = ComponentProps<typeof PurchaseDesk>;
  const props: Props = {
    year: 2025,
    figures: figures(cells),
    directorates: [{ id: 'd', name: 'Voirie', figures: figures(cells) }],
    years: [
      { year: 2025, figures: figures(cells) },
      { year: null, figures: figures([]) },
    ],
    home: '/acheteur/achats',
  };
  const drawn = (given: Partial<Props> = {}) => draw(PurchaseDesk, { ...props, ...given });

  /** The figure of the year stands first; that of its row comes after. */
  const words = (figure: string) => {
    const [link] = all(drawn(), 'a', { href: `/acheteur/achats/${figure}?annee=2025` });
    return link ? plain(heard(link)) : '';
  };

  it('gives every figure as a link to its rows, with its share of what is known', () => {
    const link = words('clause');
    expect(link).toContain('300 000 € HT');
    expect(link).toContain('75 % de ce qui est connu');
    for (const figure of spendFigures)
      expect(all(drawn(), 'a', { href: `/acheteur/achats/${figure}?annee=2025&direction=d` })).toHaveLength(1);
  });

  it('keeps what is unknown apart, as a share of all, and says what has no amount', () => {
    const unknown = words('unknown');
    expect(unknown).toContain('Inconnus');
    expect(plain(heard(drawn()))).toContain('dont 1 sans montant');
    expect(plain(heard(drawn()))).toContain('de tous les marchés de l’année');
  });

  it('says what to do for a year without a contract, and shows the others', () => {
    const empty = drawn({ figures: figures([]), directorates: [] });
    expect(plain(heard(empty))).toContain('Aucun marché notifié en 2025');
    expect(all(empty, 'a', { href: '/acheteur/achats/all?annee=2025' }).length).toBeGreaterThan(0);
  });

  it('speaks of directorates where there are some, and of years without a date apart', () => {
    expect(heard(drawn())).toContain('Voirie');
    expect(heard(drawn({ directorates: [{ id: null, name: null, figures: figures(cells) }] }))).not.toContain(
      'Par direction',
    );
    expect(heard(drawn())).toContain('Sans date de notification');
  });

  it('tells how each figure is counted', () => {
    expect(heard(one(drawn(), 'details'))).toContain('CCP L2112-2');
  });
});

describe('the rows of a figure', () => {
  const props: ComponentProps<typeof PurchaseRows> = {
    ...{ buyer: { name: 'Ville du Val' }, figure: 'clause', total: 2, totalCents: 10_000_000 },
    rows: [
      {
        ...{ id: 'c', reference: 'V-1', object: 'Bitume', notifiedOn: '2025-02-01', directorateName: 'Voirie' },
        ...{ amountCents: 10_000_000, social: 'clause' },
      },
      {
        ...{ id: 'e', reference: 'V-2', object: 'Papier', notifiedOn: null, directorateName: null },
        ...{ amountCents: null, social: 'unknown' },
      },
    ],
    question: { year: 2025, page: 1, pageSize: 50 },
    trail: [],
    contractHome: '/acheteur/marches',
  };

  it('are contracts, with the amount or that there is none', () => {
    const drawn = draw(PurchaseRows, props);
    expect(attribute(one(drawn, 'a', { href: '/acheteur/marches/c' }), 'href')).toBe('/acheteur/marches/c');
    const [, first, second] = all(drawn, 'tr').map((row) => plain(heard(row)));
    expect(first).toContain('100 000 € HT');
    expect(second).toContain('Sans montant');
    expect(second).toContain('Inconnus');
  });

  it('say so when there is none', () => {
    expect(heard(draw(PurchaseRows, { ...props, rows: [], total: 0, totalCents: 0 }))).toContain('Aucun marché ici');
  });
});

describe('the indicators of a buyer', () => {
  const share = (figure: Parameters<typeof shareOf>[1]) => ({ [figure]: shareOf(cells, figure) });
  const props: ComponentProps<typeof SchemeDesk> = {
    ...{ year: 2022, all: sumOf(cells, 'all'), home: '/acheteur/achats' },
    scheme: { ...share('social'), ...share('green') },
    census: { ...share('census'), ...share('census_clause') },
    ...{ censusFloorCents: 9_000_000, schemeFloorCents: 10_000_000_000, nationalBps: 2230, nationalAimBps: 3000 },
    hours: { validated: 160_000, exceptional: 7_000, fteHundredths: 100, fteHours: 1600, contracts: 2, people: 12 },
  };
  const words = (given: Partial<typeof props> = {}) => plain(heard(draw(SchemeDesk, { ...props, ...given })));

  it('stand each with its definition, what it is a share of, and its rows', () => {
    const drawn = draw(SchemeDesk, props);
    expect(all(drawn, 'a').map((link) => attribute(link, 'href'))).toEqual(
      ['social', 'green', 'census', 'census_clause'].map((figure) => `/acheteur/achats/${figure}?annee=2022`),
    );
    expect(words()).toContain('50 %');
    expect(words()).toContain('sur 2');
    expect(words()).toContain('CCP L2111-3');
  });

  it('have the figure of the country beside them, or say that there is none', () => {
    expect(words()).toContain('22,3 % des marchés du recensement');
    expect(words({ nationalBps: null })).toContain('Aucun chiffre national n’est publié');
    expect(words()).toContain('30 %');
  });

  it('keep a number of people below five', () => {
    expect(words()).toContain('12');
    expect(words({ hours: { ...props.hours, people: null } })).toMatch(/non affiché/);
    expect(words({ hours: { ...props.hours, people: null } })).not.toContain('moins de 5');
  });

  it('say what the register does not know', () => {
    expect(words()).toContain('ESUS');
    expect(words()).toContain('c’est un plancher, pas le total');
  });
});

describe('the hours of the contracts of a buyer', () => {
  type Props = ComponentProps<typeof BoughtHours>;
  const hours = { dueHours: 1200, validated: 51_200, exceptional: 0, pending: 14_000, rejected: 0 };
  const row: Props['rows'][number] = {
    ...{ contractId: 'c', reference: 'V-1', object: 'Bitume', directorateName: 'Voirie', people: 7 },
    ...hours,
  };
  const props: Props = {
    year: 2025,
    rows: [row, { ...row, contractId: 'd', people: null }],
    sums: hours,
    people: null,
    contractHome: '/acheteur/marches',
  };

  it('are figures, and a number of people that is kept says so', () => {
    const [, first, second] = all(draw(BoughtHours, props), 'tr').map((one_) => plain(heard(one_)));
    expect(first).toContain('512 h');
    expect(first).toContain('1 200 h');
    expect(first).toMatch(/7$/);
    expect(second).toContain('non affiché');
    expect(plain(heard(draw(BoughtHours, props)))).toContain(
      'moins de cinq personnes, ou caché pour ne pas les laisser deviner',
    );
  });

  it('are summed below, with people in all where they may be told', () => {
    const foot = (people: number | null) => plain(heard(one(draw(BoughtHours, { ...props, people }), 'tfoot')));
    expect(foot(null)).toContain('non affiché');
    expect(foot(12)).toContain('12');
    expect(foot(12)).toContain('Ensemble');
  });

  it('say what to do without a clause', () => {
    expect(heard(draw(BoughtHours, { ...props, rows: [] }))).toContain('Inscrivez les heures de la clause');
  });
});
