import {
  levelOf,
  levelsFrom,
  type Match,
  type MatchLevel,
  type MatchSide,
  matchContracts,
  matchLevels,
  objectWords,
  pairsToAsk,
  referenceKey,
} from '@jonction/domain/published/match';
import { describe, expect, it } from 'vitest';

const town = '21990001600011';
const county = '22990002200018';
const painter = '99000001000019';
const mason = '99000002800011';

const side = (changes: Partial<MatchSide> = {}): MatchSide => ({
  buyer: town,
  buyerName: 'Ville de Montval',
  reference: '2024-017',
  holders: [painter],
  notifiedOn: '2024-03-01',
  amountsCents: [12_000_000],
  cpv: '45442100',
  object: 'Peinture de l’école des Tilleuls',
  ...changes,
});
const match = (ours: Partial<MatchSide>, published: Partial<MatchSide> = {}) =>
  matchContracts(side(ours), side(published));
const sign = (field: keyof Match['signs'], ours: Partial<MatchSide>, published: Partial<MatchSide> = {}) =>
  match(ours, published).signs[field];
/** Nothing but the buyer is known of it. */
const bare = {
  reference: '',
  holders: [],
  notifiedOn: null,
  amountsCents: [],
  cpv: null,
  object: '',
} satisfies Partial<MatchSide>;

describe('two records of one contract', () => {
  it('are surely the same where everything is', () => {
    const { confidence, level, signs } = match({});
    expect([confidence, level]).toEqual([1000, 'sure']);
    expect(new Set(Object.values(signs))).toEqual(new Set(['same']));
  });

  it('are never the same where two buyers are known to be different, whatever else agrees', () => {
    expect(match({}, { buyer: county })).toMatchObject({ confidence: 0, level: 'none' });
    expect(sign('buyer', {}, { buyer: county })).toBe('different');
  });

  it('may be of two establishments of one buyer', () => {
    const moved = match({}, { buyer: '21990001600029' });
    expect(moved.signs.buyer).toBe('close');
    expect(moved.confidence).toBe(980);
  });

  it('may be told by a SIREN where no establishment is published', () => {
    expect(match({}, { buyer: town.slice(0, 9) })).toMatchObject({ confidence: 980, level: 'sure' });
  });

  it('are told by the name of the buyer where ours has no number, less surely', () => {
    const named = match({ buyer: null, buyerName: 'VILLE DE MONTVAL' });
    expect(named.signs.buyer).toBe('unknown');
    expect(named.confidence).toBe(950);
    expect(match({ buyer: null, buyerName: 'Ville de Valmont' }).confidence).toBe(0);
  });

  it('take no side from what one of the two does not say', () => {
    for (const field of ['holders', 'notifiedOn', 'amountsCents', 'cpv'] as const) {
      const silent = match({ [field]: bare[field] });
      expect(silent.confidence).toBe(1000);
      expect(Object.values(silent.signs).filter((one) => one === 'unknown')).toHaveLength(1);
    }
  });

  it('are not surely the same because the little that is known agrees', () => {
    expect(match({ ...bare, cpv: '45442100' }).level).toBe('none');
    expect(match({ ...bare, object: 'Peinture de l’école des Tilleuls' }).level).toBe('none');
    expect(match({ ...bare, holders: [painter] })).toMatchObject({ confidence: 500, level: 'possible' });
    expect(match({ ...bare, holders: [painter], notifiedOn: '2024-03-01' })).toMatchObject({ confidence: 650 });
    expect(match({ ...bare, holders: [painter], notifiedOn: '2024-03-01', amountsCents: [12_000_000] })).toMatchObject({
      confidence: 800,
      level: 'likely',
    });
  });

  it('are likely the same by buyer and number alone, which name a contract, when the number is long enough', () => {
    expect(match({ ...bare, reference: '2024-017' })).toMatchObject({ confidence: 750, level: 'likely' });
    expect(match({ ...bare, reference: '17' }, { reference: '17' })).toMatchObject({ confidence: 550 });
  });

  it('say nothing where nothing is known', () => {
    expect(match(bare)).toMatchObject({ confidence: 0, level: 'none' });
    expect(match(bare, bare)).toMatchObject({ confidence: 0, level: 'none' });
  });

  it('may bear two numbers: the platform gave its own', () => {
    const other = match({ reference: 'VOI/2024/3' }, { reference: '24S0091' });
    expect(other.signs.reference).toBe('different');
    expect(other.level).toBe('sure');
  });

  it('are not the same because they share a company and a buyer', () => {
    const next = match(
      {},
      {
        reference: '2021-004',
        notifiedOn: '2021-05-02',
        amountsCents: [4_000_000],
        cpv: '90911200',
        object: 'Nettoyage des vitres des crèches',
      },
    );
    expect(next.signs).toMatchObject({ holder: 'same', notified: 'different', amount: 'different', cpv: 'different' });
    expect(next.level).toBe('none');
  });

  it('are not the same because they say the same every year', () => {
    const yearly = { reference: 'A1', holders: [mason], amountsCents: [9_000_000], notifiedOn: '2022-03-01' };
    expect(match({}, yearly).level).toBe('none');
  });
});

describe('a number', () => {
  it.each([
    ['2024-017', '2024 017', 'same'],
    ['2024-14 / ao', '202414AO', 'same'],
    ['2024-017', '2024-017-L01', 'close'],
    ['S017', '2024S017', 'close'],
    ['017', '2024017', 'different'],
    ['2024-017', '2024-018', 'different'],
    ['---', '2024-017', 'unknown'],
    ['2024-017', '', 'unknown'],
  ])('%s beside %s is %s', (ours, published, expected) => {
    expect(sign('reference', { reference: ours }, { reference: published })).toBe(expected);
    expect(sign('reference', { reference: published }, { reference: ours })).toBe(expected);
  });

  it('is compared without its punctuation', () => {
    expect(referenceKey(' 2024-14 / ao ')).toBe('202414AO');
    expect(referenceKey('--')).toBe('');
  });
});

describe('the holder', () => {
  it.each([
    [[painter], [painter], 'same'],
    [[painter, mason], [mason], 'same'],
    [[painter], ['99000001000027'], 'close'],
    [[painter], [painter.slice(0, 9)], 'close'],
    [[painter], [mason], 'different'],
    [[], [mason], 'unknown'],
    [[painter], [], 'unknown'],
  ])('%j beside %j is %s', (ours, published, expected) => {
    expect(sign('holder', { holders: ours }, { holders: published })).toBe(expected);
  });
});

describe('the day of notification', () => {
  it.each([
    ['2024-03-01', '2024-03-01', 'same'],
    ['2024-03-01', '2024-03-02', 'close'],
    ['2024-03-01', '2024-02-20', 'close'],
    ['2024-03-01', '2024-04-20', 'close'],
    ['2024-03-01', '2024-05-05', 'different'],
    ['2024-03-01', '2024-06-01', 'different'],
    ['2024-03-01', '2014-03-01', 'different'],
    [null, '2024-03-01', 'unknown'],
    ['2024-03-01', null, 'unknown'],
  ])('%s beside %s is %s', (ours, published, expected) => {
    expect(sign('notified', { notifiedOn: ours }, { notifiedOn: published })).toBe(expected);
  });
});

describe('the amount', () => {
  it.each([
    [[12_000_000], [12_000_000], 'same'],
    [[12_000_000], [12_000_050], 'same'],
    [[12_000_000], [12_050_000], 'same'],
    [[12_000_000], [12_500_000], 'close'],
    [[12_000_000], [13_900_000], 'close'],
    [[12_000_000], [15_000_000], 'different'],
    [[12_000_000], [1_000_000], 'different'],
    [[12_000_000], [15_000_000, 12_000_000], 'same'],
    [[12_000_000], [100], 'unknown'],
    [[1], [1], 'unknown'],
    [[], [12_000_000], 'unknown'],
    [[12_000_000], [], 'unknown'],
  ])('%j beside %j is %s', (ours, published, expected) => {
    expect(sign('amount', { amountsCents: ours }, { amountsCents: published })).toBe(expected);
  });
});

describe('the CPV', () => {
  it.each([
    ['45442100', '45442100', 'same'],
    ['45442100', '45442190', 'close'],
    ['45442100', '45400000', 'close'],
    ['45442100', '45000000', 'different'],
    ['45442100', '90911200', 'different'],
    [null, '45442100', 'unknown'],
    ['45442100', null, 'unknown'],
  ])('%s beside %s is %s', (ours, published, expected) => {
    expect(sign('cpv', { cpv: ours }, { cpv: published })).toBe(expected);
  });
});

describe('the object', () => {
  it.each([
    ['Peinture de l’école des Tilleuls', 'PEINTURE ECOLE TILLEULS', 'same'],
    ['Travaux de peinture - école des Tilleuls', 'Peinture de l’école des Tilleuls (lot 2)', 'same'],
    ['Peinture de l’école des Tilleuls', 'Ravalement de l’école des Tilleuls', 'close'],
    ['Peinture de l’école des Tilleuls', 'Voirie de la rue Haute', 'different'],
    ['Marché de travaux', 'Voirie', 'unknown'],
    ['Gros œuvre', 'GROS OEUVRE', 'same'],
  ])('« %s » beside « %s » is %s', (ours, published, expected) => {
    expect(sign('object', { object: ours }, { object: published })).toBe(expected);
  });

  it('is read without accents, articles and what every contract says', () => {
    expect([...objectWords('Marché de travaux : Réfection de l’Hôtel-Dieu, lot n° 12')]).toEqual([
      'refection',
      'hotel',
      'dieu',
    ]);
  });
});

describe('a level', () => {
  it('begins at its confidence, and not one below', () => {
    for (const [level, from] of Object.entries(levelsFrom)) {
      expect(levelOf(from)).toBe(level);
      expect(levelOf(from - 1)).not.toBe(level);
    }
    expect(levelOf(0)).toBe('none');
    expect(levelOf(1000)).toBe('sure');
  });
});

describe('the pairs to ask about', () => {
  const pair = (contractId: string, openId: string, level: MatchLevel) => ({ contractId, openId, match: { level } });
  const asked = (...pairs: ReturnType<typeof pair>[]) =>
    pairsToAsk(pairs).map(({ contractId, openId }) => `${contractId}-${openId}`);

  it('leave out what is possibly ours where it is surely another of ours', () => {
    expect(asked(pair('a', 'x', 'sure'), pair('b', 'x', 'possible'), pair('c', 'x', 'likely'))).toEqual(['a-x', 'c-x']);
  });

  it('keep what is possible where nothing is surer, and of other published contracts', () => {
    expect(asked(pair('a', 'x', 'likely'), pair('b', 'x', 'possible'))).toEqual(['a-x', 'b-x']);
    expect(asked(pair('a', 'x', 'sure'), pair('b', 'y', 'possible'))).toEqual(['a-x', 'b-y']);
  });

  it('keep two that are both surely it: a person says which', () => {
    expect(asked(pair('a', 'x', 'sure'), pair('b', 'x', 'sure'))).toEqual(['a-x', 'b-x']);
  });

  it('leave out nothing but the possible, whatever the order', () => {
    const all = matchLevels.flatMap((level, at) => [pair(`a${at}`, 'x', level), pair(`b${at}`, 'y', level)]);
    const kept = new Set(asked(...all));
    expect(new Set(asked(...all.toReversed()))).toEqual(kept);
    for (const { contractId, openId, match } of all) {
      expect(kept.has(`${contractId}-${openId}`)).toBe(match.level !== 'possible');
    }
    expect(asked()).toEqual([]);
  });
});
