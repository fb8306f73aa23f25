import { type MatchSide, matchContracts, objectWords, referenceKey } from '@jonction/domain/published/match';
import { describe, expect, it } from 'vitest';

/**
 * The rule weighs a number 300 (100 where it differs), a holder 250, a day 150, an amount 150, a CPV 50 and an object 100, over what both
 * sides say: every confidence below is that division done on paper.
 */
const ours: MatchSide = {
  buyer: '21990001600011',
  buyerName: 'Ville de Montval',
  reference: '2024-017',
  holders: ['99000001000019'],
  notifiedOn: '2024-03-01',
  amountsCents: [12_000_000],
  cpv: '45442100',
  object: 'Peinture école Tilleuls',
};
const against = (changes: Partial<MatchSide>, mine: Partial<MatchSide> = {}) =>
  matchContracts({ ...ours, ...mine }, { ...ours, ...changes });
/** All is said and agrees, worth 1,000,000 over 1,000: each line takes away what differs. */
const confidence = (changes: Partial<MatchSide>, mine: Partial<MatchSide> = {}) => against(changes, mine).confidence;

describe('one field that moves alone, the others being the same', () => {
  it.each<[string, Partial<MatchSide>, number, string]>([
    ['nothing', {}, 1000, 'sure'],
    // 700 of 1,000 for 300 of the weight: 90 lost.
    ['a number with the lot behind', { reference: '2024-017-L01' }, 910, 'sure'],
    // Another number weighs 100: 700 agree out of 800.
    ['another number', { reference: 'MAPA-88' }, 875, 'sure'],
    // 900 of 1,000 for 250: 25 lost.
    ['another establishment of the holder', { holders: ['99000001000027'] }, 975, 'sure'],
    ['another company', { holders: ['99000002800011'] }, 750, 'likely'],
    // 46 of the 92 days are left: half of 150 lost.
    ['a day 46 days later', { notifiedOn: '2024-04-16' }, 925, 'sure'],
    // 2024 is a leap year: 1 December 2023 is 91 days before, and 1/92 of 1,000 is 10, floored.
    ['a day 91 days before', { notifiedOn: '2023-12-01' }, 851, 'sure'],
    ['a day 92 days later', { notifiedOn: '2024-06-01' }, 850, 'sure'],
    ['a day of ten years before', { notifiedOn: '2014-03-01' }, 850, 'sure'],
    // A tenth apart: 1,000 - 4 x 100 = 600, and 400 of 1,000 lost for 150.
    ['an amount a tenth lower', { amountsCents: [10_800_000] }, 940, 'sure'],
    // A quarter apart is another amount.
    ['an amount a quarter lower', { amountsCents: [9_000_000] }, 850, 'sure'],
    // The first five figures: 300 of 1,000 lost for 50.
    ['a CPV of the same class', { cpv: '45442300' }, 985, 'sure'],
    ['a CPV of the same group', { cpv: '45400000' }, 975, 'sure'],
    ['a CPV of the same division', { cpv: '45000000' }, 960, 'sure'],
    ['a CPV of another trade', { cpv: '90911200' }, 950, 'sure'],
    // Two words of three on each side: 4 of 6, 666 of 1,000; 33.4 lost, floored to 966.
    ['an object with one word changed', { object: 'Peinture école Acacias' }, 966, 'sure'],
    ['another object', { object: 'Entretien voirie haute' }, 900, 'sure'],
  ])('%s', (_, changes, expected, level) => {
    expect(against(changes)).toMatchObject({ confidence: expected, level });
  });
});

describe('what is unknown', () => {
  const silent = { reference: '', holders: [], notifiedOn: null, amountsCents: [], cpv: null, object: '' };

  it('is never a no: whatever open data forgets is said unknown, and what agrees stands', () => {
    for (const field of Object.keys(silent) as (keyof typeof silent)[]) {
      const forgotten = against({ [field]: silent[field] });
      // Without the number 700 of weight is known, and 250 more is the most: 950. All else leaves 1,000 and over.
      expect(forgotten, field).toMatchObject({ confidence: field === 'reference' ? 950 : 1000, level: 'sure' });
      const unlike = Object.values(forgotten.signs).filter((sign) => sign !== 'same');
      expect(unlike, field).toEqual(['unknown']);
    }
  });

  it('weighs less against than what is said and differs', () => {
    expect(confidence({ cpv: null })).toBeGreaterThan(confidence({ cpv: '90911200' }));
    expect(confidence({ holders: [] })).toBeGreaterThan(confidence({ holders: ['99000002800011'] }));
    expect(confidence({ buyer: null })).toBeGreaterThan(confidence({ buyer: '22990002200018' }));
  });

  it.each<[string, Partial<MatchSide>, number, string]>([
    // 250, and the weight of what both say, at most.
    ['an object alone', { ...silent, object: ours.object }, 350, 'none'],
    ['a CPV and an object', { ...silent, cpv: ours.cpv, object: ours.object }, 400, 'none'],
    ['a day and an amount', { ...silent, notifiedOn: '2024-03-01', amountsCents: [12_000_000] }, 550, 'possible'],
    ['a holder and a day', { ...silent, holders: ours.holders, notifiedOn: '2024-03-01' }, 650, 'likely'],
    // 200 more for a number of five signs and more, which names a contract of a buyer.
    ['a number alone', { ...silent, reference: '2024017' }, 750, 'likely'],
    ['a number and a day', { ...silent, reference: '2024017', notifiedOn: '2024-03-01' }, 900, 'sure'],
    ['nothing at all', silent, 0, 'none'],
  ])('leaves little to be sure of: %s', (_, changes, expected, level) => {
    expect(against(changes)).toMatchObject({ confidence: expected, level });
  });

  it('counts a number as a name from five signs on, punctuation left out', () => {
    const byNumber = (reference: string) => confidence({ ...silent, reference }, { reference });
    expect([byNumber('A-1-B2'), byNumber('A-1-B2C')]).toEqual([550, 750]);
  });
});

describe('the buyer', () => {
  it.each<[string, Partial<MatchSide>, Partial<MatchSide>, number, string]>([
    ['the same SIRET', {}, {}, 1000, 'same'],
    ['two SIRET of one SIREN', { buyer: '21990001600037' }, {}, 980, 'close'],
    ['a SIREN on our side', {}, { buyer: '219900016' }, 980, 'close'],
    ['the same SIREN twice', { buyer: '219900016' }, { buyer: '219900016' }, 1000, 'same'],
    ['a SIREN one figure away', { buyer: '219900017' }, {}, 0, 'different'],
    [
      'no number published, the same name otherwise written',
      { buyer: null, buyerName: 'MONTVAL (ville de)' },
      {},
      950,
      'unknown',
    ],
    ['no number published, another name', { buyer: null, buyerName: 'Commune de Valmont' }, {}, 0, 'different'],
    ['no number on either side, one name', { buyer: null }, { buyer: null }, 950, 'unknown'],
  ])('known by %s', (_, published, mine, expected, sign) => {
    const { confidence: sure, signs } = against(published, mine);
    expect([sure, signs.buyer]).toEqual([expected, sign]);
  });

  it('takes nothing below zero from what agrees already little', () => {
    const poor = { holders: ['99000002800011'], reference: 'X', notifiedOn: '2020-01-01', amountsCents: [500_000] };
    expect(confidence({ ...poor, cpv: '90911200', object: 'Voirie', buyer: null })).toBe(0);
  });
});

describe('the amount', () => {
  const sign = (published: number[], mine = [10_000_000]) =>
    against({ amountsCents: published }, { amountsCents: mine }).signs.amount;

  it.each([
    // Of 100,000 euros: 0.5 % is 500 euros, exactly, and not one cent more.
    [9_950_000, 'same'],
    [9_949_999, 'close'],
    // 15 % apart is 1,000 - 600 = 400, the last that is close; 15.1 % is 396.
    [8_500_000, 'close'],
    [8_490_000, 'different'],
    [1_000_000, 'different'],
    // One euro and less is a field nobody filled in.
    [101, 'different'],
    [100, 'unknown'],
    [0, 'unknown'],
  ])('of 100,000 euros beside %i cents', (cents, expected) => {
    expect(sign([cents])).toBe(expected);
    expect(sign([10_000_000], [cents])).toBe(expected);
  });

  it('is the nearest of all that it was, an empty one set aside', () => {
    expect(sign([1, 20_000_000, 9_990_000])).toBe('same');
    expect(sign([1, 20_000_000])).toBe('different');
    expect(sign([1], [1, 10_000_000])).toBe('unknown');
  });
});

describe('what is compared as written', () => {
  it.each([
    ['2024/017', '2024017'],
    ['n° 2024-017 bis', 'N2024017BIS'],
    ['§ _ .', ''],
    ['é24', '24'],
  ])('a number %s is %s', (written, key) => {
    expect(referenceKey(written)).toBe(key);
  });

  it.each([
    ['Travaux de RÉFECTION des chaussées', ['refection', 'chaussees']],
    ['Accord-cadre relatif aux prestations de nettoyage', ['nettoyage']],
    ['Lot 03 : Gros-œuvre', ['gros', 'oeuvre']],
    ['Lot 103', ['103']],
    ['École, école et ÉCOLE', ['ecole']],
    ['Marchés de services', []],
  ])('the object « %s » says %j', (object, words) => {
    expect([...objectWords(object)]).toEqual(words);
  });
});
