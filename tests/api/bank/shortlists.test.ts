import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring } from '../../support/hiring.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let here: Hiring;
let elsewhere: Hiring;
let awa: string;
let karim: string;
let theirs: string;
let made = 0;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  here = await makeHiring(product, 'du Val');
  elsewhere = await makeHiring(product, 'du Mont');
  awa = await makeCandidate(product, here.structureId, { firstName: 'Awa', lastName: 'Diarra' });
  karim = await makeCandidate(product, here.structureId, { firstName: 'Karim', lastName: 'Benali' });
  theirs = await makeCandidate(product, elsewhere.structureId, { lastName: 'Ailleurs' });
});
afterAll(() => product.close());

const bank = () => here.facilitator.client.bank;
async function listOf(participantIds: string[], name = `Liste ${made++}`): Promise<string> {
  return (await bank().createShortlist.mutate({ name, participantIds, offerId: here.offerId })).shortlistId;
}
const membersOf = async (shortlistId: string) =>
  (await bank().showShortlist.query({ shortlistId })).members.map(({ firstName }) => firstName);

describe('bank.createShortlist', () => {
  it('keeps people together, with the offer they were chosen for and their CV for it', async () => {
    const shortlistId = await listOf([awa, karim, awa]);
    const list = await bank().showShortlist.query({ shortlistId });
    expect(list).toMatchObject({ offerId: here.offerId, offerStatus: 'open' });
    expect(list.members.map(({ lastName }) => lastName)).toEqual(['Benali', 'Diarra']);
    expect(list.members[1]).toMatchObject({
      cvTitle: 'Agente de propreté',
      confirmation: 'fresh',
      consents: true,
      status: 'available',
      note: null,
    });
  });

  it('stays readable once its offer is closed', async () => {
    const shortlistId = await listOf([awa]);
    await product.system.client`update offer set status = 'closed' where id = ${here.offerId}`;
    expect(await bank().showShortlist.query({ shortlistId })).toMatchObject({ offerStatus: 'closed' });
    expect(await membersOf(shortlistId)).toEqual(['Awa']);
    await product.system.client`update offer set status = 'open' where id = ${here.offerId}`;
  });

  it('refuses a name that the team already has, and people or offers of another structure', async () => {
    await listOf([awa], 'Propreté du soir');
    expect(await refusalOf(listOf([karim], 'propreté du SOIR'))).toBe('bank.list_name_taken');
    expect(await refusalOf(listOf([awa, theirs]))).toBe('participant.not_found');
    const offerId = elsewhere.offerId;
    const foreign = bank().createShortlist.mutate({ name: 'Autre', participantIds: [awa], offerId });
    expect(await refusalOf(foreign)).toBe('offer.not_found');
  });
});

describe('adding and taking back', () => {
  it('adds several at once and says who was really added: an undo takes back these alone', async () => {
    const shortlistId = await listOf([awa]);
    const answer = await bank().addToShortlist.mutate({ shortlistId, participantIds: [awa, karim] });
    expect(answer).toEqual({ shortlistId, added: [karim], already: 1 });
    expect(await membersOf(shortlistId)).toEqual(['Karim', 'Awa']);
    await bank().removeFromShortlist.mutate({ shortlistId, participantIds: answer.added });
    expect(await membersOf(shortlistId)).toEqual(['Awa']);
  });

  it('adds once when pressed twice at once', async () => {
    const shortlistId = await listOf([awa]);
    const press = () => bank().addToShortlist.mutate({ shortlistId, participantIds: [karim] });
    const answers = await Promise.all([press(), press()]);
    expect(answers.flatMap(({ added }) => added)).toEqual([karim]);
    expect(await membersOf(shortlistId)).toEqual(['Karim', 'Awa']);
  });

  it('refuses more people than a list keeps, and keeps none of them', async () => {
    const shortlistId = await listOf([awa]);
    await product.system.client`
      with made as (
        insert into participant (structure_id, first_name, last_name)
        select ${here.structureId}, 'Personne', 'n° ' || n from generate_series(1, 199) n returning id
      ) insert into shortlist_member (shortlist_id, participant_id, structure_id)
        select ${shortlistId}, id, ${here.structureId} from made`;
    const more = bank().addToShortlist.mutate({ shortlistId, participantIds: [karim] });
    expect(await refusalOf(more)).toBe('bank.list_full');
    expect(await membersOf(shortlistId)).toHaveLength(200);
  });

  it('refuses somebody of another structure, and adds none of the others either', async () => {
    const shortlistId = await listOf([awa]);
    const mixed = bank().addToShortlist.mutate({ shortlistId, participantIds: [karim, theirs] });
    expect(await refusalOf(mixed)).toBe('participant.not_found');
    expect(await membersOf(shortlistId)).toEqual(['Awa']);
  });
});

describe('notes, names and the end of a list', () => {
  it('keeps a note for each person, and takes it away when emptied', async () => {
    const shortlistId = await listOf([awa]);
    const note = async (text: string | null) => {
      await bank().noteInShortlist.mutate({ shortlistId, participantId: awa, note: text });
      return (await bank().showShortlist.query({ shortlistId })).members[0]?.note;
    };
    expect(await note('Préfère le matin')).toBe('Préfère le matin');
    expect(await note('  ')).toBeNull();
  });

  it('refuses a note on somebody who is not in it', async () => {
    const shortlistId = await listOf([awa]);
    const stray = bank().noteInShortlist.mutate({ shortlistId, participantId: karim, note: 'x' });
    expect(await refusalOf(stray)).toBe('participant.not_found');
  });

  it('renames and deletes; the people stay in the bank', async () => {
    const shortlistId = await listOf([awa]);
    await bank().renameShortlist.mutate({ shortlistId, name: 'Rebaptisée' });
    expect((await bank().listShortlists.query()).map(({ name }) => name)).toContain('Rebaptisée');
    await bank().deleteShortlist.mutate({ shortlistId });
    expect(await refusalOf(bank().showShortlist.query({ shortlistId }))).toBe('bank.list_not_found');
    expect((await here.facilitator.client.participant.show.query({ participantId: awa })).participant.id).toBe(awa);
  });

  it('counts its people and those available', async () => {
    const shortlistId = await listOf([awa, karim]);
    await product.system.client`update participant set status = 'placed' where id = ${karim}`;
    expect((await bank().listShortlists.query()).find(({ id }) => id === shortlistId)).toMatchObject({
      people: 2,
      available: 1,
    });
    await product.system.client`update participant set status = 'available' where id = ${karim}`;
  });

  it('logs who read a list of names', async () => {
    const shortlistId = await listOf([awa]);
    await bank().showShortlist.query({ shortlistId });
    const rows = await product.system.client`select facts from audit_entry
      where action = 'bank.showShortlist' and subject_id = ${shortlistId}`;
    expect(rows).toEqual([{ facts: { people: 1 } }]);
  });

  it('is the team’s alone: nobody else opens, fills, notes, renames or deletes it', async () => {
    const shortlistId = await listOf([awa]);
    const other = elsewhere.facilitator.client.bank;
    const calls = [
      () => other.showShortlist.query({ shortlistId }),
      () => other.addToShortlist.mutate({ shortlistId, participantIds: [theirs] }),
      () => other.removeFromShortlist.mutate({ shortlistId, participantIds: [awa] }),
      () => other.noteInShortlist.mutate({ shortlistId, participantId: awa, note: 'x' }),
      () => other.renameShortlist.mutate({ shortlistId, name: 'À moi' }),
      () => other.deleteShortlist.mutate({ shortlistId }),
    ];
    for (const call of calls) expect(await refusalOf(call())).toBe('bank.list_not_found');
    expect(await refusalOf(here.employer.client.bank.showShortlist.query({ shortlistId }))).toBe('access.not_allowed');
    expect(await other.listShortlists.query()).toEqual([]);
  });
});
