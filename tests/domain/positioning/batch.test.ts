import {
  type BatchRow,
  batchInput,
  judgeBatchRow,
  longestPauseDays,
  undoSeconds,
} from '@jonction/domain/positioning/batch';
import { guardDays } from '@jonction/domain/positioning/ladder';
import { isOpen, positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { endReasons, typedCloseReasons } from '@jonction/domain/positioning/reasons';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const today = '2026-03-02';
const relay = { today, mailLeaves: true };
const waiting: BatchRow = { status: 'sent', address: { lastReminderOn: null, isDead: false } };
const id = '0190a000-0000-7000-8000-000000000001';
const codeOf = (decision: ReturnType<typeof judgeBatchRow>) => (decision.ok ? 'done' : decision.refusal.code);

describe('a batch', () => {
  it('can be taken back for ten seconds at the least', () => {
    expect(undoSeconds).toBeGreaterThanOrEqual(10);
  });

  it('names each positioning once, and one at the least', () => {
    expect(batchInput.parse({ action: 'relaunch', positioningIds: [id, id] }).positioningIds).toEqual([id]);
    const none = batchInput.safeParse({ action: 'relaunch', positioningIds: [] });
    expect(none.error?.issues.map(({ message }) => message)).toEqual(['positioning.batch_empty']);
  });

  it('closes for a reason that the team may choose, and for no other', () => {
    for (const reason of endReasons) {
      const typed = typedCloseReasons.some((one) => one === reason);
      expect(batchInput.safeParse({ action: 'close', positioningIds: [id], reason }).success, reason).toBe(typed);
    }
  });

  it('judges a row the same whatever stands beside it: a closing where something is open, a reminder where somebody waits', () => {
    fc.assert(
      fc.property(fc.constantFrom(...positioningStatuses), (status) => {
        const row = { ...waiting, status };
        expect(judgeBatchRow({ action: 'close' }, row, relay).ok).toBe(isOpen(status));
        const waits = status === 'sent' || status === 'seen';
        expect(judgeBatchRow({ action: 'relaunch' }, row, relay).ok).toBe(waits);
        expect(judgeBatchRow({ action: 'postpone', until: addDays(today, 7) }, row, relay).ok).toBe(waits);
      }),
    );
  });

  it('puts off to a day to come within six months, or goes on at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 400 }), (days) => {
        const decision = judgeBatchRow({ action: 'postpone', until: addDays(today, days) }, waiting, relay);
        expect(decision.ok).toBe(days >= 1 && days <= longestPauseDays);
      }),
    );
    expect(judgeBatchRow({ action: 'postpone', until: null }, waiting, relay).ok).toBe(true);
  });

  it('reminds no address twice within three days, and says from when it may', () => {
    for (let days = 0; days < 8; days += 1) {
      const last = addDays(today, -days);
      const row: BatchRow = { status: 'seen', address: { lastReminderOn: last, isDead: false } };
      const decision = judgeBatchRow({ action: 'relaunch' }, row, relay);
      if (days >= guardDays) expect(decision.ok).toBe(true);
      else {
        expect(decision).toEqual({
          ok: false,
          refusal: { code: 'positioning.reminded_lately', facts: { day: addDays(last, guardDays) } },
        });
      }
    }
  });

  it('reminds nobody by a mail that cannot leave, or that would come back', () => {
    const relaunch = { action: 'relaunch' } as const;
    expect(codeOf(judgeBatchRow(relaunch, waiting, { today, mailLeaves: false }))).toBe('positioning.no_relay');
    expect(codeOf(judgeBatchRow(relaunch, { ...waiting, address: null }, relay))).toBe('positioning.no_relay');
    const dead: BatchRow = { ...waiting, address: { lastReminderOn: null, isDead: true } };
    expect(codeOf(judgeBatchRow(relaunch, dead, relay))).toBe('positioning.address_dead');
  });

  it('says of a withdrawn CV that it was, and never why', () => {
    const row: BatchRow = { ...waiting, status: 'withdrawn' };
    for (const action of ['relaunch', 'close', 'postpone'] as const) {
      expect(judgeBatchRow({ action, until: null }, row, relay)).toEqual({
        ok: false,
        refusal: { code: 'positioning.withdrawn', facts: {} },
      });
    }
  });
});
