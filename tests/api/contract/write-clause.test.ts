import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../support/product.ts';
import { startWorld, today, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

function clause(lotId: string, changes: Record<string, unknown> = {}) {
  return {
    lotId,
    kind: 'execution' as const,
    target: {
      mode: 'labour_share' as const,
      amountCents: 100_000_000,
      labourShareBps: 5_000,
      hourlyCostCents: 3_000,
      effortBps: 500,
    },
    categoryCodes: ['DELD', 'RSA'],
    hourBasis: 'worked' as const,
    startsOn: '2024-02-01',
    endsOn: null,
    penalty: { perHour: { basis: 'fixed' as const, cents: 6_000 }, perDayCents: 10_000, capBps: null, note: null },
    ...changes,
  };
}

describe('contract.previewTarget', () => {
  it('computes the hours and says the formula with its figures', async () => {
    const { target } = clause(crypto.randomUUID());
    const preview = await world.facilitator.client.contract.previewTarget.query({ target });
    expect(preview.dueHours).toBe(833);
    expect(preview.sentence.replaceAll(/\s/g, ' ')).toBe(
      '1 000 000 € × 50 % de main-d’œuvre ÷ 30 € de l’heure × 5 % d’effort = 833 h.',
    );
  });

  it('refuses a divisor of zero at its field, and a company', async () => {
    const target = { ...clause(crypto.randomUUID()).target, hourlyCostCents: 0 };
    expect(await refusalOf(world.buyer.client.contract.previewTarget.query({ target }))).toBe(
      'shared.fields_to_correct',
    );
    expect(await refusalOf(world.employer.client.contract.previewTarget.query({ target }))).toBe('access.not_allowed');
  });
});

describe('contract.writeClause', () => {
  it('writes the clause of a lot with the inputs of its target', async () => {
    const { contractId, lotId } = await world.contract({ clause: false });
    const { dueHours } = await world.facilitator.client.contract.writeClause.mutate(clause(lotId));
    expect(dueHours).toBe(833);
    const { lots } = await world.facilitator.client.contract.show.query({ contractId });
    expect(lots[0]?.clauses).toMatchObject([
      {
        dueHours: 833,
        target: { mode: 'labour_share', labourShareBps: 5_000 },
        categories: [{ validFrom: null, categories: [{ code: 'DELD', freshMonths: 3 }, { code: 'RSA' }] }],
        penalty: { perHour: { cents: 6_000 } },
        gauge: { dueHours: 833, validatedCentihours: 0, leftCentihours: 83_300, progressBps: 0 },
      },
    ]);
  });

  it('changes it with a trace, and keeps the list of people that held until today', async () => {
    const { contractId, lotId, clauseId } = await world.contract();
    const { client } = world.facilitator;
    const again = await client.contract.writeClause.mutate(
      clause(lotId, { target: { mode: 'fixed', hours: 500 }, categoryCodes: ['QPV'] }),
    );
    expect(again).toEqual({ clauseId, dueHours: 500 });
    const { lots } = await client.contract.show.query({ contractId });
    const [written] = lots[0]?.clauses ?? [];
    expect(written?.version).toBe(2);
    expect(written?.categories.map(({ id, validFrom }) => [id, validFrom])).toEqual([
      ['paris-2021', null],
      ['contract', today],
    ]);
    const [entry] = await world.product.system.client`
      select facts from audit_entry where action = 'contract.writeClause' and subject_id = ${clauseId}`;
    expect(entry?.facts).toMatchObject({ dueBefore: 420, dueHours: 500 });
  });

  it('lets a buyer write the clause of its own lot, followed by the team it works with', async () => {
    const { contractId, lotId } = await world.contract({ clause: false, attached: false });
    await world.buyer.client.contract.writeClause.mutate(clause(lotId));
    const { rows } = await world.facilitator.client.contract.list.query({ withClause: true, pageSize: 200 });
    expect(rows.map(({ id }) => id)).toContain(contractId);
  });

  it('refuses an unknown group of people, no group, and an end before the beginning', async () => {
    const { lotId } = await world.contract({ clause: false });
    const refused = (changes: Record<string, unknown>) =>
      refusalOf(world.facilitator.client.contract.writeClause.mutate(clause(lotId, changes)));
    expect(await refused({ categoryCodes: ['XYZ'] })).toBe('contract.category_unknown');
    expect(await refused({ categoryCodes: [] })).toBe('shared.fields_to_correct');
    expect(await refused({ endsOn: '2024-01-01' })).toBe('shared.fields_to_correct');
  });

  it('refuses a team that does not follow the contract, another buyer and a company', async () => {
    const { lotId } = await world.contract({ clause: false });
    const write = (person: { client: typeof world.buyer.client }) =>
      refusalOf(person.client.contract.writeClause.mutate(clause(lotId)));
    expect(await write(world.stranger)).toBe('contract.attachment_not_found');
    expect(await write(world.otherBuyer)).toBe('contract.lot_not_found');
    expect(await write(world.employer)).toBe('access.not_allowed');
  });

  it('never shows the clause of another structure on a shared contract', async () => {
    const { contractId } = await world.contract();
    await world.stranger.client.contract.attach.mutate({ contractId });
    const { lots } = await world.stranger.client.contract.show.query({ contractId });
    expect(lots[0]?.clauses).toEqual([]);
    const { rows } = await world.stranger.client.contract.list.query({});
    expect(rows.find(({ id }) => id === contractId)).toMatchObject({ clauseCount: 0, dueHours: 0 });
  });
});

describe('contract.searchClauses', () => {
  it('finds the clauses of the team by holder and object, with the hours left', async () => {
    const { clauseId } = await world.contract({ object: 'Ravalement du presbytère' });
    const found = await world.facilitator.client.contract.searchClauses.query({ text: 'presbytere batisseurs' });
    expect(found).toMatchObject([{ clauseId, leftCentihours: 42_000, holders: [{ name: 'Bâtisseurs réunis' }] }]);
    expect(await world.stranger.client.contract.searchClauses.query({ text: 'presbytere' })).toEqual([]);
    expect(await refusalOf(world.buyer.client.contract.searchClauses.query({}))).toBe('access.not_allowed');
  });
});
