import { makeConsent } from '@jonction/testing/participant';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { startTestJobs } from '../../support/jobs.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { rowsOf } from '../../support/person-rows.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

const today = '2026-05-04';
let product: Product;
let here: Hiring;
let elsewhere: Hiring;
let me: Person;

beforeAll(async () => {
  product = await startProduct({ today });
  here = await makeHiring(product, 'Fusion du Val');
  elsewhere = await makeHiring(product, 'Fusion du Mont');
  me = here.facilitator;
});
afterAll(() => product.close());

const sql = () => product.system.client;
const somebody = (traits = {}) => makeCandidate(product, here.structureId, traits);
const versionOf = async (id: string) => {
  const [row] = await sql()<{ version: number }[]>`select version from participant where id = ${id}`;
  return row?.version ?? 0;
};
async function merge(keptId: string, goneId: string, more = {}, who = me) {
  const [keptVersion, goneVersion] = [await versionOf(keptId), await versionOf(goneId)];
  return who.client.participant.merge.mutate({ keptId, goneId, keptVersion, goneVersion, ...more });
}
async function putForward(participantId: string, given: { offerId?: string | null; status?: string } = {}) {
  const { offerId = here.offerId, status = 'sent' } = given;
  const [row] = await sql()<{ id: string }[]>`
    insert into positioning (structure_id, participant_id, employer_id, offer_id, status)
    values (${here.structureId}, ${participantId}, ${here.employerId}, ${offerId}, ${status}) returning id`;
  const id = row?.id ?? '';
  await sql()`insert into positioning_event (structure_id, positioning_id, to_status, actor_kind) values (${here.structureId}, ${id}, ${status}, 'user')`;
  await sql()`insert into disclosure (positioning_id, structure_id, participant_id, employer_id, card)
    values (${id}, ${here.structureId}, ${participantId}, ${here.employerId}, '{}')`;
  return id;
}
async function place(participantId: string) {
  const { made, structureId, employerId } = here;
  const [row] = await sql()<{ id: string }[]>`
    insert into placement (structure_id, participant_id, worker_name, employer_id, contract_id, lot_id, clause_id, buyer_id, window_kind, starts_on, eligible_from, sealed_categories)
    values (${structureId}, ${participantId}, 'Awa', ${employerId}, ${made.contractId}, ${made.lotId}, ${made.clauseId}, ${made.buyerId}, 'fixed_term', '2026-02-02', '2026-02-02', '\\x00') returning id`;
  const [declared] = await sql()<
    { id: string }[]
  >`insert into hour_declaration (structure_id, employer_id, month, source)
    values (${structureId}, ${employerId}, '2026-02-01', 'form') returning id`;
  await sql()`insert into hour_line (structure_id, declaration_id, placement_id, participant_id, employer_id, contract_id, clause_id, from_day, to_day, kind, centihours, received_on)
    values (${structureId}, ${declared?.id ?? ''}, ${row?.id ?? ''}, ${participantId}, ${employerId}, ${made.contractId}, ${made.clauseId}, '2026-02-02', '2026-02-02', 'worked_on_site', 700, '2026-02-28')`;
  return row?.id ?? '';
}
const call = (participantId: string, positioningId: string | null = null) =>
  sql()`insert into contact (structure_id, participant_id, at, channel, outcome, purpose, positioning_id)
    values (${here.structureId}, ${participantId}, '2026-04-01T10:00Z', 'phone', 'reached', 'follow_up', ${positioningId})`;

describe('the record that another joined', () => {
  const mergesOf = async (participantId: string, who = me) =>
    (await who.client.participant.show.query({ participantId })).merges;

  it('says so with the thirty days to go back, and no more once they are apart or the days are over', async () => {
    const keptId = await somebody();
    const goneId = await somebody({ firstName: 'Ava', lastName: 'Partie' });
    const { mergeId } = await merge(keptId, goneId);
    expect(await mergesOf(keptId)).toMatchObject([{ id: mergeId, goneName: 'Ava Partie', undoUntil: '2026-06-03' }]);
    await sql()`update participant_merge set undo_until = '2026-05-03' where id = ${mergeId}`;
    expect(await mergesOf(keptId)).toEqual([]);
    await sql()`update participant_merge set undo_until = ${today} where id = ${mergeId}`;
    expect(await mergesOf(keptId)).toHaveLength(1);
    await me.client.participant.undoMerge.mutate({ mergeId });
    expect([await mergesOf(keptId), await mergesOf(goneId)]).toEqual([[], []]);
  });
});

describe('participant.merge', () => {
  it('brings everything under the record kept, and leads the other address to it', async () => {
    const keptId = await somebody({ firstName: 'Awa', phone: null });
    const goneId = await somebody({ firstName: 'Ava', phone: '+33611223344', licences: ['B'] });
    const positioningId = await putForward(goneId);
    const placementId = await place(goneId);
    await call(goneId, positioningId);
    const { undoUntil } = await merge(keptId, goneId, { choices: { firstName: 'gone' } });
    expect(undoUntil).toBe('2026-06-03');
    const file = await me.client.participant.show.query({ participantId: keptId });
    expect(file.participant).toMatchObject({
      firstName: 'Ava',
      phone: '+33611223344',
      licences: ['B'],
      consents: true,
    });
    expect(file.cvs).toHaveLength(2);
    expect(file.cvs.filter(({ current }) => current)).toHaveLength(1);
    expect(file.contacts).toHaveLength(1);
    expect(file.consents).toHaveLength(2);
    expect(file.outcomes).toHaveLength(1);
    const [hours] = await sql()<
      { id: string }[]
    >`select participant_id as id from hour_line where placement_id = ${placementId}`;
    expect(hours?.id).toBe(keptId);
    expect(await refusalOf(me.client.participant.show.query({ participantId: goneId }))).toBe('participant.not_found');
    expect(await me.client.participant.findAlias.query({ participantId: goneId })).toEqual({ keptId });
    const [audit] = await sql()<{ facts: { gone: string } }[]>`
      select facts from audit_entry where action = 'participant.merge' and subject_id = ${keptId}`;
    expect(audit?.facts.gone).toBe(goneId);
  });

  it('leaves an offer to the positioning that went further, and keeps the other beside it', async () => {
    const [keptId, goneId] = [await somebody(), await somebody()];
    const behind = await putForward(keptId, { status: 'sent' });
    const ahead = await putForward(goneId, { status: 'interview' });
    await merge(keptId, goneId);
    const rows = await sql()<{ id: string; offer_id: string | null; status: string }[]>`
      select id, offer_id, status from positioning where participant_id = ${keptId} order by status`;
    expect([...rows]).toEqual([
      { id: behind, offer_id: null, status: 'sent' },
      { id: ahead, offer_id: here.offerId, status: 'interview' },
    ]);
  });

  it('lets the strictest agreement win, and refuses to leave a CV with a company against it', async () => {
    const [keptId, goneId] = [await somebody(), await somebody()];
    await product.system.as(system, (tx) =>
      makeConsent(tx, { participantId: goneId, structureId: here.structureId, type: 'withdrawn' }),
    );
    const shown = await me.client.participant.compareDuplicates.query({ keptId, goneId });
    expect(shown.consentsAfter).toBe(false);
    await putForward(keptId);
    expect(await refusalOf(merge(keptId, goneId))).toBe('participant.merge_withdraw_first');
    await me.client.participant.withdrawConsent.mutate({ participantId: keptId, way: 'spoken', on: today });
    await merge(keptId, goneId);
    const { participant } = await me.client.participant.show.query({ participantId: keptId });
    expect(participant.consents).toBe(false);
  });

  it('keeps the longest window and the longest experience of what both records prove', async () => {
    const [keptId, goneId] = [await somebody(), await somebody()];
    await sql()`update eligibility_code set proven_to = null where participant_id = ${goneId}`;
    await sql()`update participant_occupation set months = 90 where participant_id = ${goneId}`;
    await merge(keptId, goneId);
    const codes = await sql()`select proven_to from eligibility_code where participant_id = ${keptId}`;
    expect([...codes]).toEqual([{ proven_to: null }]);
    const held = await sql()`select rome_code, months from participant_occupation where participant_id = ${keptId}`;
    expect([...held]).toEqual([{ rome_code: 'K2204', months: 90 }]);
  });

  it('refuses a record with itself, one changed since it was read, and people of another structure', async () => {
    const [keptId, goneId] = [await somebody(), await somebody()];
    expect(await refusalOf(merge(keptId, keptId))).toBe('participant.merge_same');
    expect(await refusalOf(merge(keptId, goneId, { goneVersion: 9 }))).toBe('shared.changed_meanwhile');
    const theirs = await makeCandidate(product, elsewhere.structureId);
    expect(await refusalOf(merge(keptId, theirs))).toBe('participant.not_found');
    expect(await refusalOf(merge(keptId, goneId, {}, elsewhere.facilitator))).toBe('participant.not_found');
    expect(await refusalOf(merge(keptId, goneId, {}, here.employer))).toBe('access.not_allowed');
  });

  it('is refused by the base itself for two structures, and for whoever is not of the team', async () => {
    const [mine, theirs] = [await somebody(), await makeCandidate(product, elsewhere.structureId)];
    const wanted = sql()`select app.merge_participants(${mine}, ${theirs}, '{}', '[]', '2026-06-01')`;
    await expect(wanted).rejects.toThrow('not two records');
    const partner = await makePerson(product, 'partner', {
      organisationId: here.structureId,
      structureId: here.structureId,
    });
    expect(await refusalOf(merge(mine, await somebody(), {}, partner))).toBe('access.not_allowed');
  });

  it('still refuses any other change of hours and agreements', async () => {
    const [keptId, goneId] = [await somebody(), await somebody()];
    await place(goneId);
    await merge(keptId, goneId);
    await expect(
      sql()`update hour_line set participant_id = ${here.structureId} where participant_id = ${keptId}`,
    ).rejects.toThrow('append_only');
    await expect(sql()`update consent_event set type = 'given' where participant_id = ${keptId}`).rejects.toThrow(
      'append_only',
    );
  });

  it('lets every table of people follow: none refuses, none is left behind', async () => {
    const tables = await sql()<{ tab: string }[]>`select distinct tab::text from app.person_links()`;
    const named = await sql()<{ tab: string }[]>`
      select distinct c.conrelid::regclass::text as tab from pg_constraint c
      where c.contype = 'f' and c.confrelid = 'participant'::regclass`;
    const followed = new Set(tables.map(({ tab }) => tab));
    expect(
      named
        .map(({ tab }) => tab)
        .filter((tab) => !followed.has(tab))
        .sort(),
    ).toEqual(['night_match', 'search_document']);
  });
});

describe('participant.undoMerge', () => {
  it('gives back the contents of every row exactly, whatever the two records held', async () => {
    const shape = fc.record({
      phone: fc.constantFrom(null, '+33611223344', '+33699887766'),
      status: fc.constantFrom('available', 'placed', 'left'),
      licences: fc.constantFrom(null, [], ['B'], ['B', 'sst']),
      lastContactOn: fc.constantFrom(null, '2026-03-01', '2026-04-02'),
      safeContactOnly: fc.boolean(),
      positionings: fc.subarray(['hired', 'sent', 'proposed', 'refused']),
      placed: fc.boolean(),
      contacts: fc.nat(2),
      withdrawn: fc.boolean(),
      skills: fc.subarray(['a', 'b', 'c']),
    });
    await fc.assert(
      fc.asyncProperty(shape, shape, fc.boolean(), async (a, b, other) => {
        const ids: string[] = [];
        for (const { positionings, placed, contacts, withdrawn, ...traits } of [a, b]) {
          const id = await somebody({ ...traits, status: traits.status as 'left' });
          ids.push(id);
          const open = positionings.filter(
            (status) => !(a.withdrawn || b.withdrawn) || !['sent', 'proposed'].includes(status),
          );
          for (const [at, status] of open.entries())
            await putForward(id, { status, offerId: at === 0 ? here.offerId : null });
          if (placed) await place(id);
          for (let n = 0; n < contacts; n++) await call(id);
          if (withdrawn) {
            await product.system.as(system, (tx) =>
              makeConsent(tx, { participantId: id, structureId: here.structureId, type: 'withdrawn' }),
            );
          }
        }
        const [keptId = '', goneId = ''] = ids;
        await sql()`insert into duplicate_suspicion (participant_id, other_id, structure_id, why, score) values (${keptId}, ${goneId}, ${here.structureId}, 'name', 40)`;
        const before = await rowsOf(product, ids);
        const side = other ? 'gone' : 'kept';
        const { mergeId } = await merge(keptId, goneId, { choices: { phone: side, status: side }, currentCv: side });
        expect(await rowsOf(product, [goneId])).toMatchObject({ participant: [] });
        await me.client.participant.undoMerge.mutate({ mergeId });
        expect(await rowsOf(product, ids)).toEqual(before);
      }),
      { numRuns: process.env.JONCTION_LONG ? 25 : 5 },
    );
  });

  it('says row by row what contradicts it, and undoes nothing then', async () => {
    const [keptId, goneId] = [await somebody({ phone: null }), await somebody({ phone: '+33611223344' })];
    const positioningId = await putForward(goneId);
    const { mergeId } = await merge(keptId, goneId);
    const before = await me.client.participant.showMerge.query({ mergeId });
    expect(before).toMatchObject({ mayUndo: true, blocks: [] });
    expect(before.followed).toContainEqual({ kind: 'positioning', count: 1 });
    await sql()`update participant set phone = '+33600000000' where id = ${keptId}`;
    await product.system.as(system, (tx) =>
      makeConsent(tx, { participantId: keptId, structureId: here.structureId, type: 'withdrawn' }),
    );
    await sql()`update placement set positioning_id = ${positioningId} where id = ${await place(keptId)}`;
    await sql()`delete from participant_occupation where participant_id = ${keptId}`;
    await sql()`update cv set current = not current where participant_id = ${keptId} and current`;
    const { blocks, mayUndo } = await me.client.participant.showMerge.query({ mergeId });
    expect(mayUndo).toBe(false);
    expect(blocks).toEqual(
      expect.arrayContaining([
        { block: 'field', kind: 'other', column: 'phone' },
        { block: 'consent', kind: 'consent_event', column: null },
        { block: 'bound', kind: 'placement', column: null },
      ]),
    );
    const held = await rowsOf(product, [keptId, goneId]);
    expect(await refusalOf(me.client.participant.undoMerge.mutate({ mergeId }))).toBe('participant.merge_blocked');
    expect(await rowsOf(product, [keptId, goneId])).toEqual(held);
  });

  it('gives back with a positioning what was written of it since, and leaves the rest', async () => {
    const [keptId, goneId] = [await somebody(), await somebody()];
    const positioningId = await putForward(goneId);
    const { mergeId } = await merge(keptId, goneId);
    await call(keptId, positioningId);
    await call(keptId);
    await sql()`insert into cv_opening (structure_id, positioning_id, participant_id, employer_id, actor_kind)
      values (${here.structureId}, ${positioningId}, ${keptId}, ${here.employerId}, 'link')`;
    await me.client.participant.undoMerge.mutate({ mergeId });
    const rows = await rowsOf(product, [goneId]);
    expect(rows['contact.participant_id']).toHaveLength(1);
    expect(rows['cv_opening.participant_id']).toHaveLength(1);
    expect((await rowsOf(product, [keptId]))['contact.participant_id']).toHaveLength(1);
  });

  it('leads an address through two merges, and is undone the last first', async () => {
    const [first, second, third] = [await somebody(), await somebody(), await somebody()];
    const one = await merge(second, first);
    const two = await merge(third, second);
    expect(await me.client.participant.findAlias.query({ participantId: first })).toEqual({ keptId: third });
    const { blocks } = await me.client.participant.showMerge.query({ mergeId: one.mergeId });
    expect(blocks.map(({ block }) => block)).toEqual(['merged_since']);
    await me.client.participant.undoMerge.mutate({ mergeId: two.mergeId });
    await me.client.participant.undoMerge.mutate({ mergeId: one.mergeId });
    expect(await refusalOf(me.client.participant.findAlias.query({ participantId: first }))).toBe(
      'participant.not_found',
    );
  });

  it('refuses a second time, after thirty days, and whoever is not of the structure', async () => {
    const { mergeId } = await merge(await somebody(), await somebody());
    expect(await refusalOf(elsewhere.facilitator.client.participant.undoMerge.mutate({ mergeId }))).toBe(
      'participant.merge_not_found',
    );
    expect(await refusalOf(here.employer.client.participant.undoMerge.mutate({ mergeId }))).toBe('access.not_allowed');
    await sql()`update participant_merge set undo_until = '2026-05-03' where id = ${mergeId}`;
    expect(await refusalOf(me.client.participant.undoMerge.mutate({ mergeId }))).toBe('participant.merge_too_old');
    await sql()`update participant_merge set undo_until = '2026-05-04' where id = ${mergeId}`;
    await me.client.participant.undoMerge.mutate({ mergeId });
    expect(await refusalOf(me.client.participant.undoMerge.mutate({ mergeId }))).toBe('participant.merge_undone');
    const { rows } = await me.client.participant.listMerges.query({});
    expect(rows.find(({ id }) => id === mergeId)?.undoneAt).not.toBeNull();
    expect((await elsewhere.facilitator.client.participant.listMerges.query({})).total).toBe(0);
  });
});

describe('a merge and the jobs that follow it', () => {
  it('ends the suspicion about the two, and finds others like the merged record', async () => {
    const keptId = await somebody({ firstName: 'Rozenn', lastName: 'Kerbrat', birthDate: '1990-01-02' });
    const goneId = await somebody({ firstName: 'Rosenn', lastName: 'Kerbrat', birthDate: '1990-01-02' });
    const other = await somebody({ firstName: 'Rozenn', lastName: 'Kerbrat', birthDate: null, phone: '+33655443322' });
    const jobs = await startTestJobs(product);
    try {
      await merge(keptId, goneId);
      await jobs.settled();
    } finally {
      await jobs.close();
    }
    const { duplicates } = await me.client.participant.show.query({ participantId: keptId });
    expect(duplicates.map(({ id }) => id)).toEqual([other]);
  });
});
