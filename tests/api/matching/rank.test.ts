import { participantSkill } from '@jonction/db/participant/tables';
import type { ExclusionReason } from '@jonction/domain/matching/exclusion';
import type { Profile } from '@jonction/domain/matching/profile';
import { rankProfiles } from '@jonction/domain/matching/rank';
import { makeOffer } from '@jonction/testing/offer';
import { makeParticipant } from '@jonction/testing/participant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

const today = '2026-03-01';
let product: Product;
let here: Hiring;
let elsewhere: Hiring;
const people: Record<string, string> = {};

beforeAll(async () => {
  product = await startProduct({ today });
  here = await makeHiring(product, 'Clauses du Val');
  elsewhere = await makeHiring(product, 'Clauses du Mont');
  const { structureId } = here;
  const all = { structureId, occupations: [{ code: 'K2204', months: 24 }] };
  people.best = await makeCandidate(product, structureId, { skills: ['monobrosse'], lastContactOn: '2026-02-28' });
  people.far = await makeCandidate(product, structureId, {
    latitude: 48.9,
    longitude: 2.4,
    lastContactOn: '2026-02-28',
  });
  people.unknown = await makeCandidate(product, structureId, {
    availableFrom: null,
    weeklyHoursMin: null,
    weeklyHoursMax: null,
    latitude: null,
    longitude: null,
  });
  people.consent = await makeCandidate(product, structureId, { consents: false });
  people.status = await makeCandidate(product, structureId, { status: 'placed' });
  people.availability = await makeCandidate(product, structureId, { availableFrom: '2026-09-01' });
  people.distance = await makeCandidate(product, structureId, { latitude: 43.3, longitude: 5.4 });
  people.hours = await makeCandidate(product, structureId, { weeklyHoursMin: 35, weeklyHoursMax: 35 });
  people.occupation = await makeCandidate(product, structureId, { occupations: [{ code: 'M1801', months: 12 }] });
  people.opted_out = await makeCandidate(product, structureId, { optedOut: [here.employerId] });
  people.category = await product.system.as(system, async (tx) => (await makeParticipant(tx, all)).id);
  await makeCandidate(product, elsewhere.structureId);
});
afterAll(() => product.close());

const rank = (input: { widen?: boolean; limit?: number } = {}) =>
  here.facilitator.client.matching.rank.query({ offerId: here.offerId, ...input });
const excludedFor = (reason: ExclusionReason) =>
  here.facilitator.client.matching.listExcluded.query({ offerId: here.offerId, reason });

describe('matching.rank', () => {
  it('ranks exactly as the rule does on the same rows', async () => {
    const rows = await product.system.client<{ profile: Profile }[]>`
      select json_build_object('id', id, 'consent', diffusion_consent, 'visible', true, 'status', status,
        'availableFrom', available_from, 'licences', licences, 'lat', latitude, 'lon', longitude,
        'radiusMetres', radius_metres, 'french', french_level, 'optedOut', opted_out, 'lastContact', last_contact_on,
        'waitingSince', waiting_since, 'createdOn', created_on, 'positionings', '[]'::json,
        'weeklyHours', case when weekly_hours_min is null then null
          else json_build_object('min', weekly_hours_min, 'max', weekly_hours_max) end,
        'romes', (select json_agg(json_build_object('code', rome_code, 'months', months))
          from participant_occupation where participant_id = participant.id),
        'skills', (select coalesce(json_agg(skill), '[]') from participant_skill where participant_id = participant.id),
        'eligible', (select coalesce(json_agg(json_build_object('category', code, 'to', proven_to)), '[]')
          from eligibility_code where participant_id = participant.id)) as profile
      from participant where structure_id = ${here.structureId}`;
    const categories = await product.system.as(system, (tx) =>
      product.app.services.vault.keyedCodes(tx, here.structureId, ['RSA', 'DELD']),
    );
    const expected = rankProfiles({
      today,
      limit: null,
      profiles: rows.map(({ profile }) => profile),
      proximity: {},
      offer: {
        id: here.offerId,
        contractor: here.employerId,
        rome: 'K2204',
        months: 0,
        skills: [],
        licences: [],
        categories,
        french: 0,
        lat: 48.8283,
        lon: 2.3626,
        start: '2026-05-01',
        slackDays: 0,
        weeklyHours: { min: 25, max: 25 },
      },
    });
    const answer = await rank();
    expect(answer.ranked.map(({ participantId, score, criteria }) => ({ id: participantId, score, criteria }))).toEqual(
      expected.ranked.map(({ id, score, criteria }) => ({ id, score, criteria })),
    );
    expect(answer.ranked.map(({ participantId }) => participantId)).toEqual([people.best, people.far, people.unknown]);
    expect(answer.excludedTotal).toBe(expected.excluded.length);
  });

  it('says why in words, and nothing of eligibility', async () => {
    const [first] = (await rank()).ranked;
    expect(first?.why).toMatch(/^même métier, 2 ans · .* · disponible · contact hier · attend depuis/);
    expect(first?.words.distance).toMatch(/^distance\s: \d/);
    expect(JSON.stringify(await rank())).not.toMatch(/RSA|DELD|birth/i);
  });

  it('leaves nobody out for what is not known, and lists it to be checked', async () => {
    const row = (await rank()).ranked.find(({ participantId }) => participantId === people.unknown);
    expect(row?.toCheck).toEqual(['availability', 'distance', 'hours']);
  });

  it('counts those left out by the first reason that applies, and opens each', async () => {
    const { excluded } = await rank();
    const counts = Object.fromEntries(
      excluded.filter(({ count }) => count > 0).map(({ reason, count }) => [reason, count]),
    );
    const reasons = [
      'consent',
      'status',
      'availability',
      'category',
      'distance',
      'hours',
      'opted_out',
      'occupation',
    ] as const;
    expect(counts).toEqual(Object.fromEntries(reasons.map((reason) => [reason, 1])));
    for (const reason of reasons) {
      expect((await excludedFor(reason)).map(({ participantId }) => participantId)).toEqual([people[reason]]);
    }
  });

  it('shows other occupations when widened, last', async () => {
    const { ranked } = await rank({ widen: true });
    expect(ranked.map(({ participantId }) => participantId)).toContain(people.occupation);
    expect((await rank()).relaxations.map(({ words }) => words)).toContain('+1 d’un autre métier');
  });

  it('names the asked skills that a person does not hold', async () => {
    const { structureId, employerId } = here;
    const { id: offerId } = await product.system.as(system, (tx) =>
      makeOffer(tx, { structureId, employerId, skills: [{ skill: 'monobrosse', label: 'monobrosse' }] }),
    );
    const { ranked } = await here.facilitator.client.matching.rank.query({ offerId });
    expect(ranked.find(({ participantId }) => participantId === people.best)?.missing).toEqual([]);
    expect(ranked.find(({ participantId }) => participantId === people.far)?.missing).toEqual(['monobrosse']);
  });

  it('forgets a person at the very next request after she takes her consent back', async () => {
    const leaving = await makeCandidate(product, here.structureId, { lastContactOn: '2026-03-01' });
    expect((await rank()).ranked.map(({ participantId }) => participantId)).toContain(leaving);
    await here.facilitator.client.participant.withdrawConsent.mutate({
      participantId: leaving,
      way: 'spoken',
      on: today,
    });
    expect((await rank()).ranked.map(({ participantId }) => participantId)).not.toContain(leaving);
    expect((await excludedFor('consent')).map(({ participantId }) => participantId)).toContain(leaving);
  });

  it('leaves out whoever was already sent on this offer', async () => {
    const sent = await makeCandidate(product, here.structureId);
    await here.facilitator.client.positioning.push.mutate({
      offerId: here.offerId,
      participantIds: [sent],
      recipientEmail: 'recrutement@entreprise.test',
      idempotencyKey: crypto.randomUUID(),
    });
    expect((await excludedFor('already')).map(({ participantId }) => participantId)).toEqual([sent]);
  });

  it('takes the same number of statements for three people and for a hundred', async () => {
    const counter = countStatements(product, here.facilitator);
    const few = await counter.count((procedures) => procedures.matching.rank({ offerId: here.offerId }));
    await product.system.as(system, async (tx) => {
      for (let index = 0; index < 100; index += 1) {
        const { id } = await makeParticipant(tx, { structureId: here.structureId, occupations: [{ code: 'K2204' }] });
        await tx
          .insert(participantSkill)
          .values({ participantId: id, structureId: here.structureId, skill: 'decapage', label: 'décapage' });
      }
    });
    const many = await counter.count((procedures) => procedures.matching.rank({ offerId: here.offerId }));
    await counter.close();
    expect(many).toBe(few);
  });

  it('writes down who looked', async () => {
    await rank();
    const entries = await product.system.client`
      select 1 from audit_entry where action = 'matching.rank' and subject_id = ${here.offerId}`;
    expect(entries.length).toBeGreaterThan(0);
  });

  it('does not know the offer of another structure, nor serve an employer', async () => {
    const input = { offerId: here.offerId };
    expect(await refusalOf(elsewhere.facilitator.client.matching.rank.query(input))).toBe('offer.not_found');
    expect(
      await refusalOf(elsewhere.facilitator.client.matching.listExcluded.query({ ...input, reason: 'consent' })),
    ).toBe('offer.not_found');
    expect(await refusalOf(here.employer.client.matching.rank.query(input))).toBe('access.not_allowed');
    expect(await refusalOf(here.employer.client.matching.listExcluded.query({ ...input, reason: 'consent' }))).toBe(
      'access.not_allowed',
    );
  });
});
