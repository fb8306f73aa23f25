import { sealAudit } from '@jonction/api/jobs/seal-audit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation, makePerson } from '../../support/people.ts';
import { refusalOf } from '../../support/product.ts';
import { startWorld, type World } from '../contract/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

/** A line written some time ago, that the next seal takes. */
async function write(action: string, structureId = world.structureId) {
  await world.product.system.client`
    insert into audit_entry (structure_id, actor_kind, action, at) values (${structureId}, 'system', ${action}, now() - interval '1 minute')`;
}
const verify = () => world.administrator.client.audit.verify.query();

describe('audit.verify', () => {
  it('says that nothing is sealed yet', async () => {
    const at = { organisationId: world.otherStructureId, structureId: world.otherStructureId };
    const { client } = await makePerson(world.product, 'lead', at);
    expect(await client.audit.verify.query()).toMatchObject({ whole: true, sealedLines: 0, sealedAt: null });
  });

  it('says how much is whole, up to when, and how much waits', async () => {
    await write('contract.create');
    await write('contract.attach');
    await sealAudit({ database: world.product.system });
    const answer = await verify();
    expect(answer).toMatchObject({ whole: true, sealedLines: 2, seals: 1, brokenBetween: null });
    expect(answer.sealedAt).toMatch(/^\d{4}-/);
    expect((await verify()).waiting).toBe(1);
  });

  it('names when a line was written that somebody added since', async () => {
    const [first] = await world.product.system.client<{ id: string }[]>`
      select last_entry_id as id from audit_seal where structure_id = ${world.structureId} order by sequence limit 1`;
    // A line slipped under the first seal: its id comes before the last that the seal took.
    const before = `${(first?.id ?? '').slice(0, -8)}00000000`;
    await world.product.system.client`
      insert into audit_entry (id, structure_id, actor_kind, action) values (${before}, ${world.structureId}, 'user', 'contract.create')`;
    const answer = await verify();
    expect(answer).toMatchObject({ whole: false, sealedLines: 0, brokenBetween: { from: null } });
  });

  it('reads the chain of its own structure alone, and is refused to the team and to those around it', async () => {
    const structureId = await makeOrganisation(world.product, 'structure', 'Clauses du Mont');
    await write('contract.create', structureId);
    await sealAudit({ database: world.product.system });
    const { client } = await makePerson(world.product, 'administrator', { organisationId: structureId, structureId });
    // The other chain was tampered with above; theirs was not.
    expect((await verify()).whole).toBe(false);
    expect(await client.audit.verify.query()).toMatchObject({ whole: true, sealedLines: 1 });
    for (const person of [world.facilitator, world.buyer, world.employer, world.partner]) {
      expect(await refusalOf(person.client.audit.verify.query())).toBe('access.not_allowed');
    }
  });
});
