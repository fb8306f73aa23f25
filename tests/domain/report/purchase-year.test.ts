import {
  censusFloorCents,
  greenKindOf,
  type PurchaseCell,
  type PurchaseFacts,
  type PurchaseFigure,
  purchaseFigures,
  shareOf,
  socialKindOf,
  sumOf,
} from '@jonction/domain/report/purchase';
import { describe, expect, it } from 'vitest';

/** A contract of a fictitious town, as a person would read it in its file. */
interface Bought extends PurchaseFacts {
  object: string;
  year: number;
  euros: number | null;
}

const clauseSociale = ['Clause sociale'];
const none = ['Pas de considération sociale'];
const greenClause = ['Clause environnementale'];
const noGreen = ['Pas de considération environnementale'];

/** The year 2023 of the town, in which the national census began at 90,000 euros, and one contract of 2024. */
const town: readonly Bought[] = [
  {
    ...{ object: 'Voirie', year: 2023, euros: 1_200_000 },
    ...{ social: clauseSociale, environmental: greenClause, clauseKinds: ['execution'] },
  },
  {
    ...{ object: 'Linge, réservé aux ESAT', year: 2023, euros: 95_000 },
    ...{ social: ['Marché réservé'], environmental: noGreen, clauseKinds: [] },
  },
  {
    // Published as if there were no clause; the team wrote one with the buyer.
    ...{ object: 'Nettoyage des écoles', year: 2023, euros: 400_000 },
    ...{ social: none, environmental: ['Critère environnemental'], clauseKinds: ['execution'] },
  },
  {
    ...{ object: 'Conseil', year: 2023, euros: 60_000 },
    ...{ social: ['Critère social'], environmental: null, clauseKinds: [] },
  },
  {
    ...{ object: 'Papier', year: 2023, euros: 90_000 },
    ...{ social: none, environmental: greenClause, clauseKinds: [] },
  },
  {
    // An old record: nothing is said of either.
    ...{ object: 'Assurances', year: 2023, euros: 300_000 },
    ...{ social: null, environmental: null, clauseKinds: [] },
  },
  {
    ...{ object: 'Accord-cadre sans montant', year: 2023, euros: null },
    ...{ social: clauseSociale, environmental: noGreen, clauseKinds: [] },
  },
  {
    ...{ object: 'Espaces verts', year: 2024, euros: 45_000 },
    ...{ social: clauseSociale, environmental: noGreen, clauseKinds: [] },
  },
];

const cellOf = ({ year, euros, ...facts }: Bought): PurchaseCell => ({
  year,
  directorateId: null,
  social: socialKindOf(facts),
  green: greenKindOf(facts),
  counted: euros === null ? null : 100 * euros >= censusFloorCents(year),
  contracts: 1,
  amountCents: 100 * (euros ?? 0),
  withoutAmount: euros === null ? 1 : 0,
});
const cellsOf = (year: number) => town.filter((one) => one.year === year).map(cellOf);

/** Worked by hand: how many contracts of 2023, and how many euros. */
const byHand: Readonly<Record<PurchaseFigure, readonly [contracts: number, euros: number]>> = {
  all: [7, 2_145_000],
  known: [6, 1_845_000],
  inclusive: [4, 1_695_000],
  reserved: [1, 95_000],
  clause: [3, 1_600_000],
  criterion: [1, 60_000],
  none: [1, 90_000],
  unknown: [1, 300_000],
  social: [5, 1_755_000],
  green_known: [5, 1_785_000],
  green: [3, 1_690_000],
  green_clause: [2, 1_290_000],
  green_unknown: [2, 360_000],
  both_known: [5, 1_785_000],
  both: [2, 1_600_000],
  census: [5, 2_085_000],
  census_known: [4, 1_785_000],
  census_clause: [3, 1_695_000],
  census_social: [3, 1_695_000],
  census_unknown: [1, 300_000],
};

describe('the year of a town, worked by hand', () => {
  it.each(purchaseFigures)('counts %s', (figure) => {
    const { contracts, amountCents } = sumOf(cellsOf(2023), figure);
    expect([contracts, amountCents / 100]).toEqual(byHand[figure]);
  });

  it('says how many contracts have no amount, where they are counted', () => {
    const without = (figure: PurchaseFigure) => sumOf(cellsOf(2023), figure).withoutAmount;
    expect(without('clause')).toBe(1);
    expect(without('all')).toBe(1);
    // Of no amount, nobody can say that it reaches the floor.
    expect(without('census')).toBe(0);
    expect(without('reserved')).toBe(0);
  });

  it('has shares of what is known, and one of all for what is not', () => {
    const share = (figure: PurchaseFigure) => {
      const { contractsBps, amountBps } = shareOf(cellsOf(2023), figure);
      return [contractsBps, amountBps];
    };
    expect(share('inclusive')).toEqual([6667, 9187]);
    expect(share('none')).toEqual([1667, 488]);
    expect(share('unknown')).toEqual([1429, 1399]);
    expect(share('green')).toEqual([6000, 9468]);
    expect(share('both')).toEqual([4000, 8964]);
    expect(share('census_clause')).toEqual([7500, 9496]);
    expect(share('census_unknown')).toEqual([2000, 1439]);
  });

  it('counts a smaller contract in the census of the year after, whose floor is lower', () => {
    expect(sumOf(cellsOf(2024), 'census')).toMatchObject({ contracts: 1, amountCents: 4_500_000 });
    const [verts] = town.filter(({ object }) => object === 'Espaces verts');
    expect(verts && sumOf([cellOf({ ...verts, year: 2023 })], 'census').contracts).toBe(0);
  });

  it('is the same whether contracts come one by one or summed', () => {
    const cells = cellsOf(2023);
    const groups = Map.groupBy(cells, ({ social, green, counted }) => `${social} ${green} ${counted}`);
    const summed = [...groups.values()].flatMap((some) => {
      const [first] = some;
      if (!first) return [];
      const total = (key: 'contracts' | 'amountCents' | 'withoutAmount') =>
        some.reduce((all, one) => all + one[key], 0);
      return [
        {
          ...first,
          contracts: total('contracts'),
          amountCents: total('amountCents'),
          withoutAmount: total('withoutAmount'),
        },
      ];
    });
    for (const figure of purchaseFigures) expect(shareOf(summed, figure)).toEqual(shareOf(cells, figure));
  });
});
