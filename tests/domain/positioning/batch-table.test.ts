import { type BatchRow, batchInput, judgeBatchRow, longestPauseDays } from '@jonction/domain/positioning/batch';
import { checkCaps } from '@jonction/domain/positioning/caps';
import {
  confirmInterview,
  missingOf,
  type Sheet,
  sheetFields,
  sheetInput,
} from '@jonction/domain/positioning/interview';
import { type PositioningStatus, positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const idOf = (number: number) => `0190a000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const today = '2026-05-04';
const now = { today, mailLeaves: true };
const row = (status: PositioningStatus, more: Partial<NonNullable<BatchRow['address']>> = {}): BatchRow => ({
  status,
  address: { lastReminderOn: null, isDead: false, ...more },
});

/** By hand: what becomes of a row under a reminder, a closing and a pause. */
const table: readonly (readonly [PositioningStatus, string, string, string])[] = [
  ['proposed', 'positioning.nothing_awaited', 'done', 'positioning.nothing_awaited'],
  ['sent', 'done', 'done', 'done'],
  ['seen', 'done', 'done', 'done'],
  ['interview', 'positioning.nothing_awaited', 'done', 'positioning.nothing_awaited'],
  ['meeting_set', 'positioning.nothing_awaited', 'done', 'positioning.nothing_awaited'],
  ['hired', 'positioning.nothing_awaited', 'positioning.act_not_allowed', 'positioning.nothing_awaited'],
  ['refused', 'positioning.nothing_awaited', 'positioning.act_not_allowed', 'positioning.nothing_awaited'],
  ['withdrawn', 'positioning.withdrawn', 'positioning.withdrawn', 'positioning.withdrawn'],
  ['closed', 'positioning.nothing_awaited', 'positioning.act_not_allowed', 'positioning.nothing_awaited'],
];

describe('a row of a batch', () => {
  it.each(table)('that is %s: reminded %s, closed %s, put off %s', (status, ...outcomes) => {
    const inputs = [{ action: 'relaunch' }, { action: 'close' }, { action: 'postpone', until: '2026-06-01' }] as const;
    const got = inputs.map((input) => {
      const judged = judgeBatchRow(input, row(status), now);
      return judged.ok ? 'done' : judged.refusal.code;
    });
    expect(got).toEqual(outcomes);
  });

  it('has a line for every status', () => {
    expect(table.map(([status]) => status)).toEqual([...positioningStatuses]);
  });

  it.each([
    ['today', today, false],
    ['yesterday', '2026-05-03', false],
    ['tomorrow', '2026-05-05', true],
    // 27 days of May after the 4th, 30, 31, 31, 30 and 31 of the five months that follow, and 4 of November.
    ['the hundred and eighty-fourth day', '2026-11-04', true],
    ['the day after', '2026-11-05', false],
    ['nothing: at once', null, true],
  ])('is put off until %s, or not', (_, until, ok) => {
    const judged = judgeBatchRow({ action: 'postpone', until }, row('sent'), now);
    expect(judged).toEqual(ok ? { ok, value: true } : { ok, refusal: { code: 'positioning.pause_day', facts: {} } });
    expect(addDays(today, longestPauseDays)).toBe('2026-11-04');
  });

  it('is put off where no mail leaves: a pause writes to nobody', () => {
    const dead = { status: 'seen', address: null } as const;
    expect(judgeBatchRow({ action: 'postpone', until: null }, dead, { today, mailLeaves: false }).ok).toBe(true);
  });

  it.each([
    ['no relay before a dead address', row('sent', { isDead: true }), false, 'positioning.no_relay', {}],
    ['no address', { status: 'sent', address: null }, true, 'positioning.no_relay', {}],
    [
      'a dead address before a late reminder',
      row('seen', { isDead: true, lastReminderOn: today }),
      true,
      'positioning.address_dead',
      {},
    ],
    [
      'a reminder of today',
      row('seen', { lastReminderOn: today }),
      true,
      'positioning.reminded_lately',
      { day: '2026-05-07' },
    ],
    [
      'one of two days ago',
      row('seen', { lastReminderOn: '2026-05-02' }),
      true,
      'positioning.reminded_lately',
      { day: '2026-05-05' },
    ],
  ] as const)('is not reminded for one reason, the first: %s', (_, given, mailLeaves, code, facts) => {
    expect(judgeBatchRow({ action: 'relaunch' }, given, { today, mailLeaves })).toEqual({
      ok: false,
      refusal: { code, facts },
    });
  });

  it('may be reminded on the very day that a refusal names, and not on the eve', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), (ago) => {
        const given = row('sent', { lastReminderOn: addDays(today, -ago) });
        const refusal = judgeBatchRow({ action: 'relaunch' }, given, now);
        const day = refusal.ok ? '' : String(refusal.refusal.facts.day);
        expect(judgeBatchRow({ action: 'relaunch' }, given, { ...now, today: day }).ok).toBe(true);
        expect(judgeBatchRow({ action: 'relaunch' }, given, { ...now, today: addDays(day, -1) }).ok).toBe(false);
      }),
    );
  });
});

describe('the rows that a batch names', () => {
  it('are each kept once, in the order of the first time, and none is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 60 }), (numbers) => {
        const given = numbers.map(idOf);
        const { positioningIds } = batchInput.parse({ action: 'relaunch', positioningIds: given });
        expect(new Set(positioningIds)).toEqual(new Set(given));
        const firsts = positioningIds.map((id) => given.indexOf(id));
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
        expect(batchInput.parse({ action: 'relaunch', positioningIds })).toEqual({
          action: 'relaunch',
          positioningIds,
        });
      }),
    );
  });

  it('are two hundred at the most', () => {
    const many = (count: number) => ({
      action: 'relaunch',
      positioningIds: Array.from({ length: count }, (_, index) => idOf(index)),
    });
    expect(batchInput.safeParse(many(200)).success).toBe(true);
    expect(batchInput.safeParse(many(201)).success).toBe(false);
  });
});

describe('the caps', () => {
  const count = fc.integer({ min: 0, max: 60 });
  const caps = fc.record({ offer: fc.integer({ min: 1, max: 40 }), company: fc.integer({ min: 1, max: 60 }) });
  const employer = 'Propreté du Canal';

  it('let two sendings leave, one after the other, exactly when they let the whole leave', () => {
    fc.assert(
      fc.property(caps, fc.option(count), count, count, count, (most, openOnOffer, openAtCompany, one, two) => {
        const waiting = { openOnOffer, openAtCompany, employer };
        const then = {
          openOnOffer: openOnOffer === null ? null : openOnOffer + one,
          openAtCompany: openAtCompany + one,
          employer,
        };
        const apart = checkCaps(most, waiting, one).ok && checkCaps(most, then, two).ok;
        expect(checkCaps(most, waiting, one + two).ok).toBe(apart);
      }),
    );
  });

  it.each([
    ['the last place of an offer', 19, 0, 1, null],
    ['one beyond the offer', 20, 20, 1, ['positioning.offer_cap', { open: 20, cap: 20 }]],
    ['the last places of a company', 0, 28, 12, null],
    ['one beyond the company', 0, 29, 12, ['positioning.company_cap', { employer, open: 29, cap: 40 }]],
    ['beyond both: the offer is said', 20, 40, 1, ['positioning.offer_cap', { open: 20, cap: 20 }]],
    ['beyond the company, without an offer', null, 40, 1, ['positioning.company_cap', { employer, open: 40, cap: 40 }]],
  ] as const)('hold to the one: %s', (_, openOnOffer, openAtCompany, more, refusal) => {
    const waiting = { openOnOffer, openAtCompany, employer };
    const got = checkCaps({ offer: 20, company: 40 }, waiting, more);
    if (refusal === null) expect(got).toEqual({ ok: true, value: more });
    else expect(got).toEqual({ ok: false, refusal: { code: refusal[0], facts: refusal[1] } });
  });
});

describe('a meeting to confirm', () => {
  const whole: Sheet = {
    address: '3 quai du Canal',
    hours: '9 h - 12 h',
    contactName: 'Hélène Roy',
    contactPhone: '+33612345678',
    tutor: 'Karim',
    equipment: 'chaussures',
  };
  const at = new Date('2026-05-04T12:30:00Z');

  it('names the fields that are missing in the order of the sheet, whichever they are', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...sheetFields]), (lacking) => {
        const sheet = { ...whole, ...Object.fromEntries(lacking.map((field) => [field, null])) };
        const expected = sheetFields.filter((field) => lacking.includes(field));
        expect(missingOf(sheet)).toEqual(expected);
        const got = confirmInterview(sheet, at, new Date('2026-05-01T08:00:00Z'));
        expect(got.ok ? null : got.refusal.facts).toEqual(
          lacking.length === 0 ? null : { missing: expected.join(' ') },
        );
      }),
    );
  });

  it.each([
    ['a millisecond ahead', -1, true],
    ['this very instant', 0, false],
    ['a millisecond ago', 1, false],
  ])('is %s, or not', (_, late, ok) => {
    expect(confirmInterview(whole, at, new Date(at.getTime() + late)).ok).toBe(ok);
  });

  it('says what is missing before it says that it is past', () => {
    const got = confirmInterview({ ...whole, tutor: ' \t' }, at, new Date('2026-06-01T08:00:00Z'));
    expect(got).toEqual({ ok: false, refusal: { code: 'positioning.sheet_incomplete', facts: { missing: 'tutor' } } });
  });

  it.each([
    ['2028-02-29T23:59', true],
    ['2026-05-04T00:00', true],
    ['2026-02-29T10:00', false],
    ['2026-05-04T24:00', false],
    ['2026-05-04T9:30', false],
    ['2026-05-04T09:60', false],
    ['2026-05-04 09:30', false],
    ['2026-05-04T09:30:00', false],
    ['2026-05-04T09:30Z', false],
    ['', false],
  ])('is at an hour that a clock of Paris shows: %s', (text, ok) => {
    const parsed = sheetInput.safeParse({ positioningId: idOf(1), at: text });
    expect(parsed.success).toBe(ok);
    if (!ok) expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['positioning.interview_date_missing']);
  });

  it.each([
    [4, false],
    [5, true],
    [480, true],
    [481, false],
    [45.5, false],
  ])('lasts %s minutes, or not', (minutes, ok) => {
    expect(sheetInput.safeParse({ positioningId: idOf(1), at: '2026-05-04T09:30', minutes }).success).toBe(ok);
  });
});
