import { membership } from '@jonction/db/access/tables';
import { makeParticipant } from '@jonction/testing/participant';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeHiring, system } from '../../support/hiring.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

const opinion = 'Sans emploi depuis longtemps, suivie par la mission locale.';
const reason = 'Seule facilitatrice du service, embauche lundi.';
let product: Product;
let here: Hiring;
let awa: string;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-16' });
  here = await makeHiring(product, 'du Val');
});
afterAll(() => product.close());
beforeEach(async () => {
  const { id } = await product.system.as(system, (tx) => makeParticipant(tx, { structureId: here.structureId }));
  awa = id;
});

const ask = async () => {
  const { derogationId } = await here.facilitator.client.eligibility.askDerogation.mutate({
    ...{ participantId: awa, clauseId: here.made.clauseId, opinion },
  });
  return derogationId;
};
const decide = (derogationId: string, alone: string | null, who: Person = here.facilitator) =>
  who.client.eligibility.decideDerogation.mutate({
    ...{ derogationId, decision: 'granted', validFrom: '2026-03-16', validTo: '2026-06-30', alone },
  });
const opened = () => here.facilitator.client.eligibility.show.query({ participantId: awa, purpose: 'control' });

/** A colleague for the time of a test. */
async function beside<Result>(
  role: 'lead' | 'facilitator' | 'administrator',
  work: (colleague: Person) => Promise<Result>,
) {
  const { structureId } = here;
  const colleague = await makePerson(product, role, { organisationId: structureId, structureId });
  try {
    return await work(colleague);
  } finally {
    await product.system.as(system, (tx) =>
      tx.update(membership).set({ endedAt: new Date() }).where(eq(membership.id, colleague.membershipId)),
    );
  }
}

describe('a team of one', () => {
  it('decides on its own opinion with a written reason, shown with the decision and kept in the journal', async () => {
    const derogationId = await ask();
    expect(await opened()).toMatchObject({ alone: true, derogations: [{ mine: true, alone: null }] });
    await decide(derogationId, reason);
    expect((await opened()).derogations).toMatchObject([{ decision: 'granted', alone: reason }]);
    const [entry] = await product.system.client<{ facts: unknown }[]>`
      select facts from audit_entry where action = 'eligibility.decideDerogation' and subject_id = ${awa}`;
    expect(entry?.facts).toEqual({ derogation: derogationId, decision: 'granted', alone: true });
    const check = await here.facilitator.client.eligibility.check.mutate({
      ...{ participantId: awa, clauseId: here.made.clauseId, on: '2026-03-16' },
    });
    expect(check).toMatchObject({ eligible: true, by: 'derogation' });
  });

  it('keeps its reason sealed', async () => {
    const derogationId = await ask();
    await decide(derogationId, reason);
    const [row] = await product.system.client<{ sealed: Uint8Array }[]>`
      select alone_sealed as sealed from eligibility_derogation where id = ${derogationId}`;
    expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toContain('facilitatrice');
  });

  it('decides nothing without it', async () => {
    const derogationId = await ask();
    expect(await refusalOf(decide(derogationId, null))).toBe('eligibility.derogation_alone_short');
    expect(await refusalOf(decide(derogationId, 'urgent'))).toBe('shared.fields_to_correct');
    expect((await opened()).derogations).toMatchObject([{ decision: null }]);
  });

  it('is one although an administrator looks after its settings: he does not open the vault', async () => {
    const derogationId = await ask();
    await beside('administrator', async (administrator) => {
      expect(await refusalOf(decide(derogationId, null, administrator))).toBe('access.not_allowed');
      await decide(derogationId, reason);
    });
  });
});

describe('a team of two', () => {
  it.each(['lead', 'facilitator'] as const)('is decided by the other one, a %s: no reason opens it', async (role) => {
    const derogationId = await ask();
    await beside(role, async (colleague) => {
      expect((await opened()).alone).toBe(false);
      expect(await refusalOf(decide(derogationId, reason))).toBe('eligibility.derogation_own');
      await decide(derogationId, null, colleague);
    });
    expect((await opened()).derogations).toMatchObject([{ decision: 'granted', alone: null }]);
  });

  it('keeps no reason of a decision of two, even when one was typed', async () => {
    const derogationId = await ask();
    await beside('lead', (lead) => decide(derogationId, reason, lead));
    expect((await opened()).derogations).toMatchObject([{ alone: null }]);
  });

  it('is one again once the other has left', async () => {
    const derogationId = await ask();
    await beside('lead', async () => undefined);
    await decide(derogationId, reason);
  });

  it('is held by the base as well, whoever writes', async () => {
    const derogationId = await ask();
    const own = (sealed: Uint8Array | null) => product.system.client`update eligibility_derogation
      set decision = 'refused', decided_at = now(), decided_by = asked_by, alone_sealed = ${sealed} where id = ${derogationId}`;
    await expect(own(null)).rejects.toThrow(/check constraint/);
    await beside('lead', async (lead) => {
      await expect(own(Buffer.from('x'))).rejects.toThrow(/somebody else can decide/);
      const otherwise = product.system.client`update eligibility_derogation
        set decision = 'refused', decided_at = now(), decided_by = ${lead.userId}, alone_sealed = 'x' where id = ${derogationId}`;
      await expect(otherwise).rejects.toThrow(/check constraint/);
    });
  });
});
