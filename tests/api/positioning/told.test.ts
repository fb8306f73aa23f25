import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring } from '../../support/hiring.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Client, type Product, startProduct } from '../../support/product.ts';
import { linkClient, positioningOf, pushCvs } from '../../support/pushing.ts';

let product: Product;
let here: Hiring;
let partner: Person;
let person: string;
let pushId: string;
let link: Client;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  here = await makeHiring(product, 'Clauses du Val');
  const organisationId = await makeOrganisation(product, 'partner', 'Mission locale');
  partner = await makePerson(product, 'partner', { organisationId, structureId: here.structureId });
});
afterAll(() => product.close());
beforeEach(async () => {
  person = await makeCandidate(product, here.structureId);
  await product.system.client`
    update participant set recommended_by_organisation_id = ${partner.organisationId} where id = ${person}`;
  pushId = await pushCvs(here, [person]);
  link = await linkClient(product, pushId);
});

const outcomes = async () => (await partner.client.participant.showMine.query({ participantId: person })).outcomes;

describe('what a partner reads of a refusal', () => {
  it('is their own sentence, never the company’s reason nor what it wrote', async () => {
    const { id } = await positioningOf(product, pushId, person);
    await link.positioning.answer.mutate({
      positioningId: id,
      answer: 'refuse',
      reason: 'lacking_skills',
      note: 'Trop lente avec la monobrosse',
    });
    const told = await outcomes();
    expect(told).toMatchObject([{ status: 'refused', told: 'L’entreprise a retenu quelqu’un d’autre.' }]);
    expect(JSON.stringify(told)).not.toMatch(/lacking|compétence|monobrosse/);
    const team = await here.facilitator.client.positioning.list.query({ participantId: person });
    expect(team.rows).toMatchObject([{ refusalReason: 'lacking_skills', answerNote: 'Trop lente avec la monobrosse' }]);
  });

  it('is nothing while nobody has answered', async () => {
    expect(await outcomes()).toMatchObject([{ told: null }]);
  });
});

describe('a CV whose letter no relay took', () => {
  const letterIs = (status: string) =>
    product.system.client`update message set status = ${status}::message_status where about_id = ${pushId}`;

  it('is a link to hand over in every list: the team’s, the offer’s, the partner’s', async () => {
    await letterIs('kept');
    const listed = await here.facilitator.client.positioning.list.query({ participantId: person });
    expect(listed.rows).toMatchObject([{ status: 'sent', toPass: true }]);
    const shown = await here.facilitator.client.positioning.showPush.query({ pushId });
    expect(shown.people).toMatchObject([{ toPass: true }]);
    const file = await here.facilitator.client.participant.show.query({ participantId: person });
    expect(file.outcomes).toMatchObject([{ toPass: true }]);
    expect(await outcomes()).toMatchObject([{ toPass: true }]);
    const mine = await partner.client.participant.listMine.query({ page: 1, pageSize: 50 });
    expect(mine.rows.find(({ id }) => id === person)?.outcome).toBe('to_pass');
  });

  it('is a CV sent once the letter left, and opened once somebody opened it', async () => {
    await letterIs('sent');
    expect(await outcomes()).toMatchObject([{ status: 'sent', toPass: false }]);
    await letterIs('kept');
    await link.positioning.openLink.mutate();
    expect(await outcomes()).toMatchObject([{ status: 'seen', toPass: false }]);
  });
});
