import { verifyAudit } from '@jonction/api/audit/verify-every-chain';
import { sealAudit } from '@jonction/api/jobs/seal-audit';
import { snapshotSkills } from '@jonction/api/jobs/snapshot-skills';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring } from '../../support/hiring.ts';
import { type Product, startProduct } from '../../support/product.ts';

let product: Product;
let here: Hiring;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-01' });
  here = await makeHiring(product, 'Clauses du Val');
});
afterAll(() => product.close());

describe('the weights of skills', () => {
  it('count everybody of the bank once a night, under a version that rankings name', async () => {
    await makeCandidate(product, here.structureId, { skills: ['monobrosse', 'vitrerie'] });
    await makeCandidate(product, here.structureId, { skills: ['monobrosse'], consents: false });
    await snapshotSkills({ database: product.system });
    const { skillVersion } = await here.facilitator.client.matching.rank.query({ offerId: here.offerId });
    expect(skillVersion).toMatch(/n° 1$/);
    const [row] = await product.system.client<{ profiles: number; counts: Record<string, number> }[]>`
      select profiles, counts from skill_snapshot where structure_id = ${here.structureId}`;
    expect(row).toMatchObject({ profiles: 2, counts: { monobrosse: 2, vitrerie: 1 } });
  });

  it('keep their version while the bank stays the same, and take the next when it changes', async () => {
    await snapshotSkills({ database: product.system });
    await makeCandidate(product, here.structureId, { skills: ['vitrerie'] });
    await snapshotSkills({ database: product.system });
    const rows = await product.system.client<{ version: number }[]>`
      select version from skill_snapshot where structure_id = ${here.structureId} order by version`;
    expect(rows.map(({ version }) => version)).toEqual([1, 2]);
  });
});

describe('the audit', () => {
  it('is sealed in a chain that a changed line breaks', async () => {
    await here.facilitator.client.matching.rank.query({ offerId: here.offerId });
    const above = new URL(inject('clusterUrl'));
    above.pathname = new URL(product.base.ownerUrl).pathname;
    const superuser = postgres(above.toString(), { max: 1 });
    // Old enough to be sealed: the job leaves the last seconds to slower transactions.
    await superuser`alter table audit_entry disable trigger audit_entry_append_only`;
    await superuser`update audit_entry set at = at - interval '1 minute'`;
    await sealAudit({ database: product.system });
    expect(await verifyAudit(product.system)).toEqual({ seals: 1, broken: [] });
    await sealAudit({ database: product.system });
    expect((await verifyAudit(product.system)).seals).toBe(1);
    await superuser`update audit_entry set action = 'another.story' where id = (select id from audit_entry order by id limit 1)`;
    await superuser.end();
    expect((await verifyAudit(product.system)).broken).toHaveLength(1);
  });
});
