import { makeParticipant } from '@jonction/testing/participant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';

let product: Product;
let here: House;
let elsewhere: House;

beforeAll(async () => {
  product = await startProduct({ today: '2026-05-04' });
  here = await makeHouse(product, 'du Val');
  elsewhere = await makeHouse(product, 'du Mont');
});
afterAll(() => product.close());

const aicha = {
  firstName: 'Aïcha',
  lastName: 'Benhaddou',
  phone: '06 12 34 56 78',
  postalCode: '75013',
  city: 'Paris',
};

describe('participant.create', () => {
  it('records a person whom the whole team of the structure then sees, and no other structure', async () => {
    const { participantId } = await here.facilitator.client.participant.create.mutate({
      ...aicha,
      birthDate: '1990-02-28',
      sex: 'woman',
      radiusKm: 12,
      licences: ['B'],
      occupations: [{ code: 'K2204', months: 30 }],
    });
    const seen = await here.lead.client.participant.show.query({ participantId });
    expect(seen.participant).toMatchObject({
      firstName: 'Aïcha',
      phone: '+33612345678',
      sex: 'woman',
      radiusKm: 12,
      licences: ['B'],
      consents: false,
      ownerName: expect.any(String),
      createdOn: '2026-05-04',
    });
    expect(seen.participant.occupations).toEqual([{ code: 'K2204', label: 'Nettoyage de locaux', months: 30 }]);
    expect(await refusalOf(elsewhere.facilitator.client.participant.show.query({ participantId }))).toBe(
      'participant.not_found',
    );
  });

  it('measures where she lives from the postal code', async () => {
    const { participantId } = await here.facilitator.client.participant.create.mutate(aicha);
    const [row] = await product.system.client`select latitude, longitude from participant where id = ${participantId}`;
    expect(row?.latitude).toBeCloseTo(48.83, 1);
    expect(row?.longitude).toBeCloseTo(2.36, 1);
  });

  it('keeps what nobody knows as unknown, not as none', async () => {
    const { participantId } = await here.facilitator.client.participant.create.mutate(aicha);
    const { participant } = await here.facilitator.client.participant.show.query({ participantId });
    expect(participant).toMatchObject({ licences: null, frenchLevel: null, availableFrom: null, weeklyHoursMin: null });
  });

  it('says at which field a value is wrong, in French', async () => {
    const call = here.facilitator.client.participant.create.mutate({ ...aicha, firstName: ' ', phone: '12' });
    await expect(call).rejects.toMatchObject({
      data: {
        code: 'shared.fields_to_correct',
        fields: { firstName: 'Écrivez le nom.', phone: expect.stringContaining('06 12 34 56 78') },
      },
    });
  });

  it('refuses a partner of another kind, and somebody who is not of the team', async () => {
    const call = here.facilitator.client.participant.create.mutate({
      ...aicha,
      recommendedByOrganisationId: here.structureId,
    });
    expect(await refusalOf(call)).toBe('organisation.not_found');
    expect(await refusalOf(here.partner.client.participant.create.mutate(aicha))).toBe('access.not_allowed');
    expect(await refusalOf(product.client().participant.create.mutate(aicha))).toBe('access.sign_in_needed');
  });
});

describe('participant.update', () => {
  it('changes the record, and refuses who had an older version in front of her', async () => {
    const { participantId } = await here.facilitator.client.participant.create.mutate(aicha);
    const change = {
      participantId,
      version: 1,
      ...aicha,
      lastName: 'Benhaddou-Roy',
      status: 'available' as const,
      occupations: [],
    };
    expect(await here.facilitator.client.participant.update.mutate(change)).toEqual({ version: 2 });
    expect(await refusalOf(here.lead.client.participant.update.mutate(change))).toBe('shared.changed_meanwhile');
    const { participant } = await here.lead.client.participant.show.query({ participantId });
    expect(participant.lastName).toBe('Benhaddou-Roy');
  });

  it('lets nobody of another structure change the record', async () => {
    const { id } = await product.system.as({ kind: 'system' }, (tx) =>
      makeParticipant(tx, { structureId: here.structureId }),
    );
    const change = { participantId: id, version: 1, ...aicha, status: 'left' as const, occupations: [] };
    expect(await refusalOf(elsewhere.facilitator.client.participant.update.mutate(change))).toBe(
      'participant.not_found',
    );
    expect(await refusalOf(here.administrator.client.participant.update.mutate(change))).toBe('access.not_allowed');
    const [row] = await product.system.client`select status, version from participant where id = ${id}`;
    expect(row).toEqual({ status: 'available', version: 1 });
  });

  it('counts the wait of who comes back from that day', async () => {
    const { id } = await product.system.as({ kind: 'system' }, (tx) =>
      makeParticipant(tx, { structureId: here.structureId, status: 'placed', waitingSince: '2025-01-01' }),
    );
    await here.facilitator.client.participant.update.mutate({
      participantId: id,
      version: 1,
      ...aicha,
      status: 'available',
      occupations: [],
    });
    const { participant } = await here.facilitator.client.participant.show.query({ participantId: id });
    expect(participant.waitingSince).toBe('2026-05-04');
  });
});

describe('participant.follow', () => {
  it('says who looks after her and what comes next, and refuses an owner from outside the team', async () => {
    const { participantId } = await here.facilitator.client.participant.create.mutate(aicha);
    const next = { participantId, nextAction: 'Rappeler', nextActionOn: '2026-05-11' };
    await here.facilitator.client.participant.follow.mutate({ ...next, ownerId: here.lead.userId });
    const { participant } = await here.facilitator.client.participant.show.query({ participantId });
    expect(participant).toMatchObject({
      ownerId: here.lead.userId,
      nextAction: 'Rappeler',
      nextActionOn: '2026-05-11',
    });
    const stranger = here.facilitator.client.participant.follow.mutate({ ...next, ownerId: here.partner.userId });
    expect(await refusalOf(stranger)).toBe('participant.owner_not_found');
    const other = elsewhere.facilitator.client.participant.follow.mutate({ ...next, ownerId: null });
    expect(await refusalOf(other)).toBe('participant.not_found');
  });
});
