import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../support/product.ts';
import { startWorld, type World } from '../contract/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

async function letter(template: string, subject: string, structureId = world.structureId): Promise<string> {
  const [row] = await world.product.system.client<{ id: string }[]>`
    insert into message (structure_id, template, to_address, to_name, subject, body_text, status)
    values (${structureId}, ${template}, 'rh@batisseurs.test', 'Zoé Étienne', ${subject}, 'Bonjour, https://jonction.test/cv/abc', 'kept')
    returning id`;
  return row?.id ?? '';
}

describe('message.list and message.show', () => {
  it('show the letters kept for want of a relay, body included, and write who read one', async () => {
    const messageId = await letter('push', 'Trois CV pour votre chantier');
    const found = await world.facilitator.client.message.list.query({ text: 'etienne cv' });
    expect(found.rows.map(({ id }) => id)).toEqual([messageId]);
    expect(found.mailLeaves).toBe(false);
    expect(JSON.stringify(found)).not.toContain('Bonjour');
    const shown = await world.facilitator.client.message.show.query({ messageId });
    expect(shown).toMatchObject({ status: 'kept', bodyText: expect.stringContaining('https://') });
    const [read] = await world.product.system.client`
      select user_id from audit_entry where action = 'message.show' and subject_id = ${messageId}`;
    expect(read?.user_id).toBe(world.facilitator.userId);
  });

  it('keep invitations and new passwords for the administrator', async () => {
    const messageId = await letter('invitation', 'Votre accès');
    const listed = await world.facilitator.client.message.list.query({ text: 'votre acces' });
    expect(listed.rows).toEqual([]);
    expect(await refusalOf(world.facilitator.client.message.show.query({ messageId }))).toBe('message.not_found');
    expect((await world.administrator.client.message.show.query({ messageId })).subject).toBe('Votre accès');
  });

  it('never show the letters of another structure', async () => {
    const messageId = await letter('push', 'Ailleurs', world.otherStructureId);
    expect((await world.facilitator.client.message.list.query({ text: 'ailleurs' })).rows).toEqual([]);
    expect(await refusalOf(world.administrator.client.message.show.query({ messageId }))).toBe('message.not_found');
  });

  it('are refused to buyers, companies and partners', async () => {
    const messageId = await letter('push', 'Encore');
    for (const person of [world.buyer, world.employer, world.partner]) {
      expect(await refusalOf(person.client.message.list.query({}))).toBe('access.not_allowed');
      expect(await refusalOf(person.client.message.show.query({ messageId }))).toBe('access.not_allowed');
    }
  });
});
