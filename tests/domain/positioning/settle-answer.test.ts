import {
  type Answer,
  answers,
  type PositioningActor,
  type PositioningStatus,
  positioningActors,
  positioningStatuses,
} from '@jonction/domain/positioning/lifecycle';
import { refusalReasons } from '@jonction/domain/positioning/reasons';
import { type GivenAnswer, type Standing, settleAnswer } from '@jonction/domain/positioning/settle-answer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const monday = new Date('2026-03-02T09:00:00Z');
const tuesday = new Date('2026-03-03T09:00:00Z');
const sent: Standing = { status: 'sent', version: 1, interviewAt: null, refusalReason: null, answerNote: null };
const nothing: Omit<GivenAnswer, 'answer'> = { interviewAt: null, reason: null, note: null, version: null };

const anyAnswer: fc.Arbitrary<GivenAnswer> = fc
  .record({
    answer: fc.constantFrom(...answers),
    at: fc.constantFrom(monday, tuesday),
    reason: fc.constantFrom(...refusalReasons),
    note: fc.option(fc.constantFrom('Quai 4', 'Demander M. Petit')),
    version: fc.option(fc.integer({ min: 1, max: 4 })),
  })
  .map(({ answer, at, reason, note, version }) => ({
    answer,
    interviewAt: answer === 'meet' ? at : null,
    reason: answer === 'refuse' ? reason : null,
    note,
    version,
  }));
const anyStanding: fc.Arbitrary<Standing> = fc.record({
  status: fc.constantFrom(...positioningStatuses),
  version: fc.integer({ min: 1, max: 4 }),
  interviewAt: fc.option(fc.constantFrom(monday, tuesday)),
  refusalReason: fc.option(fc.constantFrom(...refusalReasons)),
  answerNote: fc.option(fc.constantFrom('Quai 4', 'Demander M. Petit')),
});
const anyActor = fc.constantFrom<PositioningActor>(...positioningActors);

/** The positioning after an answer was kept, as the base would hold it. */
function kept(standing: Standing, given: GivenAnswer, status: PositioningStatus): Standing {
  return {
    status,
    version: standing.version + 1,
    interviewAt: given.interviewAt ?? standing.interviewAt,
    refusalReason: given.answer === 'refuse' ? given.reason : null,
    answerNote: given.note,
  };
}

describe('an answer', () => {
  it.each([
    [{ ...nothing, answer: 'meet', interviewAt: monday }, 'interview'],
    [{ ...nothing, answer: 'hire' }, 'hired'],
    [{ ...nothing, answer: 'refuse', reason: 'distance' }, 'refused'],
  ] as const)('moves a CV that waits: %o', (given, status) => {
    expect(settleAnswer(sent, given, 'link')).toEqual({ ok: true, value: { kind: 'moved', status } });
  });

  it('given twice changes nothing the second time, whoever gave it and whatever page it came from', () => {
    fc.assert(
      fc.property(anyStanding, anyAnswer, anyActor, anyActor, (standing, given, first, second) => {
        const settled = settleAnswer(standing, { ...given, version: null }, first);
        if (!settled.ok || settled.value.kind !== 'moved') return;
        const then = kept(standing, given, settled.value.status);
        expect(settleAnswer(then, given, second)).toEqual({
          ok: true,
          value: { kind: 'unchanged', status: settled.value.status },
        });
      }),
      { numRuns: 500 },
    );
  });

  it('given to a page that has become old is not taken, and names where the CV stands', () => {
    const refused: Standing = { ...sent, status: 'refused', version: 2, refusalReason: 'distance' };
    expect(settleAnswer(refused, { ...nothing, answer: 'hire', version: 1 }, 'link')).toEqual({
      ok: true,
      value: { kind: 'overtaken', status: 'refused' },
    });
  });

  it('never moves anything from an old page, whatever it says', () => {
    fc.assert(
      fc.property(anyStanding, anyAnswer, anyActor, (standing, given, by) => {
        const old = { ...given, version: standing.version + 1 };
        const settled = settleAnswer(standing, old, by);
        if (!settled.ok) return;
        expect(['unchanged', 'overtaken']).toContain(settled.value.kind);
        expect(settled.value.status).toBe(standing.status);
      }),
      { numRuns: 500 },
    );
  });

  it('of two different ones from the same page, only the first is kept', () => {
    fc.assert(
      fc.property(anyAnswer, anyAnswer, (one, two) => {
        const first = settleAnswer(sent, { ...one, version: 1 }, 'link');
        if (!first.ok) return;
        const then = kept(sent, one, first.value.status);
        const second = settleAnswer(then, { ...two, version: 1 }, 'facilitator');
        expect(second.ok && ['unchanged', 'overtaken'].includes(second.value.kind)).toBe(true);
      }),
    );
  });

  it('given again with another date, reason or note is another answer', () => {
    const kept: Standing = { ...sent, status: 'interview', version: 2, interviewAt: monday, answerNote: 'Quai 4' };
    const again = (given: Partial<GivenAnswer>) =>
      settleAnswer(kept, { ...nothing, answer: 'meet', interviewAt: monday, ...given }, 'link');
    expect(again({})).toMatchObject({ value: { kind: 'unchanged' } });
    expect(again({ note: 'Quai 4' })).toMatchObject({ value: { kind: 'unchanged' } });
    expect(again({ note: 'Quai 5' })).toMatchObject({ value: { kind: 'moved' } });
    expect(again({ interviewAt: tuesday })).toMatchObject({ value: { kind: 'moved', status: 'interview' } });
  });

  it('to the same date of a meeting already confirmed leaves it confirmed', () => {
    const kept: Standing = { ...sent, status: 'meeting_set', version: 3, interviewAt: monday };
    const given: GivenAnswer = { ...nothing, answer: 'meet', interviewAt: monday };
    expect(settleAnswer(kept, given, 'link')).toEqual({
      ok: true,
      value: { kind: 'unchanged', status: 'meeting_set' },
    });
    expect(settleAnswer(kept, { ...given, interviewAt: tuesday }, 'link')).toMatchObject({
      value: { kind: 'moved', status: 'interview' },
    });
  });

  it('to a withdrawn CV says withdrawn, even from an old page: never a state that would tell why', () => {
    for (const answer of answers) {
      for (const version of [null, 1, 9]) {
        const settled = settleAnswer({ ...sent, status: 'withdrawn' }, { ...nothing, answer, version }, 'link');
        expect(settled).toEqual({ ok: false, refusal: { code: 'positioning.withdrawn', facts: {} } });
      }
    }
  });

  it.each(answers)('is nobody else’s to give: %s', (answer: Answer) => {
    for (const by of ['participant', 'system'] as const) {
      expect(settleAnswer(sent, { ...nothing, answer, interviewAt: monday }, by)).toMatchObject({
        refusal: { code: 'positioning.act_not_allowed' },
      });
    }
  });
});
