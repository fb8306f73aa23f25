import { eligibilityRegime } from '@jonction/db/eligibility/tables';
import { makeParticipant } from '@jonction/testing/participant';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeHiring, system } from '../../support/hiring.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let here: Hiring;
let there: Hiring;
let partner: Person;
let awa: string;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-16' });
  here = await makeHiring(product, 'du Val');
  there = await makeHiring(product, 'du Mont');
  const organisationId = await makeOrganisation(product, 'partner', 'Mission locale');
  partner = await makePerson(product, 'partner', { organisationId, structureId: here.structureId });
});
afterAll(() => product.close());
beforeEach(async () => {
  const { id } = await product.system.as(system, (tx) => makeParticipant(tx, { structureId: here.structureId }));
  awa = id;
});

type Kind = 'iae' | 'plie' | 'fse';
const team = (who: Person = here.facilitator) => who.client.eligibility;
const note = (regime: Kind, from: string, more: Record<string, unknown> = {}, who = here.facilitator) =>
  team(who).recordRegime.mutate({ participantId: awa, regime, from, ...more });
const opened = () => team().show.query({ participantId: awa, purpose: 'control' });

describe('eligibility.recordRegime', () => {
  it('notes several at once, a PASS for two years, and says where each stands', async () => {
    await note('iae', '2026-03-16', { reference: '999992612345' });
    await note('plie', '2025-01-06');
    await note('fse', '2026-01-01', { to: '2026-05-31' });
    expect((await opened()).regimes).toMatchObject([
      { regime: 'iae', from: '2026-03-16', to: '2028-03-15', reference: '999992612345', state: 'running' },
      { regime: 'plie', from: '2025-01-06', to: null, reference: null, state: 'running' },
      { regime: 'fse', to: '2026-05-31', state: 'ending' },
    ]);
  });

  it('keeps sealed which regime it is, and every reading in the journal with its purpose', async () => {
    const { regimeId } = await note('plie', '2025-01-06', { reference: 'PLIE-42' });
    const [row] = await product.system.as(system, (tx) =>
      tx.select().from(eligibilityRegime).where(eq(eligibilityRegime.id, regimeId)),
    );
    expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toMatch(/plie|PLIE-42|2025/);
    await opened();
    const entries = await product.system.client<{ action: string; purpose: string | null; facts: unknown }[]>`
      select action, purpose, facts from audit_entry where subject_id = ${awa} order by id`;
    expect(entries).toContainEqual({ action: 'eligibility.recordRegime', purpose: null, facts: { regime: regimeId } });
    expect(entries).toContainEqual(expect.objectContaining({ action: 'eligibility.show', purpose: 'control' }));
    expect(JSON.stringify(entries)).not.toMatch(/plie|PLIE-42/);
  });

  it('refuses the same twice on a day, one that ends before it begins, and half a form', async () => {
    await note('plie', '2025-01-06', { to: '2026-06-30' });
    expect(await refusalOf(note('plie', '2026-06-30'))).toBe('eligibility.regime_twice');
    await note('plie', '2026-07-01');
    expect(await refusalOf(note('fse', '2026-03-02', { to: '2026-03-01' }))).toBe('eligibility.regime_ends_before');
    expect(await refusalOf(note('asso' as Kind, '2026-03-02'))).toBe('shared.fields_to_correct');
  });

  it('lets one of two that come at once through', async () => {
    const both = await Promise.allSettled([note('plie', '2026-01-01'), note('plie', '2026-02-01')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await opened()).regimes).toHaveLength(1);
  });

  it('is of her clause team alone', async () => {
    expect(await refusalOf(note('plie', '2026-01-01', {}, there.facilitator))).toBe('participant.not_found');
    for (const who of [partner, here.employer]) {
      expect(await refusalOf(note('plie', '2026-01-01', {}, who))).toBe('access.not_allowed');
    }
  });
});

describe('what runs and what proves', () => {
  it('says a regime that would make her eligible until a paper of it is recorded', async () => {
    await note('plie', '2025-01-06');
    expect((await opened()).withoutPaper).toEqual(['plie']);
    await team().record.mutate({ participantId: awa, category: 'PLIE', issuedOn: '2026-03-01', validTo: '2026-12-31' });
    expect((await opened()).withoutPaper).toEqual([]);
  });

  it('makes nobody eligible by itself, and is read by no company', async () => {
    await note('plie', '2025-01-06');
    const { eligible } = await here.facilitator.client.participant.show.query({ participantId: awa });
    expect(eligible).toBeNull();
    const clauseId = here.made.clauseId;
    expect(await team().check.mutate({ participantId: awa, clauseId, on: '2026-03-16' })).toMatchObject({
      eligible: false,
    });
  });

  it('reads the clause itself in her hires', async () => {
    await team().record.mutate({ participantId: awa, category: 'RSA', issuedOn: '2026-03-01', validTo: '2026-12-31' });
    const { number } = await here.facilitator.client.placement.create.mutate({
      ...{ participantId: awa, clauseId: here.made.clauseId, employerId: here.employerId },
      ...{ startsOn: '2026-03-16', endsOn: '2026-05-31', windowKind: 'fixed_term' },
    });
    expect((await opened()).hires).toMatchObject([{ number, from: '2026-03-16', to: '2026-05-31' }]);
  });
});

describe('eligibility.endRegime', () => {
  it('moves the last day, within the same seal', async () => {
    const { regimeId } = await note('iae', '2026-01-01', { reference: '42' });
    await team().endRegime.mutate({ participantId: awa, regimeId, to: '2026-03-15' });
    expect((await opened()).regimes).toMatchObject([
      { id: regimeId, to: '2026-03-15', reference: '42', state: 'over' },
    ]);
  });

  it('refuses a day before the first, one within the next, an unknown one, and whoever may not', async () => {
    const { regimeId } = await note('iae', '2026-01-01', { to: '2026-06-30' });
    await note('iae', '2026-07-01', { to: '2026-12-31' });
    const end = (to: string, who = here.facilitator) =>
      team(who).endRegime.mutate({ participantId: awa, regimeId, to });
    expect(await refusalOf(end('2025-12-31'))).toBe('eligibility.regime_ends_before');
    expect(await refusalOf(end('2026-07-01'))).toBe('eligibility.regime_twice');
    expect(await refusalOf(end('2026-05-31', there.facilitator))).toBe('participant.not_found');
    expect(await refusalOf(end('2026-05-31', partner))).toBe('access.not_allowed');
    const { id: other } = await product.system.as(system, (tx) =>
      makeParticipant(tx, { structureId: here.structureId }),
    );
    const elsewhere = team().endRegime.mutate({ participantId: other, regimeId, to: '2026-05-31' });
    expect(await refusalOf(elsewhere)).toBe('eligibility.regime_not_found');
  });
});

describe('eligibility.removeRegime', () => {
  it('takes back what was noted by mistake, once, and leaves its row as a trace', async () => {
    const { regimeId } = await note('plie', '2026-01-01');
    const remove = (who = here.facilitator) => team(who).removeRegime.mutate({ participantId: awa, regimeId });
    expect(await refusalOf(remove(there.facilitator))).toBe('participant.not_found');
    expect(await refusalOf(remove(partner))).toBe('access.not_allowed');
    await remove();
    expect((await opened()).regimes).toEqual([]);
    expect(await refusalOf(remove())).toBe('eligibility.regime_not_found');
    const [row] = await product.system.as(system, (tx) =>
      tx.select().from(eligibilityRegime).where(eq(eligibilityRegime.id, regimeId)),
    );
    expect(row?.removedBy).toBe(here.facilitator.userId);
    await note('plie', '2026-01-01');
  });
});
