import { eligibilityCode } from '@jonction/db/eligibility/tables';
import { forgetBankChanges, readBankChanges } from '@jonction/db/matching/bank-change';
import { participant, participantOccupation, participantSkill } from '@jonction/db/participant/tables';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { forgetOldBankChanges } from '../../../apps/api/src/jobs/forget-bank-changes.ts';
import { Banks } from '../../../apps/api/src/matching/banks.ts';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { type Product, startProduct } from '../../support/product.ts';

const today = '2026-03-01';
let product: Product;
let here: Hiring;
let someone: string;

beforeAll(async () => {
  product = await startProduct({ today });
  here = await makeHiring(product, 'Clauses du Val');
});
afterAll(() => product.close());

beforeEach(async () => {
  someone = await makeCandidate(product, here.structureId);
  // The copy is there before anything changes.
  expect(await ranked()).toContain(someone);
});

const ranked = async () => {
  const { ranked: rows } = await here.facilitator.client.matching.rank.query({ offerId: here.offerId });
  return rows.map(({ participantId }) => participantId);
};
const skillsOf = async () => {
  const { ranked: rows } = await here.facilitator.client.matching.rank.query({ offerId: here.offerId });
  return rows.find(({ participantId }) => participantId === someone)?.criteria;
};
const change = <Result>(work: Parameters<typeof product.system.as<Result>>[1]) => product.system.as(system, work);

describe('the copy that ranks', () => {
  it('takes in who becomes unavailable, and who comes back', async () => {
    await change((tx) => tx.update(participant).set({ status: 'placed' }).where(eq(participant.id, someone)));
    expect(await ranked()).not.toContain(someone);
    await change((tx) => tx.update(participant).set({ status: 'available' }).where(eq(participant.id, someone)));
    expect(await ranked()).toContain(someone);
  });

  it('takes in a change of occupation', async () => {
    await change((tx) =>
      tx
        .update(participantOccupation)
        .set({ romeCode: 'M1801' })
        .where(eq(participantOccupation.participantId, someone)),
    );
    expect(await ranked()).not.toContain(someone);
    await change((tx) =>
      tx.insert(participantOccupation).values({
        ...{ participantId: someone, structureId: here.structureId, romeCode: 'K2204', months: 3 },
      }),
    );
    expect(await ranked()).toContain(someone);
  });

  it('takes in a move, near and far', async () => {
    const moveTo = (latitude: number, longitude: number) =>
      change((tx) => tx.update(participant).set({ latitude, longitude }).where(eq(participant.id, someone)));
    await moveTo(43.3, 5.4);
    expect(await ranked()).not.toContain(someone);
    await moveTo(48.83, 2.36);
    expect(await ranked()).toContain(someone);
  });

  it('takes in a proof of eligibility that goes, and one that comes', async () => {
    const proofs = await change((tx) =>
      tx.delete(eligibilityCode).where(eq(eligibilityCode.participantId, someone)).returning(),
    );
    expect(await ranked()).not.toContain(someone);
    await change((tx) => tx.insert(eligibilityCode).values(proofs));
    expect(await ranked()).toContain(someone);
    // Proven, but from a day after the offer starts.
    await change((tx) =>
      tx.update(eligibilityCode).set({ provenFrom: '2026-06-01' }).where(eq(eligibilityCode.participantId, someone)),
    );
    expect(await ranked()).not.toContain(someone);
  });

  it('takes in a skill learnt and a skill taken back', async () => {
    const held = and(eq(participantSkill.participantId, someone), eq(participantSkill.skill, 'vitrerie'));
    await change((tx) =>
      tx.insert(participantSkill).values({
        ...{ participantId: someone, structureId: here.structureId, skill: 'vitrerie', label: 'vitrerie' },
      }),
    );
    expect(await skillsOf()).toMatchObject({ skills: 1000 });
    await change((tx) => tx.delete(participantSkill).where(held));
    expect(await ranked()).toContain(someone);
  });

  it('forgets whoever was erased', async () => {
    const gone = await makeCandidate(product, here.structureId);
    expect(await ranked()).toContain(gone);
    await change(async (tx) => {
      await tx.delete(eligibilityCode).where(eq(eligibilityCode.participantId, gone));
      const before = await readBankChanges(tx, here.structureId, null);
      expect(before.participantIds).toEqual([]);
    });
    expect(await ranked()).not.toContain(gone);
  });

  it('waits for no transaction that is still open, and misses nothing of it once it is over', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const open = change(async (tx) => {
      await tx.update(participant).set({ status: 'unavailable' }).where(eq(participant.id, someone));
      await held;
    });
    const other = await makeCandidate(product, here.structureId);
    expect(await ranked()).toContain(someone);
    release();
    await open;
    const after = await ranked();
    expect(after).not.toContain(someone);
    expect(after).toContain(other);
  });

  it('is of one structure alone, read in its name', async () => {
    const elsewhere = await makeHiring(product, 'Clauses du Mont');
    const stranger = await makeCandidate(product, elsewhere.structureId);
    expect(await ranked()).not.toContain(stranger);
    const bank = await product.app.services.banks.get(elsewhere.structureId);
    expect(bank.rows).toBe(1);
  });

  it('answers twenty requests at once, each with the last change', async () => {
    await change((tx) => tx.update(participant).set({ status: 'placed' }).where(eq(participant.id, someone)));
    for (const ids of await Promise.all(Array.from({ length: 20 }, ranked))) expect(ids).not.toContain(someone);
  });

  it('answers from the base while it is being read, and the same', async () => {
    const other = await makeHiring(product, 'Clauses du Lac');
    for (let made = 0; made < 5; made++) {
      await makeCandidate(product, other.structureId, {
        latitude: 48.82 + made / 100,
        waitingSince: `2025-0${made + 1}-01`,
      });
    }
    await makeCandidate(product, other.structureId, { consents: false });
    const ask = () => other.facilitator.client.matching.rank.query({ offerId: other.offerId });
    expect(await product.app.services.banks.ready(here.structureId)).not.toBeNull();
    const [fromBase, ...others] = [await ask(), await ask(), await ask()];
    await product.app.services.banks.get(other.structureId);
    const fromMemory = await ask();
    expect(fromBase?.ranked).toHaveLength(5);
    for (const answer of [...others, fromMemory]) expect(answer).toEqual(fromBase);
  });

  it('says that it is not ready at first, and is read only once for many who ask', async () => {
    const banks = new Banks(product.app.services.database, () => today);
    expect(await banks.ready(here.structureId)).toBeNull();
    const [one, two] = await Promise.all([banks.get(here.structureId), banks.get(here.structureId)]);
    expect(one).toBe(two);
    expect(await banks.ready(here.structureId)).toBe(one);
  });

  it('is made again when the day turns', async () => {
    let day = today;
    const banks = new Banks(product.app.services.database, () => day);
    const first = await banks.get(here.structureId);
    expect(await banks.get(here.structureId)).toBe(first);
    day = '2026-03-02';
    // Served by the copy of yesterday until that of today is there.
    await expect.poll(() => banks.get(here.structureId)).not.toBe(first);
  });

  it('keeps the log of changes for some days only', async () => {
    const count = async () => {
      const [row] = await product.system.client<{ count: number }[]>`select count(*)::int as count from bank_change`;
      return row?.count ?? 0;
    };
    const before = await count();
    await product.system.client`
      insert into bank_change (structure_id, participant_id, changed_at) values (${here.structureId}, ${someone}, now() - interval '5 days')`;
    await forgetOldBankChanges({ database: product.system });
    expect(await count()).toBe(before);
    await change(forgetBankChanges);
    expect(await count()).toBe(before);
  });
});
