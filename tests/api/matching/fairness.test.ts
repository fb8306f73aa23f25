import { rankInBase } from '@jonction/db/matching/rank-in-base';
import { streamBank } from '@jonction/db/matching/stream-bank';
import { defaultWeights } from '@jonction/domain/matching/criterion';
import type { MatchOffer } from '@jonction/domain/matching/offer';
import type { Profile } from '@jonction/domain/matching/profile';
import { rankProfiles } from '@jonction/domain/matching/rank';
import { skillWeights } from '@jonction/domain/matching/skill-weight';
import { Bank } from '@jonction/matching-engine/bank';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { lastAudit, layProposal } from './putting-forward.ts';

const today = '2026-03-15';
let product: Product;
let here: Hiring;
let elsewhere: Hiring;
let lead: Person;
let codes: string[];

beforeAll(async () => {
  product = await startProduct({ today });
  here = await makeHiring(product, 'Clauses du Val');
  elsewhere = await makeHiring(product, 'Clauses du Mont');
  const { structureId, employerId } = here;
  lead = await makePerson(product, 'lead', { organisationId: structureId, structureId });
  codes = await product.system.as(system, (tx) =>
    product.app.services.vault.keyedCodes(tx, structureId, ['RSA', 'DELD', 'QPV', 'TH', 'REF']),
  );
  // Seven young, of whom six were put forward; twenty of the ages between, ten put forward; three older, one put forward.
  const make = async (count: number, birthDate: string, proposed: number, status: string) => {
    for (let at = 0; at < count; at++) {
      const participantId = await makeCandidate(product, structureId, {
        birthDate,
        // Of the twenty, twelve women, six men and two who did not say; of the others, all women.
        sex: count < 20 || at < 12 ? 'woman' : at < 18 ? 'man' : null,
        createdOn: '2025-01-01',
        skills: at % 2 === 0 ? ['monobrosse'] : [],
      });
      if (at < proposed)
        await layProposal(product, { structureId, employerId, participantId }, { on: '2026-01-10', status });
      if (at < 6) {
        await product.system.client`insert into eligibility_code (participant_id, structure_id, code, proven_from)
          values (${participantId}, ${structureId}, ${codes[2] ?? ''}, '2025-06-01')`;
      }
    }
  };
  await make(7, '2004-05-06', 6, 'interview');
  await make(20, '1985-05-06', 10, 'hired');
  await make(3, '1966-05-06', 1, 'refused');
});
afterAll(() => product.close());

describe('matching.fairness', () => {
  it('gives rates over twelve whole months, and hides what would tell of fewer than five people', async () => {
    const { from, to, byAge, byHome } = await lead.client.matching.fairness.query();
    expect({ from, to }).toEqual({ from: '2025-03-01', to: '2026-02-28' });
    expect(byAge.rows.map(({ group, counts }) => [group, counts.people, counts.proposed])).toEqual([
      // Three older people are hidden, nobody without a birth date too, and the smallest band with them.
      ['under26', null, null],
      ['from26to49', 20, 10],
      ['from50', null, null],
      ['unknown', null, null],
    ]);
    expect(byAge.rows[1]?.ratesBps).toMatchObject({ proposed: 5000 });
    expect(byAge.total.counts).toMatchObject({ people: 30, proposed: 17 });
    expect(byHome.rows.map(({ counts }) => counts.people)).toEqual([15, 15]);
  });

  it('counts by sex as people say it, those who did not say apart', async () => {
    const { bySex } = await lead.client.matching.fairness.query();
    expect(bySex.rows.map(({ group, counts }) => [group, counts.people])).toEqual([
      ['woman', 22],
      // Two who did not say are hidden, and the six men with them: no subtraction gives the two back.
      ['man', null],
      ['other', null],
      ['unsaid', null],
    ]);
    expect(bySex.total.counts.people).toBe(30);
  });

  it('can be told from no difference: what is shown never adds up to the total but for hidden cells of five people', async () => {
    const { bySex, byAge, byHome } = await lead.client.matching.fairness.query();
    for (const table of [bySex, byAge, byHome]) {
      for (const stage of ['people', 'proposed', 'interviewed', 'hired'] as const) {
        const cells = table.rows.map(({ counts }) => counts[stage]);
        const hidden = cells.filter((cell) => cell === null).length;
        const total = table.total.counts[stage];
        if (hidden === 0 || total === null) continue;
        expect(hidden).toBeGreaterThan(1);
        expect(total - cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0)).toBeGreaterThanOrEqual(5);
      }
    }
  });

  it('names nobody, and reads as numbers only', async () => {
    const written = JSON.stringify(await lead.client.matching.fairness.query());
    expect(written).not.toMatch(/19\d\d-|200\d-|participant|name/i);
  });

  it('is read by a team lead alone, and each reading is in the journal', async () => {
    expect(await refusalOf(here.facilitator.client.matching.fairness.query())).toBe('access.not_allowed');
    await lead.client.matching.fairness.query();
    expect(await lastAudit(product, 'matching.fairness')).toMatchObject({
      subject_id: here.structureId,
      purpose: expect.stringContaining('rates by group'),
    });
  });

  it('counts nobody of another structure', async () => {
    const { structureId } = elsewhere;
    const there = await makePerson(product, 'lead', { organisationId: structureId, structureId });
    expect((await there.client.matching.fairness.query()).byAge.total.counts.people).toBeNull();
  });
});

describe('matching.outcomes', () => {
  it('says what came of the CVs by the score they left with', async () => {
    const participantId = await makeCandidate(product, here.structureId, {});
    const { structureId, employerId } = here;
    await layProposal(
      product,
      { structureId, employerId, participantId },
      { on: '2026-02-10', status: 'hired', score: 850_000 },
    );
    const { bands } = await here.facilitator.client.matching.outcomes.query();
    expect(bands.find(({ band }) => band === 'from800')).toEqual({
      band: 'from800',
      sent: 1,
      interviewed: 1,
      hired: 1,
      refused: 0,
    });
    expect(bands.find(({ band }) => band === 'unranked')).toMatchObject({ sent: 17, hired: 10 });
  });

  it('changes no score: the ranking is the same before and after an answer', async () => {
    const rank = () => here.facilitator.client.matching.rank.query({ offerId: here.offerId, limit: 200 });
    const scores = async () => (await rank()).ranked.map(({ participantId, score }) => [participantId, score]);
    const before = await scores();
    const { structureId, employerId } = here;
    for (const [participantId] of before.slice(0, 3)) {
      const sent = { structureId, employerId, participantId: String(participantId) };
      await layProposal(product, sent, { on: '2026-03-10', status: 'refused' });
    }
    expect(await scores()).toEqual(before);
    expect(await refusalOf(here.employer.client.matching.outcomes.query())).toBe('access.not_allowed');
  });
});

describe('a protected fact', () => {
  const protectedFacts = fc.record({
    birthDate: fc.constantFrom(null, '1958-02-03', '1990-07-01', '2008-01-01'),
    firstName: fc.constantFrom('Inès', 'Karim', 'Svetlana', 'Jean'),
    lastName: fc.constantFrom('Martin', 'Traoré', 'Nguyen', 'Lopez'),
    postalCode: fc.constantFrom('75016', '93200', '75013'),
    city: fc.constantFrom('Paris', 'Saint-Denis'),
    safe: fc.boolean(),
    /** Which of the accepted categories proves the eligibility: QPV, disability, refugee... */
    category: fc.integer({ min: 0, max: 4 }),
  });

  it('moves no score and no place in any of the three rankings, whatever is written of each person in the base', async () => {
    const { structureId } = here;
    const offer: MatchOffer = {
      id: here.offerId,
      contractor: here.employerId,
      rome: 'K2204',
      skills: ['monobrosse'],
      categories: codes,
      lat: 48.83,
      lon: 2.36,
      start: '2026-05-01',
      weeklyHours: { min: 25, max: 30 },
    };
    const asked = {
      today,
      offer,
      proximity: {},
      weights: defaultWeights,
      skills: skillWeights(30, new Map([['monobrosse', 15]])),
    };
    const ranked = () =>
      product.system.as(system, async (tx) => {
        const profiles: Profile[] = [];
        for await (const profile of streamBank(tx, structureId)) profiles.push(profile);
        const bank = await Bank.of(profiles, today);
        const oracle = rankProfiles({ ...asked, profiles }).ranked.map(({ id, score }) => ({ id, score }));
        const { best } = await rankInBase(tx, { ...asked, structureId, limit: 1000 });
        expect(bank.best(asked, 1000)).toEqual(oracle);
        expect(best).toEqual(oracle);
        return oracle;
      });
    await product.system.client`delete from eligibility_code where structure_id = ${structureId}`;
    const ids = (
      await product.system.client<
        { id: string }[]
      >`select id from participant where structure_id = ${structureId} order by id`
    ).map(({ id }) => id);
    let before: unknown;
    await fc.assert(
      fc.asyncProperty(fc.array(protectedFacts, { minLength: ids.length, maxLength: ids.length }), async (facts) => {
        await product.system.client`delete from eligibility_code where structure_id = ${structureId}`;
        for (const [at, id] of ids.entries()) {
          const fact = facts[at];
          if (!fact) continue;
          await product.system
            .client`update participant set birth_date = ${fact.birthDate}, first_name = ${fact.firstName},
            last_name = ${fact.lastName}, postal_code = ${fact.postalCode}, city = ${fact.city}, safe_contact_only = ${fact.safe}
            where id = ${id}`;
          await product.system.client`insert into eligibility_code (participant_id, structure_id, code, proven_from)
            values (${id}, ${structureId}, ${codes[fact.category] ?? ''}, '2025-01-01')`;
        }
        const rows = await ranked();
        expect(rows.length).toBeGreaterThan(20);
        before ??= rows;
        expect(rows).toEqual(before);
      }),
      { numRuns: 12, seed: 20_260_315 },
    );
  });
});
