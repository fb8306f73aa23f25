import {
  addNeedSchema,
  followProspectSchema,
  logVisitSchema,
  type ProspectStage,
} from '@jonction/domain/prospect/prospect';
import { mayLogVisit, maySettleNeed, type ProspectHappening, stageAfter } from '@jonction/domain/prospect/stage';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const id = '0190a000-0000-7000-8000-00000000000a';

/** How far each happening brings a company that was never seen, by hand. */
const reach: readonly (readonly [ProspectHappening, number])[] = [
  ['resume', 0],
  ['mail', 1],
  ['call', 1],
  ['event', 1],
  ['visit', 2],
  ['need', 3],
  ['offer', 4],
];
const climb: readonly ProspectStage[] = ['to_visit', 'contacted', 'visited', 'need_found', 'partner'];

describe('the way of a company to its first offer', () => {
  const happenings = fc.array(fc.constantFrom(...reach), { maxLength: 12 });

  it('leads as far as the furthest thing that happened, in whatever order it happened', () => {
    fc.assert(
      fc.property(happenings, fc.nat(), (given, turn) => {
        const furthest = climb[Math.max(0, ...given.map(([, step]) => step))];
        const cut = given.length === 0 ? 0 : turn % given.length;
        for (const order of [given, given.toReversed(), [...given.slice(cut), ...given.slice(0, cut)]]) {
          expect(order.reduce<ProspectStage>((stage, [what]) => stageAfter(stage, what), 'to_visit')).toBe(furthest);
        }
      }),
    );
  });

  it('starts over from what happens next once the company was dropped, whatever it had been', () => {
    fc.assert(
      fc.property(happenings, fc.constantFrom(...reach), (before, [what, step]) => {
        const been = before.reduce<ProspectStage>((stage, [one]) => stageAfter(stage, one), 'to_visit');
        expect(stageAfter(stageAfter(been, 'drop'), what)).toBe(climb[step]);
      }),
    );
  });

  it('is told by a year of a company', () => {
    const year: readonly (readonly [ProspectHappening, ProspectStage])[] = [
      ['mail', 'contacted'],
      ['call', 'contacted'],
      ['visit', 'visited'],
      ['mail', 'visited'],
      ['drop', 'dropped'],
      ['resume', 'to_visit'],
      ['event', 'contacted'],
      ['need', 'need_found'],
      ['visit', 'need_found'],
      ['offer', 'partner'],
      ['resume', 'partner'],
      ['need', 'partner'],
    ];
    let stage: ProspectStage = 'to_visit';
    expect(year.map(([what]) => (stage = stageAfter(stage, what)))).toEqual(year.map(([, reached]) => reached));
  });
});

describe('what is noted of a company', () => {
  it('is a visit of today or before, and never of a day to come', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (shift) => {
        const on = addDays('2026-05-04', shift);
        expect(mayLogVisit(on, '2026-05-04')).toEqual(
          shift <= 0
            ? { ok: true, value: on }
            : { ok: false, refusal: { code: 'prospect.visit_in_future', facts: {} } },
        );
      }),
    );
  });

  it.each([
    [null, null, true],
    [id, null, false],
    [null, new Date('2026-05-04'), false],
    [id, new Date('2026-05-04'), false],
  ])('is a need to settle with offer %s and loss %s: %s', (offerId, lostAt, ok) => {
    expect(maySettleNeed({ offerId, lostAt })).toEqual(
      ok ? { ok, value: true } : { ok, refusal: { code: 'prospect.need_settled', facts: {} } },
    );
  });

  it.each([
    ['an action and its day', 'Rappeler', '2026-06-01', []],
    ['an action without a day', 'Rappeler', null, []],
    ['neither', null, null, []],
    ['a day without an action', null, '2026-06-01', ['nextAction: prospect.action_missing']],
    ['a day and a blank', '   ', '2026-06-01', ['nextAction: prospect.action_missing']],
    ['an action of 300 characters', 'x'.repeat(300), '2026-06-01', []],
    ['an action of 301', 'x'.repeat(301), null, ['nextAction: prospect.too_long']],
    ['a day that no calendar has', 'Rappeler', '2026-06-31', ['nextActionOn: shared.not_a_day']],
  ])('is followed, and visited, with %s', (_, nextAction, nextActionOn, said) => {
    const given = { prospectId: id, ownerId: null, way: 'call', on: '2026-05-04', nextAction, nextActionOn };
    for (const schema of [followProspectSchema, logVisitSchema]) {
      const parsed = schema.safeParse(given);
      expect(parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []).toEqual(said);
    }
  });

  it.each([
    ['two letters', { title: 'AS' }, ['title: prospect.need_missing']],
    ['three letters', { title: 'AES' }, []],
    ['three letters, of which two are spaces', { title: ' A ' }, ['title: prospect.need_missing']],
    ['201 letters', { title: 'x'.repeat(201) }, ['title: prospect.too_long']],
    ['no position', { positions: 0 }, ['positions: prospect.positions_wrong']],
    ['500 positions', { positions: 500 }, []],
    ['501 positions', { positions: 501 }, ['positions: prospect.positions_wrong']],
    ['half a position', { positions: 1.5 }, ['positions: prospect.positions_wrong']],
    ['an occupation of the last domain', { romeCode: 'N4105' }, []],
  ])('is a need of %s', (_, more, said) => {
    const parsed = addNeedSchema.safeParse({ prospectId: id, title: 'Agent de propreté', positions: 1, ...more });
    expect(parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []).toEqual(said);
  });
});
