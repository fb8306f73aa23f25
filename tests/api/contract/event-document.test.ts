import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../support/product.ts';
import { uploaded } from '../../support/upload.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

const pdf = { name: 'Ordre de service n° 3.pdf', bytes: '%PDF-1.4\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n' };
const stop = (contractId: string, documentId: string) => ({
  contractId,
  lotId: null,
  type: 'suspend' as const,
  on: '2024-06-03',
  endsOn: null,
  source: 'mail' as const,
  saidBy: null,
  legalBasis: 'Ordre de service n° 3',
  note: null,
  documentId,
});
const open = (fileId: string, headers: Record<string, string>) =>
  world.product.app.fetch(new Request(`http://jonction.test/api/downloads/${fileId}`, { headers }));

describe('the paper of an event', () => {
  it('opens to the teams that follow the contract, to its buyer and to its holders, and is logged', async () => {
    const { contractId } = await world.contract();
    const fileId = await uploaded(world.product, world.facilitator, 'document', pdf);
    await world.facilitator.client.contract.recordEvent.mutate(stop(contractId, fileId));
    const { moments } = await world.facilitator.client.contract.show.query({ contractId });
    expect(moments.at(-1)?.document).toEqual({ id: fileId, name: pdf.name });
    const bought = await world.buyer.client.contract.showBought.query({ contractId });
    expect(bought.moments.at(-1)?.document).toEqual({ id: fileId, name: pdf.name });
    for (const person of [world.facilitator, world.buyer, world.employer]) {
      expect((await open(fileId, person.headers)).status).toBe(200);
    }
    const read = await world.product.system.client`
      select 1 from audit_entry where action = 'file.download' and subject_id = ${fileId}`;
    expect(read).toHaveLength(3);
  });

  it('stays closed to another buyer, another company, a partner, and a team that does not follow the contract', async () => {
    const { contractId } = await world.contract();
    const fileId = await uploaded(world.product, world.facilitator, 'document', pdf);
    await world.facilitator.client.contract.recordEvent.mutate(stop(contractId, fileId));
    for (const person of [world.otherBuyer, world.otherEmployer, world.partner, world.stranger]) {
      expect((await open(fileId, person.headers)).status).toBe(404);
    }
  });

  it('is brought by whoever names it: somebody else’s file, or another kind, is refused', async () => {
    const { contractId } = await world.contract();
    const record = (documentId: string, person = world.facilitator) =>
      refusalOf(person.client.contract.recordEvent.mutate(stop(contractId, documentId)));
    const theirs = await uploaded(world.product, world.stranger, 'document', pdf);
    const evidence = await uploaded(world.product, world.facilitator, 'evidence', pdf);
    expect(await record(theirs)).toBe('file.not_found');
    expect(await record(evidence)).toBe('file.not_found');
    const ours = await uploaded(world.product, world.facilitator, 'document', pdf);
    expect(await record(ours, world.buyer)).toBe('file.not_found');
  });

  it('may be the buyer’s, on its own contract', async () => {
    const { contractId } = await world.contract();
    const fileId = await uploaded(world.product, world.buyer, 'document', pdf);
    await world.buyer.client.contract.recordEvent.mutate({ ...stop(contractId, fileId), source: 'buyer_answer' });
    expect((await open(fileId, world.facilitator.headers)).status).toBe(200);
    expect((await open(fileId, world.otherBuyer.headers)).status).toBe(404);
  });
});
