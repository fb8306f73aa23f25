import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let structureId: string;
let otherStructureId: string;
let administrator: Person;
let facilitator: Person;
let stranger: Person;

beforeAll(async () => {
  product = await startProduct();
  structureId = await makeOrganisation(product, 'structure', 'Clauses du Val');
  otherStructureId = await makeOrganisation(product, 'structure', 'Clauses du Mont');
  administrator = await makePerson(product, 'administrator', { organisationId: structureId, structureId });
  facilitator = await makePerson(product, 'facilitator', { organisationId: structureId, structureId });
  stranger = await makePerson(product, 'administrator', {
    organisationId: otherStructureId,
    structureId: otherStructureId,
  });
});
afterAll(() => product.close());

describe('access.switchMembership', () => {
  it('speaks for another of her own accesses from the next request on', async () => {
    const second = crypto.randomUUID();
    await product.system.client`insert into membership (id, user_id, organisation_id, role, structure_id)
      values (${second}, ${facilitator.userId}, ${otherStructureId}, 'lead', ${otherStructureId})`;
    await facilitator.client.access.switchMembership.mutate({ membershipId: second });
    expect((await facilitator.client.access.me.query()).current).toMatchObject({ id: second, role: 'lead' });
    await facilitator.client.access.switchMembership.mutate({ membershipId: facilitator.membershipId });
    expect((await facilitator.client.access.me.query()).current).toMatchObject({ role: 'facilitator', structureId });
  });

  it("refuses somebody else's access as if it did not exist", async () => {
    const call = facilitator.client.access.switchMembership.mutate({ membershipId: administrator.membershipId });
    expect(await refusalOf(call)).toBe('access.membership_not_found');
  });

  it('refuses a stranger', async () => {
    const call = product.client().access.switchMembership.mutate({ membershipId: administrator.membershipId });
    expect(await refusalOf(call)).toBe('access.sign_in_needed');
  });
});

describe('access.chooseLocale', () => {
  it('changes the language of her letters, and nobody else’s', async () => {
    await facilitator.client.access.chooseLocale.mutate({ locale: 'en' });
    const rows = await product.system.client<{ id: string; locale: string }[]>`
      select id, locale from "user" where id in (${facilitator.userId}, ${administrator.userId})`;
    expect(Object.fromEntries(rows.map(({ id, locale }) => [id, locale]))).toEqual({
      [facilitator.userId]: 'en',
      [administrator.userId]: 'fr',
    });
  });

  it('refuses a stranger', async () => {
    expect(await refusalOf(product.client().access.chooseLocale.mutate({ locale: 'en' }))).toBe(
      'access.sign_in_needed',
    );
  });
});

describe('access.revokeInvitation', () => {
  async function invited(): Promise<string> {
    const partnerId = await makeOrganisation(product, 'partner', 'Mission locale');
    const { invitationId } = await facilitator.client.access.invite.mutate({
      email: `${crypto.randomUUID()}@exemple.test`,
      role: 'partner',
      organisationId: partnerId,
    });
    return invitationId;
  }

  it('kills the link', async () => {
    const invitationId = await invited();
    await administrator.client.access.revokeInvitation.mutate({ invitationId });
    const { invitations } = await administrator.client.access.listMembers.query();
    expect(invitations.map(({ id }) => id)).not.toContain(invitationId);
  });

  it('refuses the administrator of another structure as if it did not exist', async () => {
    const invitationId = await invited();
    expect(await refusalOf(stranger.client.access.revokeInvitation.mutate({ invitationId }))).toBe(
      'access.invitation_not_found',
    );
  });
});

describe('access.endMembership', () => {
  it('refuses to close her own access', async () => {
    const call = administrator.client.access.endMembership.mutate({ membershipId: administrator.membershipId });
    expect(await refusalOf(call)).toBe('access.own_membership');
  });

  it('refuses the administrator of another structure, and the access stays open', async () => {
    const call = stranger.client.access.endMembership.mutate({ membershipId: facilitator.membershipId });
    expect(await refusalOf(call)).toBe('access.membership_not_found');
    expect((await facilitator.client.access.me.query()).current?.id).toBe(facilitator.membershipId);
  });

  it('refuses a facilitator', async () => {
    const call = facilitator.client.access.endMembership.mutate({ membershipId: administrator.membershipId });
    expect(await refusalOf(call)).toBe('access.not_allowed');
  });
});

describe('sign-in', () => {
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    product.app.fetch(
      new Request(`http://jonction.test/api/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://jonction.test', ...headers },
        body: JSON.stringify(body),
      }),
    );

  it('answers the same for a wrong password and an unknown address', async () => {
    const email = `${facilitator.membershipId}@exemple.test`;
    const wrong = await post('/sign-in/email', { email, password: 'pas le bon mot' });
    const unknown = await post('/sign-in/email', { email: 'personne@exemple.test', password: 'pas le bon mot' });
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(await wrong.text()).toBe(await unknown.text());
  });

  it('ends every session of a person at once', async () => {
    const elsewhere = await product.signedIn(facilitator.userId, facilitator.membershipId);
    const here = await product.signedIn(facilitator.userId, facilitator.membershipId);
    const answer = await post('/revoke-sessions', {}, here);
    expect(answer.status).toBe(200);
    expect((await product.client(elsewhere).access.me.query()).user).toBeNull();
    facilitator = { ...facilitator, headers: await product.signedIn(facilitator.userId, facilitator.membershipId) };
  });

  it('lets nobody open an account without an invitation', async () => {
    const answer = await post('/sign-up/email', {
      email: 'x@exemple.test',
      password: 'un long mot de passe',
      name: 'X',
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  it('writes a letter with a link that changes the password once', async () => {
    const person = await makePerson(product, 'facilitator', { organisationId: structureId, structureId });
    const email = `${person.membershipId}@exemple.test`;
    expect((await post('/request-password-reset', { email })).status).toBe(200);
    const [letter] = await product.system.client<{ body_text: string }[]>`
      select body_text from message where to_address = ${email} and template = 'reset'`;
    const token = /mot-de-passe\/([\w-]+)/.exec(letter?.body_text ?? '')?.[1];
    expect((await post('/reset-password', { token, newPassword: 'une autre phrase de passe' })).status).toBe(200);
    expect((await post('/sign-in/email', { email, password: 'une autre phrase de passe' })).status).toBe(200);
    expect((await post('/reset-password', { token, newPassword: 'encore une autre phrase' })).status).toBe(400);
  });

  it('slows down somebody who tries passwords', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 14; attempt += 1) {
      const answer = await post(
        '/sign-in/email',
        { email: 'personne@exemple.test', password: `essai numéro ${attempt}` },
        { 'x-forwarded-for': '203.0.113.9' },
      );
      statuses.push(answer.status);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  it('refuses what comes from another site', async () => {
    const answer = await post(
      '/sign-in/email',
      { email: 'a@b.test', password: 'x' },
      { origin: 'https://ailleurs.test' },
    );
    expect(answer.status).toBe(403);
  });
});
