import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring, makePlaces } from '../../support/hiring.ts';
import { makeToken, openOwnPage } from '../../support/own-page.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let here: Hiring;
let there: Hiring;
let partner: Person;
let awa: string;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  await makePlaces(product);
  here = await makeHiring(product, 'Val');
  there = await makeHiring(product, 'Mont');
  const organisationId = await makeOrganisation(product, 'partner', 'Mission locale');
  partner = await makePerson(product, 'partner', { organisationId, structureId: here.structureId });
});
afterAll(() => product.close());
beforeEach(async () => {
  awa = await makeCandidate(product, here.structureId, {
    firstName: 'Awa',
    lastName: 'Diop',
    birthDate: '1990-12-25',
    phone: '+33612345678',
    email: 'awa@exemple.test',
    recommendedByOrganisationId: partner.organisationId,
  });
});

const fatou = {
  name: 'Fatou Diop',
  relation: 'family',
  phone: '06 11 22 33 44',
  agreedOn: '2026-03-01',
  agreedWay: 'spoken',
} as const;
const team = () => here.facilitator.client.participant;
const shown = () => team().showReach.query({ participantId: awa });
const actionsOn = async (participantId: string) =>
  (
    await product.system.client<{ action: string; user_id: string }[]>`
      select action, user_id from audit_entry where subject_id = ${participantId} order by id`
  ).map((row) => row);

async function onHerPage() {
  const token = await makeToken(here.facilitator, awa);
  return openOwnPage(product, token, { day: '25', month: '12' });
}

describe('participant.setReach', () => {
  it('keeps the way she prefers and her envelope, and says how it works out today', async () => {
    const { version } = await shown();
    const set = {
      participantId: awa,
      version,
      preferredChannel: 'letter',
      postal: '3 rue des Lilas\n75013  Paris',
    } as const;
    expect(await team().setReach.mutate(set)).toEqual({ version: version + 1 });
    expect(await shown()).toMatchObject({
      preferredChannel: 'letter',
      postal: '3 rue des Lilas\n75013 Paris',
      next: { channel: 'letter', because: null },
    });
    await team().setReach.mutate({ ...set, version: version + 1, postal: null });
    expect(await shown()).toMatchObject({ postal: null, next: { channel: 'phone', because: 'no_postal' } });
  });

  it('refuses what somebody else changed meanwhile, and half an envelope', async () => {
    const { version } = await shown();
    const set = { participantId: awa, version, preferredChannel: 'phone', postal: null } as const;
    await team().setReach.mutate(set);
    expect(await refusalOf(team().setReach.mutate(set))).toBe('shared.changed_meanwhile');
    const half = team().setReach.mutate({ ...set, version: version + 1, postal: 'Paris' });
    expect(await refusalOf(half)).toBe('shared.fields_to_correct');
  });

  it('is of her own team alone', async () => {
    const set = { participantId: awa, version: 1, preferredChannel: 'phone', postal: null } as const;
    expect(await refusalOf(there.facilitator.client.participant.setReach.mutate(set))).toBe('participant.not_found');
    expect(await refusalOf(partner.client.participant.setReach.mutate(set))).toBe('access.not_allowed');
    expect(await refusalOf(here.employer.client.participant.setReach.mutate(set))).toBe('access.not_allowed');
  });
});

describe('a trusted person', () => {
  it('is kept with the agreement and its day, and read by her team with a line in the journal', async () => {
    await team().saveThird.mutate({ participantId: awa, ...fatou });
    expect((await shown()).third).toMatchObject({
      name: 'Fatou Diop',
      phone: '+33611223344',
      agreedOn: '2026-03-01',
      agreedWay: 'spoken',
      recordedByName: expect.stringMatching(/^facilitator/),
    });
    expect(await actionsOn(awa)).toContainEqual({ action: 'participant.readThird', user_id: here.facilitator.userId });
  });

  it('is not kept, so neither shown nor used, without a dated agreement', async () => {
    const { agreedOn: _, ...undated } = fatou;
    const { agreedWay: __, ...unsaid } = fatou;
    for (const form of [undated, unsaid]) {
      expect(await refusalOf(team().saveThird.mutate({ participantId: awa, ...form } as never))).toBe(
        'shared.fields_to_correct',
      );
    }
    const ahead = team().saveThird.mutate({ participantId: awa, ...fatou, agreedOn: '2026-03-03' });
    expect(await refusalOf(ahead)).toBe('participant.third_agreement_future');
    expect((await shown()).third).toBeNull();
    await product.system.client`update participant set preferred_channel = 'third' where id = ${awa}`;
    expect((await shown()).next).toEqual({ channel: 'phone', because: 'no_third' });
  });

  it('cannot stand in the base without an agreement, whoever writes', async () => {
    const unagreed = product.system
      .client`insert into participant_third (participant_id, structure_id, name, relation, phone, agreed_way)
      values (${awa}, ${here.structureId}, 'Fatou', 'family', '+33611223344', 'spoken')`;
    await expect(unagreed).rejects.toThrow(/agreed_on/);
  });

  it('is used once it is agreed, and erased with its number when the agreement is taken back', async () => {
    await product.system.client`update participant set preferred_channel = 'third' where id = ${awa}`;
    await team().saveThird.mutate({ participantId: awa, ...fatou });
    expect((await shown()).next).toEqual({ channel: 'third', because: null });
    await team().removeThird.mutate({ participantId: awa });
    expect(await shown()).toMatchObject({ third: null, next: { channel: 'phone', because: 'no_third' } });
    const rows = await product.system.client`select 1 from participant_third where participant_id = ${awa}`;
    expect(rows).toHaveLength(0);
    expect(await refusalOf(team().removeThird.mutate({ participantId: awa }))).toBe('participant.third_absent');
  });

  it('is changed by writing her again, with a new agreement', async () => {
    await team().saveThird.mutate({ participantId: awa, ...fatou });
    await team().saveThird.mutate({
      participantId: awa,
      ...fatou,
      name: 'Moussa',
      agreedOn: '2026-03-02',
      agreedWay: 'written',
    });
    expect((await shown()).third).toMatchObject({ name: 'Moussa', agreedOn: '2026-03-02', agreedWay: 'written' });
  });

  it('is nobody’s business but her team’s', async () => {
    await team().saveThird.mutate({ participantId: awa, ...fatou });
    expect(await refusalOf(partner.client.participant.showReach.query({ participantId: awa }))).toBe(
      'access.not_allowed',
    );
    const elsewhere = there.facilitator.client.participant;
    expect(await refusalOf(elsewhere.showReach.query({ participantId: awa }))).toBe('participant.not_found');
    expect(await refusalOf(elsewhere.saveThird.mutate({ participantId: awa, ...fatou }))).toBe('participant.not_found');
    expect(await refusalOf(elsewhere.removeThird.mutate({ participantId: awa }))).toBe('participant.not_found');
    const mine = await partner.client.participant.showMine.query({ participantId: awa });
    expect(JSON.stringify([mine, await team().show.query({ participantId: awa })])).not.toContain('Fatou');
  });
});

describe('what she says of it on her own page', () => {
  it('holds at once, and her team reads that she said it', async () => {
    const page = await onHerPage();
    await page.client.participant.correctOwn.mutate({ field: 'channel', channel: 'letter' });
    await page.client.participant.correctOwn.mutate({ field: 'postal', postal: '3 rue des Lilas\n75013 Paris' });
    const { name, relation, phone } = fatou;
    await page.client.participant.correctOwn.mutate({ field: 'third', third: { name, relation, phone } });
    const { reach } = await page.client.participant.showPage.query();
    expect(reach).toEqual({
      channel: 'letter',
      postal: '3 rue des Lilas\n75013 Paris',
      third: { name, relation, phone: '+33611223344', email: null, agreedOn: '2026-03-02' },
    });
    expect(await shown()).toMatchObject({
      preferredChannel: 'letter',
      third: { name, agreedOn: '2026-03-02', agreedWay: 'online', recordedByName: null },
    });
    const { words } = await team().showLink.query({ participantId: awa });
    expect(words.map(({ field, applied }) => [field, applied])).toEqual([
      ['channel', true],
      ['postal', true],
      ['third', true],
    ]);
  });

  it('takes back what her team had noted', async () => {
    await team().saveThird.mutate({ participantId: awa, ...fatou });
    const page = await onHerPage();
    expect((await page.client.participant.showPage.query()).reach.third).toMatchObject({ name: 'Fatou Diop' });
    await page.client.participant.correctOwn.mutate({ field: 'third', third: null });
    expect((await shown()).third).toBeNull();
  });

  it('is refused where nobody could be reached through it', async () => {
    const page = await onHerPage();
    const nobody = page.client.participant.correctOwn.mutate({
      field: 'third',
      third: { name: 'Fatou', relation: 'family' },
    });
    expect(await refusalOf(nobody)).toBe('shared.fields_to_correct');
  });

  it('touches nobody else: the base keeps her to her own rows', async () => {
    const page = await onHerPage();
    const other = await makeCandidate(product, here.structureId);
    await team().saveThird.mutate({ participantId: other, ...fatou });
    await page.client.participant.correctOwn.mutate({ field: 'third', third: null });
    expect((await team().showReach.query({ participantId: other })).third).not.toBeNull();
  });
});

describe('two records that become one', () => {
  it('keep one trusted person and one envelope, and give both back when it is undone', async () => {
    const bis = await makeCandidate(product, here.structureId, { firstName: 'Awa', lastName: 'Diop' });
    await team().saveThird.mutate({ participantId: bis, ...fatou, name: 'Moussa' });
    const kept = (await team().show.query({ participantId: awa })).participant;
    const gone = (await team().show.query({ participantId: bis })).participant;
    const { mergeId } = await team().merge.mutate({
      keptId: awa,
      goneId: bis,
      keptVersion: kept.version,
      goneVersion: gone.version,
    });
    expect((await shown()).third).toMatchObject({ name: 'Moussa' });
    await team().undoMerge.mutate({ mergeId });
    expect((await shown()).third).toBeNull();
    expect((await team().showReach.query({ participantId: bis })).third).toMatchObject({ name: 'Moussa' });
  });
});
