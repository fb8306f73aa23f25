import { membership } from '@jonction/db/access/tables';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let structureId: string;
let employerId: string;
let administrator: Person;
let facilitator: Person;
let manager: Person;
let declarant: Person;
let stranger: Person;

beforeAll(async () => {
  product = await startProduct();
  structureId = await makeOrganisation(product, 'structure', 'Clauses du Val');
  const at = { organisationId: structureId, structureId };
  administrator = await makePerson(product, 'administrator', at);
  facilitator = await makePerson(product, 'facilitator', at);
});
afterAll(() => product.close());

// A company of its own for each test: who manages it is what they change.
beforeEach(async () => {
  employerId = await makeOrganisation(product, 'employer', 'Toitures du Val');
  const at = { organisationId: employerId, structureId };
  manager = await makePerson(product, 'employer', at);
  declarant = await makePerson(product, 'employer', at);
  const elsewhere = await makeOrganisation(product, 'employer', 'Peinture du Mont');
  stranger = await makePerson(product, 'employer', { organisationId: elsewhere, structureId });
});

async function invitationToken(email: string): Promise<string> {
  const [letter] = await product.system.client<{ body_text: string }[]>`
    select body_text from message where to_address = ${email} order by id desc limit 1`;
  return /invitation\/([\w-]+)/.exec(letter?.body_text ?? '')?.[1] ?? '';
}

const teamOf = (person: Person, organisationId?: string) =>
  person.client.access.listColleagues.query({ organisationId });
const rolesOf = async (person: Person) =>
  (await teamOf(person)).members.map(({ id, companyRole }) => [id, companyRole]);

describe('access.listColleagues', () => {
  it('shows everybody of the company to each of them, managers first, and who may change it', async () => {
    const seen = await teamOf(declarant);
    expect(seen.members.map(({ id, companyRole, you }) => ({ id, companyRole, you }))).toEqual([
      { id: manager.membershipId, companyRole: 'manager', you: false },
      { id: declarant.membershipId, companyRole: 'declarant', you: true },
    ]);
    expect([seen.manages, (await teamOf(manager)).manages]).toEqual([false, true]);
  });

  it('answers a company about itself alone, whatever company it names', async () => {
    const seen = await teamOf(stranger, employerId);
    expect(seen.members.map(({ id }) => id)).toEqual([stranger.membershipId]);
  });

  it('shows the team the company that it names, and lets it change nothing of it', async () => {
    const seen = await teamOf(facilitator, employerId);
    expect(seen.members).toHaveLength(2);
    expect(seen.manages).toBe(false);
    expect((await teamOf(facilitator)).members).toEqual([]);
  });

  it('does not show another team the people who work with ours', async () => {
    const other = await makeOrganisation(product, 'structure', 'Clauses du Mont');
    const foreign = await makePerson(product, 'facilitator', { organisationId: other, structureId: other });
    expect((await teamOf(foreign, employerId)).members).toEqual([]);
  });
});

describe('access.inviteColleague', () => {
  const invite = (who: Person, email: string, companyRole: 'manager' | 'declarant' = 'declarant') =>
    who.client.access.inviteColleague.mutate({ email, companyRole });

  it('opens an access of the role chosen, for the same company and the same team', async () => {
    const email = `paie-${employerId}@val.test`;
    await invite(manager, email);
    expect((await teamOf(manager)).invitations).toMatchObject([{ email, companyRole: 'declarant' }]);
    const token = await invitationToken(email);
    await product
      .client()
      .access.acceptInvitation.mutate({ token, name: 'Paule Paie', password: 'une phrase de passe' });
    const seen = await teamOf(manager);
    expect(seen.members.find((one) => one.email === email)).toMatchObject({ companyRole: 'declarant' });
    expect(seen.invitations).toEqual([]);
  });

  it('sends one link that works: a second letter to the same address kills the first', async () => {
    const email = `deux-${employerId}@val.test`;
    await invite(manager, email);
    const first = await invitationToken(email);
    await invite(manager, email, 'manager');
    expect((await teamOf(manager)).invitations).toMatchObject([{ email, companyRole: 'manager' }]);
    const call = product
      .client()
      .access.acceptInvitation.mutate({ token: first, name: 'Deux', password: 'une phrase' });
    expect(await refusalOf(call)).toBe('access.invitation_dead');
  });

  it('refuses somebody who already speaks for the company', async () => {
    const [known] = (await teamOf(manager)).members;
    expect(await refusalOf(invite(manager, known?.email ?? ''))).toBe('access.already_member');
  });

  it('refuses a declarant, and the team, which invites by its own way', async () => {
    expect(await refusalOf(invite(declarant, 'a@val.test'))).toBe('access.manager_only');
    expect(await refusalOf(invite(facilitator, 'a@val.test'))).toBe('access.not_allowed');
  });

  it('cannot be stepped around by writing the row: the base keeps invitations to managers', async () => {
    const row = (who: Person) =>
      product.app.services.database.as(
        { kind: 'user', role: 'employer', userId: who.userId, organisationId: employerId, structureId },
        (tx) =>
          tx.execute(`insert into invitation (email, organisation_id, role, structure_id, token_hash, invited_by, expires_at)
            values ('x@val.test', '${employerId}', 'employer', '${structureId}', '${crypto.randomUUID()}', '${who.userId}', now() + interval '1 day')`),
      );
    await expect(row(declarant)).rejects.toThrow();
    await expect(row(manager)).resolves.toBeDefined();
  });
});

describe('access.invite, to a company', () => {
  it('makes its first person the manager, and shows the invitation to the team', async () => {
    const organisationId = await makeOrganisation(product, 'employer', 'Jardins du Val');
    const email = `premiere-${organisationId}@val.test`;
    await facilitator.client.access.invite.mutate({
      email,
      role: 'employer',
      organisationId,
      companyRole: 'declarant',
    });
    expect((await teamOf(facilitator, organisationId)).invitations).toMatchObject([{ email, companyRole: 'manager' }]);
  });
});

describe('access.revokeInvitation', () => {
  it('is a manager’s for her company, and nobody else’s of it', async () => {
    const { invitationId } = await manager.client.access.inviteColleague.mutate({
      email: `annule-${employerId}@val.test`,
      companyRole: 'declarant',
    });
    const revoke = (who: Person) => who.client.access.revokeInvitation.mutate({ invitationId });
    expect(await refusalOf(revoke(declarant))).toBe('access.manager_only');
    expect(await refusalOf(revoke(stranger))).toBe('access.invitation_not_found');
    await revoke(manager);
    expect((await teamOf(manager)).invitations).toEqual([]);
  });
});

describe('access.endColleague', () => {
  const end = (who: Person, whom: Person) => who.client.access.endColleague.mutate({ membershipId: whom.membershipId });

  it('ends the access at once, and writes it down', async () => {
    await end(manager, declarant);
    expect(await rolesOf(manager)).toEqual([[manager.membershipId, 'manager']]);
    expect(await refusalOf(teamOf(declarant))).toBe('access.not_allowed');
    const [line] = await product.system.client<{ action: string }[]>`
      select action from audit_entry where subject_id = ${declarant.membershipId}`;
    expect(line?.action).toBe('access.endColleague');
  });

  it('refuses a declarant, somebody of another company, the team, and one’s own access', async () => {
    expect(await refusalOf(end(declarant, manager))).toBe('access.manager_only');
    expect(await refusalOf(end(stranger, declarant))).toBe('access.membership_not_found');
    expect(await refusalOf(end(facilitator, declarant))).toBe('access.not_allowed');
    expect(await refusalOf(end(manager, manager))).toBe('access.own_membership');
  });

  it('keeps a manager to the company even where the administrator ends the access', async () => {
    const close = (whom: Person) =>
      administrator.client.access.endMembership.mutate({ membershipId: whom.membershipId });
    expect(await refusalOf(close(manager))).toBe('access.last_manager');
    await close(declarant);
    // The account of the company closes with its last person.
    await close(manager);
    expect((await teamOf(facilitator, employerId)).members).toEqual([]);
  });
});

describe('access.changeCompanyRole', () => {
  const change = (who: Person, whom: Person, companyRole: 'manager' | 'declarant') =>
    who.client.access.changeCompanyRole.mutate({ membershipId: whom.membershipId, companyRole });

  it('makes a second manager, beside whom the first may step down', async () => {
    expect(await refusalOf(change(manager, manager, 'declarant'))).toBe('access.last_manager');
    await change(manager, declarant, 'manager');
    await change(manager, manager, 'declarant');
    expect(await rolesOf(declarant)).toEqual([
      [declarant.membershipId, 'manager'],
      [manager.membershipId, 'declarant'],
    ]);
    expect(await refusalOf(change(manager, declarant, 'declarant'))).toBe('access.manager_only');
  });

  it('refuses a declarant, and somebody of another company', async () => {
    expect(await refusalOf(change(declarant, declarant, 'manager'))).toBe('access.manager_only');
    expect(await refusalOf(change(stranger, declarant, 'manager'))).toBe('access.membership_not_found');
  });

  it('never leaves a company without a manager, even when two step down at the same instant', async () => {
    await change(manager, declarant, 'manager');
    const steps = await Promise.allSettled([
      change(manager, manager, 'declarant'),
      change(declarant, declarant, 'declarant'),
    ]);
    expect(steps.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const rows = await product.system.as({ kind: 'system' }, (tx) =>
      tx.select().from(membership).where(eq(membership.organisationId, employerId)),
    );
    expect(rows.map(({ companyRole }) => companyRole).sort()).toEqual(['declarant', 'manager']);
  });
});
