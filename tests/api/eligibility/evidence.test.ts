import { categories } from '@jonction/domain/eligibility/categories';
import { makeContract } from '@jonction/testing/contract';
import { makeParticipant } from '@jonction/testing/participant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';
import { uploaded } from '../../support/upload.ts';

let product: Product;
let here: House;
let elsewhere: House;
const system = { kind: 'system' } as const;

beforeAll(async () => {
  product = await startProduct({ today: '2026-05-04' });
  here = await makeHouse(product, 'du Val');
  elsewhere = await makeHouse(product, 'du Mont');
});
afterAll(() => product.close());

async function somebody(birthDate: string | null = '1990-01-01'): Promise<string> {
  const { id } = await product.system.as(system, (tx) =>
    makeParticipant(tx, { structureId: here.structureId, birthDate, recommendedByOrganisationId: here.partnerId }),
  );
  return id;
}

const codesOf = (participantId: string) =>
  product.system.client<{ code: string; proven_from: string; proven_to: string | null }[]>`
    select code, proven_from::text, proven_to::text from eligibility_code where participant_id = ${participantId} order by proven_from`;

describe('eligibility.record', () => {
  it('seals the category: nothing of it can be read in the base', async () => {
    const participantId = await somebody();
    await here.facilitator.client.eligibility.record.mutate({
      participantId,
      category: 'RSA',
      issuedOn: '2026-04-20',
      label: 'attestation CAF d’avril',
    });
    const dump = await product.system.client`
      select encode(sealed, 'escape') as sealed, (select jsonb_agg(c) from eligibility_code c where c.participant_id = e.participant_id) as codes,
             (select jsonb_agg(a) from audit_entry a where a.subject_id = e.participant_id) as audit
      from eligibility_evidence e where participant_id = ${participantId}`;
    expect(dump).toHaveLength(1);
    expect(JSON.stringify(dump)).not.toMatch(/RSA|CAF|2026-04-20T/);
  });

  it('writes the days that matching may see: three months for a paper without end', async () => {
    const participantId = await somebody();
    await here.facilitator.client.eligibility.record.mutate({ participantId, category: 'RSA', issuedOn: '2026-04-20' });
    expect(await codesOf(participantId)).toMatchObject([{ proven_from: '2026-04-20', proven_to: '2026-07-20' }]);
    const shown = await here.facilitator.client.participant.show.query({ participantId });
    expect(shown.eligible).toEqual({ to: '2026-07-20' });
  });

  it('follows the age: a young person’s category ends the day before 26, and begins when the birth date is known', async () => {
    const participantId = await somebody(null);
    const young = { participantId, category: 'JEUNE_DIP', issuedOn: '2026-05-01', validTo: '2027-05-01' };
    await here.facilitator.client.eligibility.record.mutate(young);
    expect(await codesOf(participantId)).toEqual([]);
    await here.facilitator.client.participant.update.mutate({
      participantId,
      version: 1,
      firstName: 'Lina',
      lastName: 'Ferrand',
      birthDate: '2000-06-15',
      status: 'available',
      occupations: [],
    });
    expect(await codesOf(participantId)).toMatchObject([{ proven_from: '2026-05-01', proven_to: '2026-06-14' }]);
  });

  it('gives two structures different codes for one category', async () => {
    const participantId = await somebody();
    await here.facilitator.client.eligibility.record.mutate({ participantId, category: 'QPV', issuedOn: '2026-04-20' });
    const other = await product.system.as(system, (tx) => makeParticipant(tx, { structureId: elsewhere.structureId }));
    await elsewhere.facilitator.client.eligibility.record.mutate({
      participantId: other.id,
      category: 'QPV',
      issuedOn: '2026-04-20',
    });
    const [mine] = await codesOf(participantId);
    const [theirs] = await codesOf(other.id);
    expect(mine?.code).toBeTruthy();
    expect(mine?.code).not.toBe(theirs?.code);
  });

  it('refuses a paper of the future, one that ends before it begins, an unknown category, and strangers', async () => {
    const participantId = await somebody();
    const record = (change: object, who = here.facilitator) =>
      refusalOf(
        who.client.eligibility.record.mutate({ participantId, category: 'RSA', issuedOn: '2026-04-20', ...change }),
      );
    expect(await record({ issuedOn: '2026-05-05' })).toBe('eligibility.issued_in_future');
    expect(await record({ validTo: '2026-04-01' })).toBe('eligibility.ends_before_issue');
    expect(await record({ category: 'NOPE' })).toBe('eligibility.category_unknown');
    expect(await record({ fileId: crypto.randomUUID() })).toBe('file.not_found');
    expect(await record({}, elsewhere.facilitator)).toBe('participant.not_found');
    expect(await record({}, here.partner)).toBe('access.not_allowed');
    expect(await codesOf(participantId)).toEqual([]);
  });
});

describe('eligibility.show', () => {
  it('opens the vault for a purpose and keeps each reading with it', async () => {
    const participantId = await somebody();
    await here.facilitator.client.eligibility.record.mutate({
      participantId,
      category: 'TH',
      issuedOn: '2025-01-10',
      validTo: '2028-01-09',
      label: 'décision de la MDPH',
    });
    const open = () => here.lead.client.eligibility.show.query({ participantId, purpose: 'hire_check' });
    const { evidences } = await open();
    expect(evidences).toMatchObject([
      {
        category: 'TH',
        label: 'décision de la MDPH',
        proves: { from: '2025-01-10', to: '2028-01-09' },
        usualProof: expect.stringContaining('CDAPH'),
      },
    ]);
    await open();
    const readings = await product.system.client`
      select purpose, user_id from audit_entry where action = 'eligibility.show' and subject_id = ${participantId}`;
    expect(readings).toHaveLength(2);
    expect(readings[0]).toEqual({ purpose: 'hire_check', user_id: here.lead.userId });
  });

  it('asks why, and opens to nobody but the team of the structure', async () => {
    const participantId = await somebody();
    const unasked = { participantId, purpose: '' } as unknown as { participantId: string; purpose: 'hire_check' };
    expect(await refusalOf(here.facilitator.client.eligibility.show.query(unasked))).toBe('shared.fields_to_correct');
    const show = (who: House['partner']) =>
      refusalOf(who.client.eligibility.show.query({ participantId, purpose: 'hire_check' }));
    expect(await show(here.partner)).toBe('access.not_allowed');
    expect(await show(here.administrator)).toBe('access.not_allowed');
    expect(await show(elsewhere.lead)).toBe('participant.not_found');
  });

  it('never says a category outside the vault', async () => {
    const participantId = await somebody();
    await here.facilitator.client.eligibility.record.mutate({ participantId, category: 'REF', issuedOn: '2026-04-20' });
    const seen = [
      await here.facilitator.client.participant.show.query({ participantId }),
      await here.facilitator.client.participant.list.query({}),
      await here.partner.client.participant.showMine.query({ participantId }),
      await here.partner.client.participant.listMine.query({}),
    ];
    const label = categories.find(({ code }) => code === 'REF')?.label.fr ?? 'REF';
    expect(JSON.stringify(seen)).not.toContain('"REF"');
    expect(JSON.stringify(seen)).not.toContain(label);
  });
});

describe('eligibility.remove', () => {
  it('takes back what a paper proved, and keeps that it was there', async () => {
    const participantId = await somebody();
    const { evidenceId } = await here.facilitator.client.eligibility.record.mutate({
      participantId,
      category: 'RSA',
      issuedOn: '2026-04-20',
    });
    const remove = { participantId, evidenceId };
    expect(await refusalOf(elsewhere.facilitator.client.eligibility.remove.mutate(remove))).toBe(
      'participant.not_found',
    );
    await here.facilitator.client.eligibility.remove.mutate(remove);
    expect(await codesOf(participantId)).toEqual([]);
    expect(await refusalOf(here.facilitator.client.eligibility.remove.mutate(remove))).toBe(
      'eligibility.evidence_not_found',
    );
    const [row] = await product.system.client`select removed_by from eligibility_evidence where id = ${evidenceId}`;
    expect(row?.removed_by).toBe(here.facilitator.userId);
  });
});

describe('eligibility.check', () => {
  it('says yes with the window of a hire of that day, stored without the category', async () => {
    const participantId = await somebody();
    const { clauseId } = await product.system.as(system, (tx) => makeContract(tx, { structureId: here.structureId }));
    await here.facilitator.client.eligibility.record.mutate({ participantId, category: 'RSA', issuedOn: '2026-04-20' });
    const check = { participantId, clauseId, on: '2026-05-11' };
    expect(await here.facilitator.client.eligibility.check.mutate(check)).toMatchObject({
      eligible: true,
      window: { from: '2026-05-11', to: '2028-05-10' },
    });
    const late = await here.facilitator.client.eligibility.check.mutate({ ...check, on: '2026-08-01' });
    expect(late).toMatchObject({ eligible: false, window: null });
    const rows = await product.system.client`
      select "on"::text, eligible, eligible_to::text from eligibility_check where participant_id = ${participantId} order by checked_at`;
    expect(rows).toEqual([
      { on: '2026-05-11', eligible: true, eligible_to: '2028-05-10' },
      { on: '2026-08-01', eligible: false, eligible_to: null },
    ]);
  });

  it('refuses a clause of another structure and a person of another one', async () => {
    const participantId = await somebody();
    const theirs = await product.system.as(system, (tx) => makeContract(tx, { structureId: elsewhere.structureId }));
    const check = { participantId, clauseId: theirs.clauseId, on: '2026-05-11' };
    expect(await refusalOf(here.facilitator.client.eligibility.check.mutate(check))).toBe(
      'eligibility.clause_not_found',
    );
    expect(await refusalOf(elsewhere.facilitator.client.eligibility.check.mutate(check))).toBe('participant.not_found');
    expect(await refusalOf(here.partner.client.eligibility.check.mutate(check))).toBe('access.not_allowed');
  });
});

describe('the paper itself', () => {
  const pdf = '%PDF-1.4\n%âãÏÓ\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

  const get = async (fileId: string, who: Person, purpose = '') => {
    const address = `http://jonction.test/api/downloads/${fileId}${purpose}`;
    return (await product.app.fetch(new Request(address, { headers: who.headers }))).status;
  };

  it('opens to the team alone, for a purpose that is kept', async () => {
    const participantId = await somebody();
    const fileId = await uploaded(product, here.facilitator, 'evidence', { name: 'caf.pdf', bytes: pdf });
    await here.facilitator.client.eligibility.record.mutate({
      participantId,
      category: 'RSA',
      issuedOn: '2026-04-20',
      fileId,
    });
    const { evidences } = await here.lead.client.eligibility.show.query({ participantId, purpose: 'control' });
    expect(evidences[0]?.fileId).toBe(fileId);
    expect(await get(fileId, here.lead)).toBe(404);
    expect(await get(fileId, here.lead, '?purpose=control')).toBe(200);
    for (const who of [here.administrator, here.partner, elsewhere.facilitator]) {
      expect(await get(fileId, who, '?purpose=control')).toBe(404);
    }
    const readings = await product.system.client`
      select purpose, user_id from audit_entry where action = 'file.download' and subject_id = ${fileId}`;
    expect(readings).toEqual([{ purpose: 'control', user_id: here.lead.userId }]);
  });
});
