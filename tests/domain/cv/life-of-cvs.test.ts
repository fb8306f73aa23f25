import { chooseCv } from '@jonction/domain/cv/choose';
import { confirmAgainSchema } from '@jonction/domain/cv/confirm-again';
import { cvContentSchema } from '@jonction/domain/cv/content';
import { afterConfirming, afterWithdrawing, heldAfter, type LiveCv, mayBeCurrent } from '@jonction/domain/cv/live';
import { confirmationOf } from '@jonction/domain/participant/confirmation';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf } from '../shared/refusals-of.ts';

/** What may be done to the CVs of one person, in any order, over the years. */
type Deed =
  | { deed: 'confirm'; main: string | null }
  | { deed: 'correct'; place: number; main: string | null }
  | { deed: 'withdraw'; place: number }
  | { deed: 'first'; place: number };
const main = fc.constantFrom<string | null>('K2204', 'G1602', 'N4105', null);
const place = fc.nat(5);
const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    fc.record({ deed: fc.constant('confirm' as const), main }),
    fc.record({ deed: fc.constant('correct' as const), place, main }),
    fc.record({ deed: fc.constant('withdraw' as const), place }),
    fc.record({ deed: fc.constant('first' as const), place }),
  ),
  { maxLength: 20 },
);

const cvOf = (id: string, code: string | null, day: number, current: boolean): LiveCv => ({
  id,
  main: code,
  occupations: code === null ? [] : [code],
  current,
  confirmedOn: addDays('2024-01-01', day),
});
const withCurrent = (cvs: readonly LiveCv[], id: string | null) => cvs.map((cv) => ({ ...cv, current: cv.id === id }));

/** The same as the use cases do: what is replaced or withdrawn is live no more. */
function lived(history: readonly Deed[]): LiveCv[] {
  let live: LiveCv[] = [];
  for (const [day, one] of history.entries()) {
    if (one.deed === 'confirm' || one.deed === 'correct') {
      const first = one.deed === 'confirm';
      const id = first ? `cv-${day}` : live[one.place % Math.max(1, live.length)]?.id;
      if (id === undefined) continue;
      const { replaced, current } = afterConfirming({ id, main: one.main, first }, live);
      const others = live.filter((cv) => cv.id !== id && !replaced.includes(cv.id));
      live = withCurrent([...others, cvOf(id, one.main, day, false)], current);
      continue;
    }
    const id = live[one.place % Math.max(1, live.length)]?.id ?? 'nobody';
    if (one.deed === 'first') {
      const decision = mayBeCurrent(id, live);
      if (decision.ok) live = withCurrent(live, decision.value);
      continue;
    }
    const decision = afterWithdrawing(id, live);
    if (!decision.ok) continue;
    live = withCurrent(
      live.filter((cv) => cv.id !== id),
      decision.value.current,
    );
  }
  return live;
}

describe('the CVs of a person, whatever was done to them', () => {
  it('are one an occupation at most', () => {
    fc.assert(
      fc.property(deeds, (history) => {
        const mains = lived(history).map((cv) => cv.main);
        expect(new Set(mains).size).toBe(mains.length);
      }),
    );
  });

  it('have exactly one that goes out first, unless there is none at all', () => {
    fc.assert(
      fc.property(deeds, (history) => {
        const live = lived(history);
        expect(live.filter(({ current }) => current)).toHaveLength(live.length === 0 ? 0 : 1);
      }),
    );
  });

  it('answer an offer of each of their occupations with the CV written for it', () => {
    fc.assert(
      fc.property(deeds, (history) => {
        const live = lived(history);
        for (const cv of live) {
          if (cv.main !== null) expect(chooseCv(live, { code: cv.main, near: [] })?.id).toBe(cv.id);
        }
      }),
    );
  });

  it('answer a company that asks for nothing with the one that goes out first', () => {
    fc.assert(
      fc.property(deeds, (history) => {
        const live = lived(history);
        expect(chooseCv(live, null)?.id).toBe(live.find(({ current }) => current)?.id);
      }),
    );
  });

  it('are all to be confirmed one day, and none that was confirmed that very day', () => {
    fc.assert(
      fc.property(deeds, (history) => {
        const live = lived(history);
        const days = live.map(({ confirmedOn }) => confirmedOn);
        const late = addDays('2024-01-01', history.length + 60);
        expect(confirmationOf(days, late)).toBe(live.length === 0 ? 'none' : 'due');
        const soon = addDays('2024-01-01', history.length);
        if (history.length < 60 && live.length > 0) expect(confirmationOf(days, soon)).toBe('fresh');
      }),
    );
  });
});

describe('what she can do, from CV to CV', () => {
  const code = fc.constantFrom('K2204', 'G1602', 'N4105', 'F1704');
  const content = fc
    .record({
      occupations: fc.uniqueArray(fc.record({ code, months: fc.nat(720) }), {
        selector: (held) => held.code,
        maxLength: 4,
      }),
      skills: fc.uniqueArray(
        fc.constantFrom('vitres', 'haccp', 'enduit').map((skill) => ({ skill, label: skill.toUpperCase() })),
        { selector: ({ skill }) => skill },
      ),
      licences: fc.uniqueArray(fc.constantFrom('B', 'haccp')),
    })
    .map((given) => cvContentSchema.parse(given));

  it('loses no occupation and no skill of any of them', () => {
    fc.assert(
      fc.property(content, fc.array(content, { maxLength: 3 }), (confirmed, others) => {
        const held = heldAfter(confirmed, others);
        const every = [confirmed, ...others];
        expect(new Set(held.occupations.map((one) => one.code))).toEqual(
          new Set(every.flatMap(({ occupations }) => occupations.map((one) => one.code))),
        );
        expect(new Set(held.skills.map(({ skill }) => skill))).toEqual(
          new Set(every.flatMap(({ skills }) => skills.map(({ skill }) => skill))),
        );
      }),
    );
  });

  it('never makes an experience shorter than one of them says, nor longer than all', () => {
    fc.assert(
      fc.property(content, fc.array(content, { maxLength: 3 }), (confirmed, others) => {
        for (const held of heldAfter(confirmed, others).occupations) {
          const said = [confirmed, ...others].flatMap(({ occupations }) =>
            occupations.filter((one) => one.code === held.code).map(({ months }) => months),
          );
          expect(held.months).toBe(Math.max(...said));
        }
      }),
    );
  });

  it('is the same when it is worked out again', () => {
    fc.assert(
      fc.property(content, fc.array(content, { maxLength: 3 }), (confirmed, others) => {
        const once = heldAfter(confirmed, others);
        expect(heldAfter({ ...confirmed, ...once }, others)).toEqual(once);
      }),
    );
  });

  it('begins with what the last confirmation would rather have', () => {
    fc.assert(
      fc.property(content, fc.array(content, { maxLength: 3 }), (confirmed, others) => {
        const own = confirmed.occupations.map((one) => one.code);
        const codes = heldAfter(confirmed, others).occupations.map((one) => one.code);
        expect(codes.slice(0, own.length)).toEqual(own);
      }),
    );
  });
});

describe('confirming again', () => {
  it('is of one CV, or of all that are due, and says a conversation only when asked to', () => {
    expect(confirmAgainSchema.parse({ participantId: idOf(1) })).toEqual({ participantId: idOf(1), spoken: false });
    expect(confirmAgainSchema.parse({ participantId: idOf(1), cvId: idOf(2), spoken: true })).toMatchObject({
      cvId: idOf(2),
      spoken: true,
    });
    expect(confirmAgainSchema.safeParse({ participantId: 'elle' }).success).toBe(false);
    expect(confirmAgainSchema.safeParse({ participantId: idOf(1), cvId: 'le premier' }).success).toBe(false);
  });
});
