import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, today, type World } from './world.ts';

let world: World;
let contractId: string;
const dayBefore = '2024-06-11';

beforeAll(async () => {
  world = await startWorld();
  ({ contractId } = await world.contract({ notifiedOn: '2024-01-08', object: 'Entretien des parcs' }));
  const { contract, lots } = await world.facilitator.client.contract.show.query({ contractId });
  await world.facilitator.client.contract.correct.mutate({
    ...{ contractId, object: 'Entretien des parcs et des jardins', cpv: contract.cpv, amountCents: 1_234_500 },
    ...{ placeCode: contract.placeCode, placeName: contract.placeName, notifiedOn: '2024-01-05' },
    ...{ source: 'buyer_answer' as const, saidBy: 'Mme Roux, achats' },
  });
  const [lot] = lots;
  await world.facilitator.client.contract.correctLot.mutate({
    ...{ lotId: lot?.id ?? '', object: 'Massifs et pelouses', amountCents: lot?.amountCents ?? null },
    ...{ holderIds: [world.holderId], source: 'phone' as const, saidBy: null },
  });
});
afterAll(() => world.product.close());

const bought = (knownOn: string | null = null) => world.buyer.client.contract.showBought.query({ contractId, knownOn });
const shown = (knownOn: string | null = null) => world.facilitator.client.contract.show.query({ contractId, knownOn });

describe.each([
  ['the team', shown],
  ['the buyer', bought],
])('a contract corrected since, read by %s', (_, read) => {
  it('has its corrected notification from the day of the correction, and not before', async () => {
    const notified = async (knownOn: string | null) => {
      const { contract, moments } = await read(knownOn);
      return [contract.notifiedOn, moments.find(({ type }) => type === 'notify')?.on];
    };
    expect(await notified(null)).toEqual(['2024-01-05', '2024-01-05']);
    expect(await notified(today)).toEqual(['2024-01-05', '2024-01-05']);
    expect(await notified(dayBefore)).toEqual(['2024-01-08', '2024-01-08']);
  });

  it('has its words and amounts as they were known', async () => {
    const now = await read();
    expect([now.contract.object, now.contract.amountCents, now.lots[0]?.object]).toEqual([
      'Entretien des parcs et des jardins',
      1_234_500,
      'Massifs et pelouses',
    ]);
    const before = await read(dayBefore);
    expect(before.contract.object).toBe('Entretien des parcs');
    expect(before.contract.amountCents).not.toBe(1_234_500);
    expect(before.lots[0]?.object).not.toBe('Massifs et pelouses');
  });

  it('shows what was corrected, before and after, and nothing of it on the day before', async () => {
    expect((await read()).corrections.map(({ field, before, after }) => [field, before, after])).toEqual(
      expect.arrayContaining([
        ['object', 'Entretien des parcs', 'Entretien des parcs et des jardins'],
        ['notified_on', '2024-01-08', '2024-01-05'],
      ]),
    );
    expect((await read(dayBefore)).corrections).toEqual([]);
  });
});

describe('the corrections that a buyer reads', () => {
  it('say whose word it is, and not who of the team wrote it', async () => {
    const { corrections } = await bought();
    expect(corrections).toContainEqual(expect.objectContaining({ saidBy: 'Mme Roux, achats' }));
    expect(JSON.stringify(corrections)).not.toContain('Inès Marchand');
    expect((await shown()).corrections[0]?.authorName).toBe('Inès Marchand');
  });
});
