import { makeParticipant } from '@jonction/testing/participant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';

let product: Product;
let here: House;
let elsewhere: House;
let participantId: string;

beforeAll(async () => {
  product = await startProduct();
  here = await makeHouse(product, 'du Val');
  elsewhere = await makeHouse(product, 'du Mont');
});
afterAll(() => product.close());

async function somebody(): Promise<string> {
  const { id } = await product.system.as({ kind: 'system' }, (tx) =>
    makeParticipant(tx, { structureId: here.structureId, recommendedByOrganisationId: here.partnerId }),
  );
  return id;
}

describe('contact.log', () => {
  it.each(['voicemail', 'no_answer', 'wrong_number', 'postponed', 'sent'] as const)(
    'does not count %s as a conversation',
    async (outcome) => {
      participantId = await somebody();
      await here.facilitator.client.contact.log.mutate({ participantId, channel: 'phone', outcome });
      const { participant } = await here.facilitator.client.participant.show.query({ participantId });
      expect(participant.lastContactOn).toBeNull();
    },
  );

  it('moves the last contact forward when they talked, never back', async () => {
    participantId = await somebody();
    const talk = (at: string) =>
      here.facilitator.client.contact.log.mutate({ participantId, channel: 'phone', outcome: 'reached', at });
    // Half past eleven in the evening, in Paris.
    expect(await talk('2026-03-10T22:30:00Z')).toMatchObject({ lastContactOn: '2026-03-10' });
    expect(await talk('2026-02-01T10:00:00Z')).toMatchObject({ lastContactOn: '2026-03-10' });
    const { participant } = await here.lead.client.participant.show.query({ participantId });
    expect(participant.lastContactOn).toBe('2026-03-10');
  });

  it('keeps what was said, the last first, for the team alone', async () => {
    participantId = await somebody();
    await here.facilitator.client.contact.log.mutate({
      participantId,
      channel: 'phone',
      outcome: 'reached',
      purpose: 'preparation',
      note: 'Entretien jeudi, chercher la tenue.',
    });
    await here.facilitator.client.contact.log.mutate({ participantId, channel: 'sms', outcome: 'sent' });
    const contacts = await here.lead.client.contact.list.query({ participantId });
    expect(contacts.map(({ channel }) => channel)).toEqual(['sms', 'phone']);
    expect(await refusalOf(here.partner.client.contact.list.query({ participantId }))).toBe('access.not_allowed');
    expect(await refusalOf(elsewhere.lead.client.contact.list.query({ participantId }))).toBe('participant.not_found');
    const mine = await here.partner.client.participant.showMine.query({ participantId });
    expect(JSON.stringify(mine)).not.toContain('tenue');
  });

  it('refuses what has not happened yet, and people of another structure', async () => {
    participantId = await somebody();
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const later = { participantId, channel: 'phone', outcome: 'reached', at } as const;
    expect(await refusalOf(here.facilitator.client.contact.log.mutate(later))).toBe('contact.in_future');
    const now = { participantId, channel: 'phone', outcome: 'reached' } as const;
    expect(await refusalOf(elsewhere.facilitator.client.contact.log.mutate(now))).toBe('participant.not_found');
    const rows = await product.system.client`select 1 from contact where participant_id = ${participantId}`;
    expect(rows).toHaveLength(0);
  });
});
