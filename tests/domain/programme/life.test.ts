import { roles } from '@jonction/domain/access/role';
import {
  allowedActs,
  endedStatuses,
  type PlannedAct,
  type PlannedStatus,
  plannedActs,
  plannedStatuses,
  plannedTransitions,
  statusAfter,
} from '@jonction/domain/programme/life';
import { programmeWords } from '@jonction/domain/programme/words';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Who = 'team' | 'both' | 'nobody';

/** Every status with every act: who may do it, and where it leads. */
const table: readonly [PlannedStatus, PlannedAct, Who, PlannedStatus | null][] = [
  ['planned', 'study', 'team', 'study'],
  ['planned', 'answer', 'nobody', null],
  ['planned', 'no_clause', 'nobody', null],
  ['planned', 'tender', 'nobody', null],
  ['planned', 'unsuccessful', 'nobody', null],
  ['planned', 'award', 'nobody', null],
  ['planned', 'notify', 'nobody', null],
  ['planned', 'drop', 'both', 'dropped'],
  ['planned', 'reopen', 'nobody', null],
  ['study', 'study', 'nobody', null],
  ['study', 'answer', 'team', 'study'],
  ['study', 'no_clause', 'team', 'no_clause'],
  ['study', 'tender', 'both', 'tender'],
  ['study', 'unsuccessful', 'nobody', null],
  ['study', 'award', 'nobody', null],
  ['study', 'notify', 'nobody', null],
  ['study', 'drop', 'both', 'dropped'],
  ['study', 'reopen', 'nobody', null],
  ['no_clause', 'study', 'nobody', null],
  ['no_clause', 'answer', 'nobody', null],
  ['no_clause', 'no_clause', 'nobody', null],
  ['no_clause', 'tender', 'nobody', null],
  ['no_clause', 'unsuccessful', 'nobody', null],
  ['no_clause', 'award', 'nobody', null],
  ['no_clause', 'notify', 'nobody', null],
  ['no_clause', 'drop', 'nobody', null],
  ['no_clause', 'reopen', 'team', 'study'],
  ['tender', 'study', 'nobody', null],
  ['tender', 'answer', 'nobody', null],
  ['tender', 'no_clause', 'nobody', null],
  ['tender', 'tender', 'nobody', null],
  ['tender', 'unsuccessful', 'both', 'unsuccessful'],
  ['tender', 'award', 'both', 'awarded'],
  ['tender', 'notify', 'nobody', null],
  ['tender', 'drop', 'nobody', null],
  ['tender', 'reopen', 'nobody', null],
  ['unsuccessful', 'study', 'team', 'study'],
  ['unsuccessful', 'answer', 'nobody', null],
  ['unsuccessful', 'no_clause', 'nobody', null],
  ['unsuccessful', 'tender', 'nobody', null],
  ['unsuccessful', 'unsuccessful', 'nobody', null],
  ['unsuccessful', 'award', 'nobody', null],
  ['unsuccessful', 'notify', 'nobody', null],
  ['unsuccessful', 'drop', 'both', 'dropped'],
  ['unsuccessful', 'reopen', 'nobody', null],
  ['awarded', 'study', 'nobody', null],
  ['awarded', 'answer', 'nobody', null],
  ['awarded', 'no_clause', 'nobody', null],
  ['awarded', 'tender', 'nobody', null],
  ['awarded', 'unsuccessful', 'nobody', null],
  ['awarded', 'award', 'nobody', null],
  ['awarded', 'notify', 'team', 'notified'],
  ['awarded', 'drop', 'nobody', null],
  ['awarded', 'reopen', 'nobody', null],
  ['notified', 'study', 'nobody', null],
  ['notified', 'answer', 'nobody', null],
  ['notified', 'no_clause', 'nobody', null],
  ['notified', 'tender', 'nobody', null],
  ['notified', 'unsuccessful', 'nobody', null],
  ['notified', 'award', 'nobody', null],
  ['notified', 'notify', 'nobody', null],
  ['notified', 'drop', 'nobody', null],
  ['notified', 'reopen', 'nobody', null],
  ['dropped', 'study', 'nobody', null],
  ['dropped', 'answer', 'nobody', null],
  ['dropped', 'no_clause', 'nobody', null],
  ['dropped', 'tender', 'nobody', null],
  ['dropped', 'unsuccessful', 'nobody', null],
  ['dropped', 'award', 'nobody', null],
  ['dropped', 'notify', 'nobody', null],
  ['dropped', 'drop', 'nobody', null],
  ['dropped', 'reopen', 'team', 'study'],
];

const team = ['facilitator', 'lead'] as const;
const outsiders = ['employer', 'partner', 'administrator'] as const;
const why = 'Deux mois de travaux seulement';

describe('the life of a planned contract', () => {
  it('is told for every status and every act', () => {
    expect(table).toHaveLength(plannedStatuses.length * plannedActs.length);
  });

  it.each(table)('from %s, %s is for %s and leads to %s', (status, act, who, to) => {
    for (const role of team) {
      const after = statusAfter({ status, dueHours: 400 }, act, { role, why });
      expect(after).toEqual(
        to === null
          ? { ok: false, refusal: { code: 'programme.act_not_now', facts: { status, act } } }
          : { ok: true, value: to },
      );
      expect(allowedActs(status, role).includes(act)).toBe(who !== 'nobody');
    }
    expect(allowedActs(status, 'buyer').includes(act)).toBe(who === 'both');
    const buyers = statusAfter({ status, dueHours: 400 }, act, { role: 'buyer', why });
    expect(buyers.ok).toBe(who === 'both');
  });

  it.each(outsiders)('is no business of a %s', (role) => {
    for (const status of plannedStatuses) {
      expect(allowedActs(status, role)).toEqual([]);
      for (const act of plannedActs) {
        expect(statusAfter({ status, dueHours: 400 }, act, { role, why })).toMatchObject({
          refusal: { code: 'programme.act_not_allowed' },
        });
      }
    }
  });

  it.each(['study', 'answer', 'no_clause', 'notify', 'reopen'] as const)('keeps %s for the team', (act) => {
    for (const status of plannedStatuses) {
      expect(statusAfter({ status, dueHours: 400 }, act, { role: 'buyer', why })).toMatchObject({
        refusal: { code: 'programme.act_not_allowed' },
      });
    }
  });

  it.each([
    ['no_clause', 'study', true],
    ['unsuccessful', 'tender', true],
    ['drop', 'planned', true],
    ['drop', 'study', true],
    ['drop', 'unsuccessful', true],
    ['reopen', 'no_clause', true],
    ['reopen', 'dropped', true],
    ['study', 'planned', false],
    ['study', 'unsuccessful', false],
    ['answer', 'study', false],
    ['tender', 'study', false],
    ['award', 'tender', false],
    ['notify', 'awarded', false],
  ] as const)('asks why for %s from %s: %s', (act, status, asked) => {
    for (const said of [null, '', '  \n ']) {
      const after = statusAfter({ status, dueHours: 400 }, act, { role: 'lead', why: said });
      expect(after.ok).toBe(!asked);
      if (!after.ok) expect(after.refusal.code).toBe('programme.why_missing');
    }
  });

  it('answers with hours alone, be they nought', () => {
    const answer = (dueHours: number | null) =>
      statusAfter({ status: 'study', dueHours }, 'answer', { role: 'facilitator', why: null });
    expect(answer(null)).toMatchObject({ refusal: { code: 'programme.hours_missing' } });
    expect(answer(0)).toEqual({ ok: true, value: 'study' });
    expect(answer(1200)).toEqual({ ok: true, value: 'study' });
  });

  it('leaves no status without a way in, but the first', () => {
    const reached = new Set(plannedActs.map((act) => plannedTransitions[act].to));
    expect(plannedStatuses.filter((status) => !reached.has(status))).toEqual(['planned']);
  });

  it('ends in what nobody leads further, but by opening it again', () => {
    for (const status of plannedStatuses) {
      const further = allowedActs(status, 'lead').filter((act) => act !== 'reopen');
      expect(further.length === 0).toBe(endedStatuses.includes(status));
    }
  });

  it('never takes back what entered the register', () => {
    for (const role of roles) expect(allowedActs('notified', role)).toEqual([]);
  });

  it('stays in its statuses whatever is done in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...plannedActs), fc.constantFrom(...roles)), { maxLength: 30 }),
        (done) => {
          let status: PlannedStatus = 'planned';
          for (const [act, role] of done) {
            const after = statusAfter({ status, dueHours: 1 }, act, { role, why });
            expect(after.ok).toBe(allowedActs(status, role).includes(act));
            if (after.ok) status = after.value;
          }
          expect(plannedStatuses).toContain(status);
        },
      ),
    );
  });

  it('has words for each status, each act, and what was done', () => {
    for (const status of plannedStatuses) expect(hasSentence(programmeWords, `programme.status.${status}`)).toBe(true);
    for (const act of plannedActs) {
      expect(hasSentence(programmeWords, `programme.act.${act}`)).toBe(true);
      expect(hasSentence(programmeWords, `programme.done.${act}`)).toBe(true);
    }
  });
});
