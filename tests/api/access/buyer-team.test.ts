import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let structureId: string;
let buyerId: string;
let facilitator: Person;
let manager: Person;
let member: Person;
let stranger: Person;

beforeAll(async () => {
  product = await startProduct();
  structureId = await makeOrganisation(product, 'structure', 'Clauses du Val');
  facilitator = await makePerson(product, 'facilitator', { organisationId: structureId, structureId });
  const elsewhere = await makeOrganisation(product, 'buyer', 'Ville du Mont');
  stranger = await makePerson(product, 'buyer', { organisationId: elsewhere, structureId });
});
afterAll(() => product.close());

beforeEach(async () => {
  buyerId = await makeOrganisation(product, 'buyer', 'Ville du Val');
  manager = await makePerson(product, 'buyer', { organisationId: buyerId, structureId, name: 'Anne Gère' });
  member = await makePerson(product, 'buyer', { organisationId: buyerId, structureId, name: 'Bruno Membre' });
});

const teamOf = (who: Person, organisationId?: string) => who.client.access.listColleagues.query({ organisationId });
const rolesOf = async (who: Person) => (await teamOf(who)).members.map(({ name, companyRole }) => [name, companyRole]);
const membership = ({ membershipId }: Person) => ({ membershipId });

async function acceptLast(email: string, name: string) {
  const [letter] = await product.system.client<{ body_text: string }[]>`
    select body_text from message where to_address = ${email} order by id desc limit 1`;
  const token = /invitation\/([\w-]+)/.exec(letter?.body_text ?? '')?.[1] ?? '';
  await product.client().access.acceptInvitation.mutate({ token, name, password: 'une phrase de passe' });
  return letter?.body_text ?? '';
}

describe('the people of a buyer', () => {
  it('are seen by each of them, the first one managing, and by the team; never by another buyer', async () => {
    const seen = [
      ['Anne Gère', 'manager'],
      ['Bruno Membre', 'declarant'],
    ];
    expect(await rolesOf(member)).toEqual(seen);
    expect((await teamOf(facilitator, buyerId)).members).toHaveLength(2);
    expect((await teamOf(stranger, buyerId)).members.map(({ id }) => id)).toEqual([stranger.membershipId]);
    expect([(await teamOf(manager)).manages, (await teamOf(member)).manages]).toEqual([true, false]);
  });

  it('are invited by a manager, each into a directorate, and arrive there as a member', async () => {
    const { directorateId } = await manager.client.organisation.createDirectorate.mutate({ name: 'Voirie' });
    const email = `voirie-${buyerId}@val.test`;
    const given = { email, companyRole: 'declarant' as const, directorateId };
    expect(await refusalOf(member.client.access.inviteColleague.mutate(given))).toBe('access.manager_only');
    await manager.client.access.inviteColleague.mutate(given);
    expect((await teamOf(manager)).invitations).toMatchObject([{ email, directorateName: 'Voirie' }]);
    expect(await acceptLast(email, 'Célia Voirie')).toContain('membre');
    const { members } = await teamOf(manager);
    expect(members.find((one) => one.email === email)).toMatchObject({
      companyRole: 'declarant',
      directorateName: 'Voirie',
    });
  });

  it('arrive in no directorate when theirs ended meanwhile', async () => {
    const { directorateId } = await manager.client.organisation.createDirectorate.mutate({ name: 'Parcs' });
    const email = `parcs-${buyerId}@val.test`;
    await manager.client.access.inviteColleague.mutate({ email, companyRole: 'declarant', directorateId });
    await manager.client.organisation.endDirectorate.mutate({ directorateId, into: null });
    await acceptLast(email, 'Denis Parcs');
    const { members } = await teamOf(manager);
    expect(members.find((one) => one.email === email)?.directorateId).toBeNull();
  });

  it('are not invited into a directorate of another buyer, nor into one that ended', async () => {
    const theirs = await stranger.client.organisation.createDirectorate.mutate({ name: `Voirie ${buyerId}` });
    const own = await manager.client.organisation.createDirectorate.mutate({ name: 'Ancienne' });
    await manager.client.organisation.endDirectorate.mutate({ directorateId: own.directorateId, into: null });
    const into = (directorateId: string) =>
      manager.client.access.inviteColleague.mutate({ email: 'x@val.test', companyRole: 'declarant', directorateId });
    expect(await refusalOf(into(theirs.directorateId))).toBe('organisation.directorate_not_found');
    expect(await refusalOf(into(own.directorateId))).toBe('organisation.directorate_ended');
  });

  it('are invited by the team too, the first one as a manager', async () => {
    const organisationId = await makeOrganisation(product, 'buyer', 'Département du Val');
    const email = `premiere-${organisationId}@val.test`;
    await facilitator.client.access.invite.mutate({ email, role: 'buyer', organisationId, companyRole: 'declarant' });
    expect((await teamOf(facilitator, organisationId)).invitations).toMatchObject([{ email, companyRole: 'manager' }]);
  });

  it('change role beside another manager only', async () => {
    const change = (who: Person, whom: Person, companyRole: 'manager' | 'declarant') =>
      who.client.access.changeCompanyRole.mutate({ ...membership(whom), companyRole });
    expect(await refusalOf(change(manager, manager, 'declarant'))).toBe('access.last_manager');
    await change(manager, member, 'manager');
    await change(manager, manager, 'declarant');
    expect(await refusalOf(change(manager, member, 'declarant'))).toBe('access.manager_only');
    expect(await refusalOf(change(stranger, member, 'declarant'))).toBe('access.membership_not_found');
  });
});

describe('access.suspendColleague', () => {
  const suspend = (who: Person, whom: Person) => who.client.access.suspendColleague.mutate(membership(whom));
  const resume = (who: Person, whom: Person) => who.client.access.resumeColleague.mutate(membership(whom));

  it('closes an access at once, and opens it again as it was', async () => {
    const { directorateId } = await manager.client.organisation.createDirectorate.mutate({ name: 'Écoles' });
    await manager.client.organisation.placeInDirectorate.mutate({
      ...{ directorateId, kind: 'person', ids: [member.membershipId] },
    });
    await suspend(manager, member);
    expect(await refusalOf(teamOf(member))).toBe('access.not_allowed');
    const closed = await teamOf(manager);
    expect(closed.members.map(({ name }) => name)).toEqual(['Anne Gère']);
    expect(closed.suspended).toMatchObject([{ name: 'Bruno Membre', directorateName: 'Écoles' }]);
    await resume(manager, member);
    expect(await rolesOf(member)).toContainEqual(['Bruno Membre', 'declarant']);
    expect((await teamOf(manager)).suspended).toEqual([]);
    const actions = await product.system.client<{ action: string }[]>`
      select action from audit_entry where subject_id = ${member.membershipId} order by id`;
    expect(actions.map(({ action }) => action)).toEqual(['access.suspendColleague', 'access.resumeColleague']);
  });

  it('refuses whoever does not manage, one’s own access, and people of another buyer', async () => {
    expect(await refusalOf(suspend(member, manager))).toBe('access.manager_only');
    expect(await refusalOf(suspend(manager, manager))).toBe('access.own_membership');
    expect(await refusalOf(suspend(stranger, member))).toBe('access.membership_not_found');
    expect(await refusalOf(suspend(facilitator, member))).toBe('access.not_allowed');
  });

  it('tells suspended accesses to whoever may open them, and to nobody else', async () => {
    await suspend(manager, member);
    const third = await makePerson(product, 'buyer', { organisationId: buyerId, structureId });
    expect((await teamOf(third)).suspended).toEqual([]);
    expect((await teamOf(facilitator, buyerId)).suspended).toEqual([]);
  });

  it('opens again what was suspended, not what was ended, and not twice', async () => {
    await suspend(manager, member);
    expect(await refusalOf(resume(stranger, member))).toBe('access.membership_not_found');
    await resume(manager, member);
    expect(await refusalOf(resume(manager, member))).toBe('access.membership_not_found');
    await manager.client.access.endColleague.mutate(membership(member));
    expect(await refusalOf(resume(manager, member))).toBe('access.membership_not_found');
  });

  it('says so when the same person was let in again meanwhile', async () => {
    await suspend(manager, member);
    await product.system.client`
      insert into membership (user_id, organisation_id, role, structure_id) values (${member.userId}, ${buyerId}, 'buyer', ${structureId})`;
    expect((await teamOf(manager)).suspended).toEqual([]);
    expect(await refusalOf(resume(manager, member))).toBe('access.running_already');
  });

  it('is the same for a company', async () => {
    const organisationId = await makeOrganisation(product, 'employer', 'Toitures du Val');
    const boss = await makePerson(product, 'employer', { organisationId, structureId });
    const declarant = await makePerson(product, 'employer', { organisationId, structureId });
    await suspend(boss, declarant);
    expect((await teamOf(boss)).suspended).toHaveLength(1);
    expect(await refusalOf(resume(manager, declarant))).toBe('access.membership_not_found');
    await resume(boss, declarant);
    expect((await teamOf(declarant)).members).toHaveLength(2);
  });
});
