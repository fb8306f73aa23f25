import { lifeTowards, listedEvents } from '@jonction/domain/contract/life-towards';
import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { listedContractSchema } from '@jonction/domain/contract/listed';
import { standingOn } from '@jonction/domain/contract/standing';
import { foldStatus } from '@jonction/domain/contract/status';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2024-06-12';
const listed = (changes: Partial<Parameters<typeof listedEvents>[0]> = {}) => ({
  ...{ status: null, notifiedOn: null, endsOn: null },
  ...changes,
});
const standing = (life: Parameters<typeof listedEvents>[0]) => {
  const facts = listedEvents(life, today).map((event) => ({ ...event, recordedOn: today, source: 'import' as const }));
  return standingOn({ facts, confirmations: [] }, today);
};

describe('the shortest life that leads to a status', () => {
  it.each([
    ['none', []],
    ['planned', ['plan']],
    ['notified', ['notify']],
    ['active', ['notify', 'start']],
    ['stopped', ['notify', 'stop']],
    ['clause_suspended', ['notify', 'suspend_clause']],
    ['completed', ['notify', 'complete']],
    ['settled', ['notify', 'terminate', 'settle']],
    ['unsuccessful', ['plan', 'study', 'tender', 'unsuccessful']],
  ] as const)('to %s is %j', (status, life) => {
    expect(lifeTowards(status)).toEqual(life);
  });

  it('reaches every status, each event allowed where it falls', () => {
    for (const status of contractStatuses) {
      const events = lifeTowards(status).map((type) => ({ type, on: today, recordedOn: today }));
      const folded = foldStatus({ events, asOf: today, knownOn: today });
      expect([folded.status, folded.refused]).toEqual([status, []]);
      expect(events.length === 0).toBe(status === 'none');
    }
  });
});

describe('what a list says of the life of a contract', () => {
  it('a contract under way is notified and started on its day, and ends when the list says', () => {
    expect(listedEvents(listed({ status: 'active', notifiedOn: '2024-03-01', endsOn: '2026-02-28' }), today)).toEqual([
      { type: 'notify', on: '2024-03-01', endsOn: '2026-02-28' },
      { type: 'start', on: '2024-03-01', endsOn: null },
    ]);
  });

  it('a stop is of the day of the list, which says since when no more than that', () => {
    expect(listedEvents(listed({ status: 'stopped', notifiedOn: '2024-03-01' }), today)).toEqual([
      { type: 'notify', on: '2024-03-01', endsOn: null },
      { type: 'stop', on: today, endsOn: null },
    ]);
  });

  it('a contract that is over was completed on its end, where that has come', () => {
    const over = { status: 'completed', notifiedOn: '2022-03-01' } as const;
    expect(listedEvents(listed({ ...over, endsOn: '2024-02-29' }), today).at(-1)).toMatchObject({ on: '2024-02-29' });
    expect(listedEvents(listed({ ...over, endsOn: '2025-02-28' }), today).at(-1)).toMatchObject({ on: today });
  });

  it('without a status a day of notification says enough; without both nothing is known', () => {
    expect(standing(listed({ notifiedOn: '2024-03-01' })).status).toBe('notified');
    expect(listedEvents(listed({ endsOn: '2026-02-28' }), today)).toEqual([]);
  });

  it('reads as the list says, whatever its days up to today', () => {
    const days = fc.option(
      fc.integer({ min: -1500, max: 0 }).map((days) => addDays(today, days)),
      { nil: null },
    );
    fc.assert(
      fc.property(fc.constantFrom(...contractStatuses), days, days, (status, notifiedOn, endsOn) => {
        const life = listed({
          status,
          notifiedOn,
          endsOn: notifiedOn && endsOn && endsOn < notifiedOn ? null : endsOn,
        });
        const events = listedEvents(life, today);
        expect(standing(life).status).toBe(status);
        expect(standing(life).endsOn).toBe(status === 'none' ? null : life.endsOn);
        for (const [index, { on }] of events.entries()) {
          expect(on <= today).toBe(true);
          expect(on >= (events[index - 1]?.on ?? on)).toBe(true);
        }
      }),
    );
  });

  it('begins tomorrow where the list says tomorrow: announced, not yet so', () => {
    const [event] = listedEvents(listed({ notifiedOn: '2024-09-01' }), today);
    expect(event).toMatchObject({ type: 'notify', on: '2024-09-01' });
    expect(standing(listed({ notifiedOn: '2024-09-01' })).status).toBe('none');
  });
});

describe('a row kept between its reading and its entry', () => {
  const row = {
    ...{ buyer: '21990001600011', reference: '2024-017', lot: null, object: 'Nettoyage', cpv: null, holder: null },
    ...{ amountCents: null, notifiedOn: null, endsOn: null, targetCentihours: null, status: null },
  };

  it('is the same when it comes back', () => {
    expect(listedContractSchema.parse(JSON.parse(JSON.stringify(row)))).toEqual(row);
  });

  it('is refused where somebody spoilt it', () => {
    expect(listedContractSchema.safeParse({ ...row, status: 'gone' }).success).toBe(false);
    expect(listedContractSchema.safeParse({ ...row, notifiedOn: '2024-02-30' }).success).toBe(false);
  });
});
