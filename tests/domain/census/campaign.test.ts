import {
  type AskFacts,
  askState,
  askStates,
  campaignReminders,
  campaignRung,
  mayOpen,
  mayWrite,
  usualDelayDays,
} from '@jonction/domain/census/campaign';
import { campaignRefusalWords } from '@jonction/domain/census/campaign-words';
import { letterGuardDays, tooSoonToWrite } from '@jonction/domain/contact/letter-guard';
import { isWorkingDay, openDayFrom } from '@jonction/domain/reference/working-days';
import { addDays, daysBetween } from '@jonction/domain/shared/day';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const openedOn = '2020-04-01';
const dueOn = '2020-04-15';
const facts = (changes: Partial<AskFacts> = {}): AskFacts => ({
  ...{ openedOn, dueOn, closed: false, held: false, waiting: 12, address: 'voirie@ville.test' },
  ...{ sentRung: 0, lastToAddressOn: openedOn },
  ...changes,
});
const refusalOf = (changes: Partial<AskFacts>, today: string) => {
  const decided = mayWrite(facts(changes), today);
  return decided.ok ? null : decided.refusal.code;
};

const openings = fc.integer({ min: 0, max: 3_000 }).map((count) => addDays('2019-01-01', count));
const campaigns = fc
  .tuple(openings, fc.integer({ min: 1, max: 90 }))
  .map(([opened, delay]) => ({ openedOn: opened, dueOn: addDays(opened, delay) }));

describe('the delay of a campaign', () => {
  it.each([
    ['the next day', '2020-04-02', null],
    ['two weeks', addDays(openedOn, usualDelayDays), null],
    ['ninety days', addDays(openedOn, 90), null],
    ['today', openedOn, 'census.due_too_early'],
    ['yesterday', '2020-03-31', 'census.due_too_early'],
    ['ninety-one days', addDays(openedOn, 91), 'census.due_too_late'],
    ['a year', '2021-04-01', 'census.due_too_late'],
  ])('may be %s, or not', (_, day, code) => {
    const decided = mayOpen({ dueOn: day, today: openedOn });
    expect(decided.ok ? null : decided.refusal.code).toBe(code);
  });

  it('is refused in both languages, with the most that it may last', () => {
    expect(mayOpen({ dueOn: '2021-04-01', today: openedOn })).toMatchObject({ refusal: { facts: { most: 90 } } });
    for (const code of ['census.due_too_early', 'census.due_too_late']) {
      expect(hasSentence(campaignRefusalWords, code)).toBe(true);
    }
  });
});

describe('the reminders of a campaign', () => {
  it('leave four days before the end of the delay, the day after it, and a week after', () => {
    // 11 April is a Saturday and 13 April Easter Monday: the letter waits for the Tuesday.
    expect(campaignReminders({ openedOn, dueOn })).toEqual([
      { rung: 1, day: '2020-04-14' },
      { rung: 2, day: '2020-04-16' },
      { rung: 3, day: '2020-04-23' },
    ]);
  });

  it('leave out the one before the end when the delay is short', () => {
    expect(campaignReminders({ openedOn: '2020-06-01', dueOn: '2020-06-04' })).toEqual([
      { rung: 2, day: '2020-06-05' },
      { rung: 3, day: '2020-06-12' },
    ]);
  });

  it('leave on days on which offices are open, in order, never within three days of the first letter', () => {
    fc.assert(
      fc.property(campaigns, (campaign) => {
        const reminders = campaignReminders(campaign);
        for (const { day } of reminders) {
          expect(isWorkingDay(day)).toBe(true);
          expect(daysBetween(campaign.openedOn, day)).toBeGreaterThanOrEqual(letterGuardDays);
        }
        const days = reminders.map(({ day }) => day);
        expect(days).toEqual([...days].sort());
        expect(reminders.map(({ rung }) => rung)).toEqual([...new Set(reminders.map(({ rung }) => rung))].sort());
      }),
    );
  });

  it('are three at most, and one at least', () => {
    fc.assert(
      fc.property(campaigns, (campaign) => {
        const { length } = campaignReminders(campaign);
        expect(length).toBeGreaterThanOrEqual(1);
        expect(length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

describe('the day on which a letter leaves', () => {
  it.each([
    ['2020-04-14', '2020-04-14'],
    ['2020-04-10', '2020-04-10'],
    ['2020-04-11', '2020-04-14'],
    ['2020-04-12', '2020-04-14'],
    ['2020-05-01', '2020-05-04'],
    ['2020-12-25', '2020-12-28'],
  ])('%s leaves on %s', (day, open) => {
    expect(openDayFrom(day)).toBe(open);
  });

  it('is never put off by more than a long weekend', () => {
    fc.assert(
      fc.property(openings, (day) => {
        const open = openDayFrom(day);
        expect(daysBetween(day, open)).toBeLessThanOrEqual(4);
        expect(open >= day).toBe(true);
      }),
    );
  });
});

describe('an address', () => {
  it('is not written to within three days, and is on the third', () => {
    expect([0, 1, 2, 3, 4].map((days) => tooSoonToWrite(openedOn, addDays(openedOn, days)))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('whether a buyer may be written to', () => {
  const later = '2020-04-14';

  it('says at which address', () => {
    expect(mayWrite(facts(), later)).toEqual({ ok: true, value: 'voirie@ville.test' });
  });

  it.each<[string, Partial<AskFacts>, string]>([
    ['a closed campaign', { closed: true }, 'census.campaign_closed'],
    ['a campaign whose letters are stopped', { held: true }, 'census.campaign_held'],
    ['whoever answered for all', { waiting: 0 }, 'census.all_answered'],
    ['nobody to write to', { address: null }, 'census.no_address'],
    ['an address written to yesterday', { lastToAddressOn: '2020-04-13' }, 'census.address_guard'],
  ])('refuses %s', (_, changes, code) => {
    expect(refusalOf(changes, later)).toBe(code);
    expect(hasSentence(campaignRefusalWords, code)).toBe(true);
  });

  it('gives the gravest reason first: closed, then stopped, then answered, then nobody', () => {
    const all = { closed: true, held: true, waiting: 0, address: null };
    expect(refusalOf(all, later)).toBe('census.campaign_closed');
    expect(refusalOf({ ...all, closed: false }, later)).toBe('census.campaign_held');
    expect(refusalOf({ ...all, closed: false, held: false }, later)).toBe('census.all_answered');
    expect(refusalOf({ address: null }, later)).toBe('census.no_address');
  });

  it('says when the address was written to', () => {
    expect(mayWrite(facts({ lastToAddressOn: '2020-04-12' }), later)).toMatchObject({
      refusal: { facts: { day: '2020-04-12' } },
    });
  });

  it('writes to an address that nobody ever wrote to', () => {
    expect(refusalOf({ lastToAddressOn: null }, later)).toBeNull();
  });
});

describe('the letter of a morning', () => {
  it('is the first while none left, on any day', () => {
    expect(campaignRung(facts({ sentRung: null, lastToAddressOn: null }), openedOn)).toBe(0);
    // A Sunday: whoever opens a campaign sees its letters leave.
    expect(campaignRung(facts({ sentRung: null, lastToAddressOn: null }), '2020-04-05')).toBe(0);
  });

  it('waits for the days of the ladder', () => {
    const mornings = ['2020-04-02', '2020-04-10', '2020-04-14', '2020-04-15', '2020-04-16', '2020-04-22', '2020-04-23'];
    expect(mornings.map((day) => campaignRung(facts(), day))).toEqual([null, null, 1, 1, 2, 2, 3]);
  });

  it('is sent once a rung', () => {
    const climbed = (rung: number, last: string) => facts({ sentRung: rung, lastToAddressOn: last });
    expect(campaignRung(climbed(1, '2020-04-14'), '2020-04-15')).toBeNull();
    expect(campaignRung(climbed(2, '2020-04-17'), '2020-04-22')).toBeNull();
    expect(campaignRung(climbed(3, '2020-04-23'), '2020-06-02')).toBeNull();
  });

  it('is the last rung reached, where several were missed', () => {
    expect(campaignRung(facts(), '2020-05-04')).toBe(3);
  });

  it('waits where the address was written to about something else', () => {
    expect(campaignRung(facts({ lastToAddressOn: '2020-04-13' }), '2020-04-14')).toBeNull();
    expect(campaignRung(facts({ lastToAddressOn: '2020-04-13' }), '2020-04-16')).toBe(2);
  });

  it.each<[string, Partial<AskFacts>]>([
    ['all is answered', { waiting: 0 }],
    ['the address came back', { address: null }],
    ['the campaign is closed', { closed: true }],
    ['letters are stopped', { held: true }],
  ])('does not leave when %s', (_, changes) => {
    expect(campaignRung(facts(changes), '2020-04-14')).toBeNull();
    expect(campaignRung(facts({ ...changes, sentRung: null }), '2020-04-14')).toBeNull();
  });

  it('does not remind on a day off', () => {
    expect(campaignRung(facts(), '2020-04-18')).toBeNull();
    expect(campaignRung(facts(), '2020-05-01')).toBeNull();
  });

  it('writes at most four times to somebody who never answers, three days apart or more', () => {
    fc.assert(
      fc.property(campaigns, ({ openedOn: opened, dueOn: due }) => {
        const sent: string[] = [];
        let sentRung: number | null = null;
        for (let day = opened; day <= addDays(due, 40); day = addDays(day, 1)) {
          const rung: number | null = campaignRung(
            facts({ openedOn: opened, dueOn: due, sentRung, lastToAddressOn: sent.at(-1) ?? null }),
            day,
          );
          if (rung === null) continue;
          sentRung = rung;
          sent.push(day);
        }
        expect(sent[0]).toBe(opened);
        expect(sent.length).toBeLessThanOrEqual(4);
        for (const [at, day] of sent.entries()) {
          const before = sent[at - 1];
          if (before) expect(daysBetween(before, day)).toBeGreaterThanOrEqual(letterGuardDays);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('where a buyer stands', () => {
  type Ask = Parameters<typeof askState>[0];
  const ask = (changes: Partial<Ask> = {}): Ask => ({
    ...{ rows: 12, answered: 0, address: 'voirie@ville.test', letters: 1, returned: false, opened: false },
    ...changes,
  });

  it.each<[(typeof askStates)[number], Partial<Ask>]>([
    ['answered', { answered: 12 }],
    ['answered', { answered: 12, address: null, letters: 0 }],
    ['partly', { answered: 3, opened: true }],
    ['opened', { opened: true }],
    ['written', {}],
    ['to_write', { letters: 0 }],
    ['no_address', { address: null, letters: 0 }],
    ['returned', { address: null, returned: true }],
  ])('%s: %j', (state, changes) => {
    expect(askState(ask(changes))).toBe(state);
  });

  it('is written to anew once another address is known, though the last letter came back', () => {
    expect(askState(ask({ returned: true }))).toBe('written');
  });

  it('can be each of the states, and no other', () => {
    const seen = new Set<string>();
    for (const answered of [0, 3, 12]) {
      for (const address of [null, 'voirie@ville.test']) {
        for (const letters of [0, 1]) {
          for (const returned of [false, true]) {
            for (const opened of [false, true])
              seen.add(askState(ask({ answered, address, letters, returned, opened })));
          }
        }
      }
    }
    expect([...seen].sort()).toEqual([...askStates].sort());
  });
});
