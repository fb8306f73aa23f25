import { hourMarks } from '@jonction/domain/hours/by-week';
import {
  closingState,
  closingStates,
  isMonthOver,
  mayClose,
  mayReopen,
  monthSchema,
  sinceClosing,
} from '@jonction/domain/hours/closing';
import { proposalNoteSchema, reopeningReasonSchema } from '@jonction/domain/hours/closing-reason';
import { closingWords } from '@jonction/domain/hours/closing-words';
import { addDays } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nirKey } from '../../support/fictitious-numbers.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 3, 2, hour));
const nothing = { closedAt: null, reopenedAt: null, proposedAt: null };
const month = '2026-03';
const after = '2026-04-02';

describe('a month', () => {
  it.each([
    ['2026-02-28', false],
    ['2026-03-01', false],
    ['2026-03-31', false],
    ['2026-04-01', true],
    ['2027-01-01', true],
  ])('is over on %s: %s', (today, over) => {
    expect(isMonthOver(month, today)).toBe(over);
  });

  it('ends on the last day of February, leap or not', () => {
    expect(isMonthOver('2024-02', '2024-02-29')).toBe(false);
    expect(isMonthOver('2024-02', '2024-03-01')).toBe(true);
    expect(isMonthOver('2026-12', '2026-12-31')).toBe(false);
    expect(isMonthOver('2026-12', '2027-01-01')).toBe(true);
  });

  it.each(['2026-00', '2026-13', '2026-3', '26-03', '2026-03-01', ''])('is not written %s', (text) => {
    expect(monthSchema.safeParse(text).success).toBe(false);
  });

  it('is written with its year', () => {
    expect(monthSchema.parse('2026-12')).toBe('2026-12');
  });
});

describe('where a month stands', () => {
  it.each([
    ['running', '2026-03-31', nothing],
    ['running', '2026-03-31', { ...nothing, closedAt: at(9) }],
    ['open', after, nothing],
    ['proposed', after, { ...nothing, proposedAt: at(9) }],
    ['closed', after, { ...nothing, closedAt: at(9) }],
    ['closed', after, { ...nothing, proposedAt: at(8), closedAt: at(9) }],
    ['closed', after, { ...nothing, closedAt: at(9), proposedAt: at(10) }],
    ['reopened', after, { closedAt: at(9), reopenedAt: at(10), proposedAt: null }],
    ['reopened', after, { closedAt: at(9), reopenedAt: at(10), proposedAt: at(8) }],
    ['proposed', after, { closedAt: at(9), reopenedAt: at(10), proposedAt: at(11) }],
  ] as const)('is %s', (state, today, acts) => {
    expect(closingState(month, acts, today)).toBe(state);
  });

  it('has a word in each language for each state', () => {
    for (const state of closingStates) {
      for (const locale of ['fr', 'en'] as const) {
        expect(sentence(closingWords, locale, `hours.closing.${state}`)).not.toContain('hours.closing');
      }
    }
  });

  it('is closed or not, whatever its past: it never may be closed and reopened at once', () => {
    const instant = fc.option(
      fc.integer({ min: 0, max: 1e6 }).map((ms) => new Date(ms)),
      { nil: null },
    );
    fc.assert(
      fc.property(
        instant,
        instant,
        instant,
        fc.integer({ min: -40, max: 40 }),
        (closedAt, reopenedAt, proposedAt, days) => {
          const today = addDays('2026-04-01', days);
          const state = closingState(month, { closedAt, reopenedAt, proposedAt }, today);
          const close = mayClose(state, month).ok;
          const reopen = mayReopen(state, month).ok;
          expect(close && reopen).toBe(false);
          expect(reopen).toBe(closedAt !== null && reopenedAt === null && isMonthOver(month, today));
          if (!close) expect(['running', 'closed']).toContain(state);
        },
      ),
    );
  });
});

describe('closing and reopening', () => {
  it('refuses a month that is under way, and one that is closed', () => {
    expect(mayClose('running', month)).toEqual({
      ok: false,
      refusal: { code: 'hours.month_not_over', facts: { month } },
    });
    expect(mayClose('closed', month)).toMatchObject({ ok: false, refusal: { code: 'hours.month_closed' } });
    for (const state of ['open', 'proposed', 'reopened'] as const) expect(mayClose(state, month).ok).toBe(true);
  });

  it('reopens a closed month and no other', () => {
    expect(mayReopen('closed', month).ok).toBe(true);
    for (const state of ['running', 'open', 'proposed', 'reopened'] as const) {
      expect(mayReopen(state, month)).toMatchObject({ ok: false, refusal: { code: 'hours.month_not_closed' } });
    }
  });

  it('asks for a reason, of words', () => {
    expect(reopeningReasonSchema.parse('  Une feuille oubliée ')).toBe('Une feuille oubliée');
    expect(reopeningReasonSchema.safeParse('   ').success).toBe(false);
    expect(reopeningReasonSchema.safeParse('x'.repeat(501)).error?.issues[0]?.message).toBe('hours.reason_too_long');
    expect(reopeningReasonSchema.safeParse('  ').error?.issues[0]?.message).toBe('hours.reopening_without_reason');
  });

  it('keeps no number of a person in what is said of a month', () => {
    const nir = `180052A004001${nirKey('180052A004001')}`;
    for (const schema of [reopeningReasonSchema, proposalNoteSchema]) {
      expect(schema.safeParse(`Feuille de ${nir}`).error?.issues[0]?.message).toBe('shared.holds_nir');
    }
    expect(proposalNoteSchema.parse('  ')).toBeNull();
    expect(proposalNoteSchema.parse(undefined)).toBeNull();
    expect(proposalNoteSchema.parse(' Tout est là ')).toBe('Tout est là');
    expect(proposalNoteSchema.safeParse('x'.repeat(501)).success).toBe(false);
  });
});

describe('what moved since a closing', () => {
  const sums = fc.record(
    Object.fromEntries(hourMarks.map((mark) => [mark, fc.integer({ min: 0, max: 1e9 })])),
  ) as fc.Arbitrary<Record<(typeof hourMarks)[number], number>>;

  it('is nothing where the ledger says the same, whatever it says', () => {
    const still = { validated: 0, toDecide: 0, waiting: 0, rejected: 0 };
    fc.assert(
      fc.property(sums, (frozen) => {
        expect(sinceClosing(frozen, { ...frozen })).toEqual(still);
      }),
    );
  });

  it('added to what was frozen, is what stands now', () => {
    fc.assert(
      fc.property(sums, sums, (frozen, now) => {
        const moved = sinceClosing(frozen, now);
        for (const mark of hourMarks) expect(frozen[mark] + moved[mark]).toBe(now[mark]);
      }),
    );
  });
});
