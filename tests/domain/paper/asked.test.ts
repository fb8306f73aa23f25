import {
  askPapersSchema,
  bringPaperSchema,
  decidePaper,
  decidePaperSchema,
  expiringDays,
  expiryOf,
  type LineFacts,
  letterDue,
  mayBring,
  type PaperState,
  paperStates,
  stateOf,
  type WantedFacts,
  wantedStates,
} from '@jonction/domain/paper/asked';
import { paperKindNames } from '@jonction/domain/paper/categories';
import { addDays, type Day } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2026-03-16';
const codeOf = (decision: { ok: boolean; refusal?: { code: string } }) =>
  decision.ok ? null : (decision.refusal?.code ?? '');
const id = '0190a000-0000-7000-8000-000000000001';

describe('what is asked', () => {
  const parse = (given: object) => askPapersSchema.safeParse({ employerId: id, ...given });
  const firstOf = (given: object) => parse(given).error?.issues[0]?.message;

  it('is one paper at least', () => {
    expect(firstOf({ items: [] })).toBe('paper.nothing_asked');
  });

  it('is of a kind that is known', () => {
    expect(parse({ items: [{ kind: 'passport' }] }).success).toBe(false);
    for (const kind of paperKindNames) expect(parse({ items: [{ kind }] }).success, kind).toBe(true);
  });

  it('counts whole months, from one to ten years', () => {
    for (const validMonths of [1, 6, 120]) {
      expect(parse({ items: [{ kind: 'vigilance', validMonths }] }).success, String(validMonths)).toBe(true);
    }
    for (const validMonths of [0, -6, 121, 1.5]) {
      expect(parse({ items: [{ kind: 'vigilance', validMonths }] }).success, String(validMonths)).toBe(false);
    }
  });

  it('has a day that exists, or none', () => {
    expect(parse({ items: [{ kind: 'insurance' }], dueOn: '2026-02-30' }).success).toBe(false);
    expect(parse({ items: [{ kind: 'insurance' }], dueOn: '2026-02-28' }).success).toBe(true);
    expect(parse({ items: [{ kind: 'insurance' }], dueOn: null }).success).toBe(true);
  });

  it('is not a flood: thirty papers at most, a word of a thousand signs', () => {
    const items = (count: number) => Array.from({ length: count }, () => ({ kind: 'other', label: 'x' }));
    expect(parse({ items: items(30) }).success).toBe(true);
    expect(parse({ items: items(31) }).success).toBe(false);
    expect(parse({ items: items(1), note: 'x'.repeat(1001) }).success).toBe(false);
  });
});

describe('what is brought and decided', () => {
  it('has a file', () => {
    expect(bringPaperSchema.safeParse({ itemId: id, fileId: '' }).error?.issues[0]?.message).toBe('file.missing');
    expect(bringPaperSchema.safeParse({ itemId: id, fileId: id }).success).toBe(true);
  });

  it('keeps the dates that were typed, and refuses those that are none', () => {
    expect(bringPaperSchema.safeParse({ itemId: id, fileId: id, issuedOn: '16/03/2026' }).success).toBe(false);
    expect(bringPaperSchema.parse({ itemId: id, fileId: id, issuedOn: today })).toMatchObject({ issuedOn: today });
  });

  it.each([
    ['a social security number', 'Bulletin de 2 69 05 49 588 157 80'],
    ['bank details', 'IBAN FR76 3000 6000 0112 3456 7890 189'],
  ])('lets no %s into a word that others read', (_, text) => {
    expect(decidePaperSchema.safeParse({ itemId: id, accept: false, reason: text }).success).toBe(false);
    const items = [{ kind: 'other', label: 'x' }];
    expect(askPapersSchema.safeParse({ employerId: id, items, note: text }).success).toBe(false);
    expect(askPapersSchema.safeParse({ employerId: id, items: [{ kind: 'other', label: text }] }).success).toBe(false);
  });

  it('trims the reason', () => {
    expect(decidePaperSchema.parse({ itemId: id, accept: false, reason: '  flou ' }).reason).toBe('flou');
  });
});

type Expiry = [
  kind: (typeof paperKindNames)[number],
  validMonths: number | null,
  issuedOn: Day | null,
  validUntil: Day | null,
  answer: string | null,
];

describe('until when a paper counts', () => {
  it.each<Expiry>([
    // In months from its issue, the day included.
    ['vigilance', 6, '2026-03-16', null, '2026-09-16'],
    ['vigilance', 6, '2026-03-02', null, '2026-09-02'],
    ['vigilance', 6, '2025-09-16', null, '2026-03-16'],
    ['registration', 3, '2026-01-31', null, '2026-04-30'],
    ['registration', 3, '2025-12-31', null, '2026-03-31'],
    ['tax_certificate', 12, '2025-04-01', null, '2026-04-01'],
    ['tax_certificate', 12, '2026-02-28', null, '2027-02-28'],
    // What was asked in months does not listen to another end.
    ['vigilance', 6, '2026-03-02', '2030-01-01', '2026-09-02'],
    // The months asked win over the kind, which has none of its own here.
    ['insurance', 12, '2026-03-01', null, '2027-03-01'],
    ['work_contract', 24, '2026-03-01', null, '2028-03-01'],
    // To a day that is written on it.
    ['insurance', null, null, '2026-12-31', '2026-12-31'],
    ['insurance', null, '2026-01-01', '2026-12-31', '2026-12-31'],
    ['siae_agreement', null, null, '2028-12-31', '2028-12-31'],
    ['adapted_agreement', null, null, '2027-06-30', '2027-06-30'],
    ['geiq_label', null, null, '2026-12-31', '2026-12-31'],
    ['temp_guarantee', null, null, '2026-12-31', '2026-12-31'],
    // The last day still counts.
    ['insurance', null, null, '2026-03-16', '2026-03-16'],
    // For good.
    ['work_contract', null, null, null, null],
    ['payslip', null, '2026-02-28', null, null],
    ['commitment', null, null, null, null],
    ['other', null, null, null, null],
    ['other', null, null, '2026-06-30', '2026-06-30'],
  ])('%s asked for %s months, issued %s, written %s: %s', (kind, validMonths, issuedOn, validUntil, answer) => {
    expect(expiryOf({ kind, validMonths }, { issuedOn, validUntil }, today)).toEqual({ ok: true, value: answer });
  });

  it.each<Expiry>([
    ['vigilance', 6, null, null, 'paper.issued_missing'],
    ['vigilance', 6, null, '2026-12-31', 'paper.issued_missing'],
    ['registration', 3, null, null, 'paper.issued_missing'],
    ['vigilance', 6, '2026-03-17', null, 'paper.issued_in_future'],
    ['insurance', null, '2027-01-01', '2027-12-31', 'paper.issued_in_future'],
    ['work_contract', null, '2026-04-01', null, 'paper.issued_in_future'],
    ['insurance', null, null, null, 'paper.until_missing'],
    ['insurance', null, '2026-01-01', null, 'paper.until_missing'],
    ['siae_agreement', null, null, null, 'paper.until_missing'],
    ['adapted_agreement', null, null, null, 'paper.until_missing'],
    ['geiq_label', null, null, null, 'paper.until_missing'],
    ['temp_guarantee', null, null, null, 'paper.until_missing'],
    ['vigilance', 6, '2025-09-15', null, 'paper.already_expired'],
    ['registration', 3, '2025-12-15', null, 'paper.already_expired'],
    ['insurance', null, null, '2026-03-15', 'paper.already_expired'],
    ['other', null, null, '2020-01-01', 'paper.already_expired'],
  ])(
    '%s asked for %s months, issued %s, written %s is refused: %s',
    (kind, validMonths, issuedOn, validUntil, code) => {
      expect(codeOf(expiryOf({ kind, validMonths }, { issuedOn, validUntil }, today))).toBe(code);
    },
  );

  it('says since when a paper is over', () => {
    const over = expiryOf(
      { kind: 'insurance', validMonths: null },
      { issuedOn: null, validUntil: '2026-01-31' },
      today,
    );
    expect(over).toEqual({ ok: false, refusal: { code: 'paper.already_expired', facts: { day: '2026-01-31' } } });
  });

  it('never takes a paper that is over, whatever its months and its days', () => {
    const day = fc.integer({ min: -800, max: 800 }).map((count) => addDays(today, count));
    fc.assert(
      fc.property(
        fc.constantFrom(...paperKindNames),
        fc.option(fc.integer({ min: 1, max: 36 })),
        fc.option(day),
        fc.option(day),
        (kind, validMonths, issuedOn, validUntil) => {
          const decision = expiryOf({ kind, validMonths }, { issuedOn, validUntil }, today);
          if (decision.ok && decision.value !== null) expect(decision.value >= today).toBe(true);
          if (decision.ok && validMonths !== null) expect(issuedOn).not.toBeNull();
        },
      ),
    );
  });
});

const brought = (decision: 'accepted' | 'refused' | null, validUntil: Day | null = null): LineFacts['piece'] => ({
  decision,
  validUntil,
});

describe('where a paper stands', () => {
  it.each<[string, LineFacts, PaperState]>([
    ['nothing was brought', { cancelled: false, dueOn: null, piece: null }, 'asked'],
    ['it is awaited later', { cancelled: false, dueOn: '2026-03-17', piece: null }, 'asked'],
    ['it is awaited today', { cancelled: false, dueOn: today, piece: null }, 'asked'],
    ['it was awaited yesterday', { cancelled: false, dueOn: '2026-03-15', piece: null }, 'late'],
    ['it waits to be read', { cancelled: false, dueOn: null, piece: brought(null) }, 'received'],
    ['it came late, and waits', { cancelled: false, dueOn: '2026-03-01', piece: brought(null) }, 'received'],
    ['it waits and is over', { cancelled: false, dueOn: null, piece: brought(null, '2026-03-01') }, 'received'],
    ['it was refused', { cancelled: false, dueOn: null, piece: brought('refused') }, 'refused'],
    ['it was refused and late', { cancelled: false, dueOn: '2026-03-01', piece: brought('refused') }, 'refused'],
    ['it counts for good', { cancelled: false, dueOn: null, piece: brought('accepted') }, 'accepted'],
    ['it counts long', { cancelled: false, dueOn: null, piece: brought('accepted', '2026-12-31') }, 'accepted'],
    ['31 days are left', { cancelled: false, dueOn: null, piece: brought('accepted', '2026-04-16') }, 'accepted'],
    ['30 days are left', { cancelled: false, dueOn: null, piece: brought('accepted', '2026-04-15') }, 'expiring'],
    ['a day is left', { cancelled: false, dueOn: null, piece: brought('accepted', '2026-03-17') }, 'expiring'],
    ['it ends today', { cancelled: false, dueOn: null, piece: brought('accepted', today) }, 'expiring'],
    ['it ended yesterday', { cancelled: false, dueOn: null, piece: brought('accepted', '2026-03-15') }, 'expired'],
    ['it is not asked any more', { cancelled: true, dueOn: '2026-03-01', piece: null }, 'cancelled'],
    [
      'it is over and not asked',
      { cancelled: true, dueOn: null, piece: brought('accepted', '2020-01-01') },
      'cancelled',
    ],
    ['it waits and is not asked', { cancelled: true, dueOn: null, piece: brought(null) }, 'cancelled'],
  ])('%s', (_, facts, state) => {
    expect(stateOf(facts, today)).toBe(state);
  });

  it('only ever goes from accepted to expiring to expired as days pass', () => {
    const order: readonly PaperState[] = ['accepted', 'expiring', 'expired'];
    let last = 0;
    for (let at = 0; at < 200; at += 1) {
      const state = stateOf(
        { cancelled: false, dueOn: null, piece: brought('accepted', '2026-07-01') },
        addDays(today, at),
      );
      const rank = order.indexOf(state);
      expect(rank).toBeGreaterThanOrEqual(last);
      last = rank;
    }
    expect(last).toBe(2);
  });

  it('has a name that lists know', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.option(fc.integer({ min: -99, max: 99 }).map((count) => addDays(today, count))),
        fc.option(
          fc.record({
            decision: fc.constantFrom('accepted' as const, 'refused' as const, null),
            validUntil: fc.option(fc.integer({ min: -99, max: 99 }).map((count) => addDays(today, count))),
          }),
        ),
        (cancelled, dueOn, piece) => {
          expect(paperStates).toContain(stateOf({ cancelled, dueOn, piece }, today));
        },
      ),
    );
  });

  it('asks the company for something in five states, and in no other', () => {
    expect(paperStates.filter((state) => !wantedStates.some((one) => one === state))).toEqual([
      'received',
      'accepted',
      'cancelled',
    ]);
  });
});

describe('a piece that comes', () => {
  it.each(paperStates.filter((state) => state !== 'cancelled'))('is taken while it is %s', (state) => {
    expect(mayBring(state).ok).toBe(true);
  });

  it('is not taken for a line that is no longer asked', () => {
    expect(codeOf(mayBring('cancelled'))).toBe('paper.cancelled');
  });
});

describe('a decision on a paper', () => {
  it.each(paperStates.filter((state) => state !== 'received'))('is not made while it is %s', (state) => {
    for (const accept of [true, false]) {
      expect(codeOf(decidePaper(state, { accept, reason: 'parce que' }))).toBe('paper.nothing_to_decide');
    }
  });

  it('accepts without a word, and refuses with a reason alone', () => {
    expect(decidePaper('received', { accept: true, reason: null })).toEqual({ ok: true, value: 'accepted' });
    expect(decidePaper('received', { accept: true, reason: 'bien' })).toEqual({ ok: true, value: 'accepted' });
    expect(decidePaper('received', { accept: false, reason: 'flou' })).toEqual({ ok: true, value: 'refused' });
    expect(codeOf(decidePaper('received', { accept: false, reason: null }))).toBe('paper.reason_missing');
    expect(codeOf(decidePaper('received', { accept: false, reason: '' }))).toBe('paper.reason_missing');
  });
});

const asked = (since: Day, state: PaperState = 'asked'): WantedFacts => ({ state, since, validUntil: null });
const ends = (validUntil: Day, state: PaperState = 'expiring'): WantedFacts => ({
  state,
  since: '2025-01-01',
  validUntil,
});

describe('the days on which a company is written to', () => {
  /** The days of a year on which a letter leaves, when one leaves each morning that it is due. */
  function lettersOf(stateOn: (day: Day) => WantedFacts[], from: Day, days: number): Day[] {
    const sent: Day[] = [];
    for (let at = 0; at < days; at += 1) {
      const day = addDays(from, at);
      if (letterDue(stateOn(day), sent.at(-1) ?? null, day)) sent.push(day);
    }
    return sent;
  }

  it('are those after it was asked: the day, a week, a fortnight, a month; and then no more', () => {
    expect(lettersOf(() => [asked(today)], today, 365)).toEqual([
      '2026-03-16',
      '2026-03-23',
      '2026-03-31',
      '2026-04-15',
    ]);
  });

  it('are a month and a week before an end, and the day after it', () => {
    const on = (day: Day) => [ends('2026-07-01', day > '2026-07-01' ? 'expired' : 'expiring')];
    expect(lettersOf(on, '2026-06-01', 200)).toEqual(['2026-06-01', '2026-06-24', '2026-07-02']);
  });

  it('are said once for ten papers of the same day', () => {
    expect(lettersOf(() => Array.from({ length: 10 }, () => asked(today)), today, 365)).toHaveLength(4);
  });

  it('begin again for a paper that is refused', () => {
    const on = (day: Day) => [asked(today), ...(day >= '2026-05-04' ? [asked('2026-05-04', 'refused')] : [])];
    expect(lettersOf(on, today, 365)).toEqual([
      '2026-03-16',
      '2026-03-23',
      '2026-03-31',
      '2026-04-15',
      '2026-05-04',
      '2026-05-11',
      '2026-05-19',
      '2026-06-03',
    ]);
  });

  it.each<[string, WantedFacts[], Day | null, boolean]>([
    ['nothing is wanted', [], null, false],
    ['it was asked today and nobody wrote', [asked(today)], null, true],
    ['it was asked today and somebody wrote today', [asked(today)], today, false],
    ['it was asked tomorrow', [asked('2026-03-17')], null, false],
    ['it was told six days ago', [asked('2026-03-10')], '2026-03-10', false],
    ['it was told a week ago', [asked('2026-03-09')], '2026-03-09', true],
    ['a week was caught up yesterday', [asked('2026-03-08')], '2026-03-15', false],
    ['it is late', [asked('2026-03-01', 'late')], '2026-03-08', true],
    ['it was refused today', [asked(today, 'refused')], '2026-03-12', true],
    ['it waits to be read', [asked('2026-01-01', 'received')], null, false],
    ['it is accepted', [ends('2026-12-31', 'accepted')], null, false],
    ['it is not asked any more', [asked('2026-01-01', 'cancelled')], null, false],
    ['30 days are left', [ends('2026-04-15')], '2026-01-01', true],
    ['31 days are left', [ends('2026-04-16')], '2026-01-01', false],
    ['the month was told', [ends('2026-04-15')], today, false],
    ['7 days are left', [ends('2026-03-23')], '2026-03-01', true],
    ['it ended yesterday', [ends('2026-03-15', 'expired')], '2026-03-10', true],
    ['its end was told', [ends('2026-03-15', 'expired')], today, false],
    ['it ends today', [ends(today)], '2026-03-10', false],
  ])('%s', (_, wanted, lastLetterOn, due) => {
    expect(letterDue(wanted, lastLetterOn, today)).toBe(due);
  });

  it('never write again on the day of a letter, whatever is wanted', () => {
    const day = fc.integer({ min: -400, max: 400 }).map((count) => addDays(today, count));
    const line = fc.record({
      state: fc.constantFrom(...paperStates),
      since: day,
      validUntil: fc.option(day),
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        expect(letterDue(lines, today, today)).toBe(false);
      }),
    );
  });

  it('are at most four for a paper that nobody brings, however the mornings are missed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 40 }), (gaps) => {
        const sent: Day[] = [];
        let day: Day = today;
        for (const gap of gaps) {
          if (letterDue([asked(today)], sent.at(-1) ?? null, day)) sent.push(day);
          day = addDays(day, gap);
        }
        expect(sent.length).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('do not stop at a paper that is settled while another one waits', () => {
    const on = (day: Day) => [asked(today, day >= '2026-03-20' ? 'received' : 'asked'), asked('2026-03-19')];
    expect(lettersOf(on, today, 60)).toEqual(['2026-03-16', '2026-03-19', '2026-03-26', '2026-04-03', '2026-04-18']);
  });

  it('stop when the company brings everything', () => {
    const on = (day: Day) => [asked(today, day >= '2026-03-20' ? 'received' : 'asked')];
    expect(lettersOf(on, today, 365)).toEqual([today]);
  });

  it('stop when a paper that ended is no longer asked', () => {
    const on = (day: Day) => [ends('2026-07-01', day >= '2026-06-10' ? 'cancelled' : 'expiring')];
    expect(lettersOf(on, '2026-05-01', 200)).toEqual(['2026-06-01']);
  });

  it('say the ends of two papers each in its time', () => {
    const of = (end: Day, day: Day): WantedFacts =>
      ends(end, day > end ? 'expired' : addDays(day, expiringDays) >= end ? 'expiring' : 'accepted');
    const on = (day: Day) => [of('2026-07-01', day), of('2026-07-10', day)];
    expect(lettersOf(on, '2026-05-01', 200)).toEqual([
      '2026-06-01',
      '2026-06-10',
      '2026-06-24',
      '2026-07-02',
      '2026-07-03',
      '2026-07-11',
    ]);
  });

  it('are told early enough: the first word on an end comes a month before it', () => {
    expect(letterDue([ends(addDays(today, expiringDays))], null, today)).toBe(true);
    expect(letterDue([ends(addDays(today, expiringDays + 1))], null, today)).toBe(false);
  });
});
