import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let structureId: string;
let partnerId: string;
let administrator: Person;
let facilitator: Person;

beforeAll(async () => {
  product = await startProduct();
  structureId = await makeOrganisation(product, 'structure', 'Clauses du Val');
  partnerId = await makeOrganisation(product, 'partner', 'Mission locale du Val');
  administrator = await makePerson(product, 'administrator', { organisationId: structureId, structureId });
  facilitator = await makePerson(product, 'facilitator', { organisationId: structureId, structureId });
});
afterAll(() => product.close());

async function invitationToken(email: string): Promise<string> {
  const [letter] = await product.system.client<{ body_text: string }[]>`
    select body_text from message where to_address = ${email} order by id desc limit 1`;
  return /invitation\/([\w-]+)/.exec(letter?.body_text ?? '')?.[1] ?? '';
}

describe('access.invite', () => {
  it('lets a facilitator invite a partner, who chooses a password and speaks for the partner only', async () => {
    const email = 'conseillere@mission.test';
    await facilitator.client.access.invite.mutate({ email, role: 'partner', organisationId: partnerId });
    const token = await invitationToken(email);
    const stranger = product.client();
    expect(await stranger.access.describeInvitation.query({ token })).toMatchObject({ email, known: false });
    await stranger.access.acceptInvitation.mutate({ token, name: 'Nora Lemaire', password: 'une phrase de passe' });
    const response = await product.app.fetch(
      new Request('http://jonction.test/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://jonction.test' },
        body: JSON.stringify({ email, password: 'une phrase de passe' }),
      }),
    );
    expect(response.status).toBe(200);
    const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const signedIn = await product.client({ cookie }).access.me.query();
    expect(signedIn.current).toMatchObject({ role: 'partner', organisationId: partnerId, structureId });
  });

  it('refuses an invitation that already served', async () => {
    const email = 'seconde@mission.test';
    await facilitator.client.access.invite.mutate({ email, role: 'partner', organisationId: partnerId });
    const token = await invitationToken(email);
    const accept = () =>
      product.client().access.acceptInvitation.mutate({ token, name: 'Seconde', password: 'une phrase de passe' });
    await accept();
    expect(await refusalOf(accept())).toBe('access.invitation_dead');
  });

  it('refuses a facilitator who would make an administrator', async () => {
    const call = facilitator.client.access.invite.mutate({
      email: 'a@b.test',
      role: 'administrator',
      organisationId: structureId,
    });
    expect(await refusalOf(call)).toBe('access.not_allowed');
  });

  it('refuses somebody who is not signed in', async () => {
    const call = product
      .client()
      .access.invite.mutate({ email: 'a@b.test', role: 'partner', organisationId: partnerId });
    expect(await refusalOf(call)).toBe('access.sign_in_needed');
  });

  it('ends an access at once', async () => {
    const colleague = await makePerson(product, 'facilitator', { organisationId: structureId, structureId });
    await administrator.client.access.endMembership.mutate({ membershipId: colleague.membershipId });
    expect(await refusalOf(colleague.client.access.listMembers.query())).toBe('access.not_allowed');
  });
});
