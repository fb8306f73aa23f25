import { contactOutcomes } from '@jonction/domain/contact/outcome';
import {
  isTold,
  isTooLateForLetter,
  nextWorkingDay,
  remindsOfMeeting,
  remindsOfOffer,
  settleErrands,
  settleErrandsSchema,
  tellingEnds,
  tellingOutcomes,
  tellingTries,
} from '@jonction/domain/participant/errand';
import { preferredChannels } from '@jonction/domain/participant/status';
import { isWorkingDay, workingDaysSince } from '@jonction/domain/reference/working-days';
import { addDays, dayFromNumber, dayNumber } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const someDay = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2030-12-31') }).map(dayFromNumber);

describe('telling somebody', () => {
  it('ends by a conversation or by what was sent, and by nothing else', () => {
    expect(tellingOutcomes.filter(isTold)).toEqual([...tellingEnds]);
    for (const outcome of tellingOutcomes) expect(contactOutcomes).toContain(outcome);
  });

  it.each(tellingTries)('%s leaves it to be said', (outcome) => {
    expect(settleErrands(2, 'phone', outcome)).toEqual({ ok: true, value: false });
  });

  it.each([
    ['phone', 'reached', true],
    ['third', 'reached', true],
    ['sms', 'sent', true],
    ['letter', 'sent', true],
    ['letter', 'reached', true],
    ['mail', 'sent', true],
    ['phone', 'sent', false],
    ['third', 'sent', false],
    ['letter', 'no_answer', false],
    ['letter', 'voicemail', false],
  ] as const)('by %s, "%s" may end it: %s', (channel, outcome, may) => {
    const decision = settleErrands(1, channel, outcome);
    expect(decision).toEqual(
      may
        ? { ok: true, value: true }
        : { ok: false, refusal: expect.objectContaining({ code: 'participant.errand_not_so' }) },
    );
  });

  it('ends nothing when nothing waits, by any way', () => {
    for (const channel of preferredChannels) {
      for (const outcome of tellingOutcomes) {
        expect(settleErrands(0, channel, outcome)).toMatchObject({
          ok: false,
          refusal: { code: 'participant.errand_none' },
        });
      }
    }
  });

  it('can be ended by every way, so that nobody waits for ever', () => {
    for (const channel of preferredChannels) {
      expect(
        tellingOutcomes.some((outcome) => {
          const decision = settleErrands(1, channel, outcome);
          return decision.ok && decision.value;
        }),
      ).toBe(true);
    }
  });

  it('takes a short note, or none', () => {
    const form = { participantId: '0190a000-0000-7000-8000-000000000001', outcome: 'reached' };
    expect(settleErrandsSchema.safeParse(form).success).toBe(true);
    expect(settleErrandsSchema.safeParse({ ...form, note: 'x'.repeat(2001) }).success).toBe(false);
    expect(settleErrandsSchema.safeParse({ ...form, outcome: 'met' }).success).toBe(false);
  });
});

describe('the eve of a meeting', () => {
  // 2026-03-06 is a Friday; 2026-05-01 a holiday.
  it.each([
    ['told on Monday, meets on Wednesday, said again on Tuesday', '2026-03-02', '2026-03-04', '2026-03-03', true],
    ['on the day itself it is too late', '2026-03-02', '2026-03-04', '2026-03-04', false],
    ['two days before it is too early', '2026-03-01', '2026-03-05', '2026-03-03', false],
    ['a Monday is said again on Friday', '2026-03-02', '2026-03-09', '2026-03-06', true],
    ['a Saturday is said again on Friday', '2026-03-02', '2026-03-07', '2026-03-06', true],
    ['after a holiday it is said before the holiday', '2026-04-20', '2026-05-04', '2026-04-30', true],
    ['told today, it is not said twice today', '2026-03-03', '2026-03-04', '2026-03-03', false],
  ])('%s', (_, setOn, meetingOn, today, reminds) => {
    expect(remindsOfMeeting({ setOn, meetingOn }, today)).toBe(reminds);
  });

  it('comes on exactly one working day, for whoever was told in time', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 6, max: 30 }), (meetingOn, before) => {
        const setOn = addDays(meetingOn, -before);
        const mornings = Array.from({ length: before }, (_, index) => addDays(setOn, index + 1)).filter(isWorkingDay);
        expect(mornings.filter((day) => remindsOfMeeting({ setOn, meetingOn }, day))).toHaveLength(1);
      }),
    );
  });

  it('finds the next working day, never one off', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const next = nextWorkingDay(day);
        expect(isWorkingDay(next)).toBe(true);
        expect(workingDaysSince(day, next)).toBe(1);
      }),
    );
    expect(nextWorkingDay('2026-04-30')).toBe('2026-05-04');
  });
});

describe('an offer without an answer', () => {
  it.each([
    ['2026-03-02', '2026-03-06', false],
    ['2026-03-02', '2026-03-09', true],
    ['2026-03-02', '2026-03-08', false],
    ['2026-04-27', '2026-05-04', false],
    ['2026-04-27', '2026-05-05', true],
  ])('asked on %s is said once more on %s: %s', (askedOn, today, reminds) => {
    expect(remindsOfOffer(askedOn, today)).toBe(reminds);
  });
});

describe('a letter', () => {
  it.each([
    ['2026-03-06', '2026-03-02', false],
    ['2026-03-05', '2026-03-02', true],
    ['2026-03-02', '2026-03-02', true],
    ['2026-03-10', '2026-03-05', true],
    ['2026-03-11', '2026-03-05', false],
  ])('for a meeting on %s, posted on %s, would come too late: %s', (meetingOn, today, late) => {
    expect(isTooLateForLetter(meetingOn, today)).toBe(late);
  });
});
