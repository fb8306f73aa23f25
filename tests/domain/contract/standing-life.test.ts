import { type ContractFact, inFoldOrder } from '@jonction/domain/contract/event';
import { lifeOf } from '@jonction/domain/contract/life';
import { allowedEvents, contractStatuses } from '@jonction/domain/contract/lifecycle';
import { isLive, liveStatuses, type SaidFact, standingOf, unknownSince } from '@jonction/domain/contract/standing';
import { foldStatus, stepsOf } from '@jonction/domain/contract/status';
import { addDays, daysBetween } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractFactsArbitrary, dayArbitrary } from './arbitraries.ts';

const sources = ['phone', 'mail', 'buyer_answer', 'decp'] as const;
const said = fc
  .tuple(contractFactsArbitrary, fc.array(fc.constantFrom(...sources), { minLength: 12, maxLength: 12 }))
  .map(([facts, who]): SaidFact[] => facts.map((fact, index) => ({ ...fact, source: who[index] ?? 'phone' })));
const withLots = fc
  .tuple(contractFactsArbitrary, fc.array(fc.constantFrom(null, null, 'a', 'b'), { minLength: 12, maxLength: 12 }))
  .map(([facts, lots]) => facts.map((fact, index) => ({ ...fact, lotId: lots[index] ?? null })));

describe('the order in which events are heard', () => {
  it('is by effect, then by knowledge, then as given', () => {
    const fact = (on: string, recordedOn: string): ContractFact => ({ type: 'extend', on, recordedOn });
    const facts = [
      ...[fact('2026-03-02', '2026-03-09'), fact('2026-03-01', '2026-03-20'), fact('2026-03-02', '2026-03-05')],
      ...[fact('2026-03-02', '2026-03-09'), fact('2026-03-01', '2026-03-02')],
    ];
    expect(inFoldOrder(facts).map(({ index }) => index)).toEqual([4, 1, 2, 0, 3]);
    expect(facts.map(({ on }) => on)).toEqual(['2026-03-02', '2026-03-01', '2026-03-02', '2026-03-02', '2026-03-01']);
  });

  it('keeps every event once, and never puts a later day before an earlier', () => {
    fc.assert(
      fc.property(contractFactsArbitrary, (facts) => {
        const ordered = inFoldOrder(facts);
        expect(ordered.map(({ index }) => index).toSorted((a, b) => a - b)).toEqual(facts.map((_, index) => index));
        for (const [place, { fact, index }] of ordered.entries()) {
          const next = ordered[place + 1];
          if (!next) break;
          const key = (one: ContractFact, at: number) => `${one.on} ${one.recordedOn} ${String(at).padStart(4, '0')}`;
          expect(key(fact, index) < key(next.fact, next.index)).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the order given, where no two events share their days', () => {
    fc.assert(
      fc.property(contractFactsArbitrary, dayArbitrary(), dayArbitrary(), (facts, asOf, knownOn) => {
        const keys = new Set(facts.map(({ on, recordedOn }) => `${on} ${recordedOn}`));
        fc.pre(keys.size === facts.length);
        const told = (events: readonly ContractFact[]) => {
          const { status, endsOn } = foldStatus({ events, asOf, knownOn });
          return { status, endsOn };
        };
        expect(told(facts.toReversed())).toEqual(told(facts));
      }),
    );
  });
});

describe('where a contract stands', () => {
  it('is the status and the end that the fold gives, on every day, as known on every other', () => {
    fc.assert(
      fc.property(said, dayArbitrary(), dayArbitrary(), (events, asOf, knownOn) => {
        const { status, endsOn } = foldStatus({ events, asOf, knownOn });
        expect(standingOf({ events, asOf, knownOn })).toMatchObject({ status, endsOn });
      }),
    );
  });

  it('is since the event that brought this status, the last that changed it', () => {
    fc.assert(
      fc.property(said, dayArbitrary(), (events, asOf) => {
        const knownOn = '9999-12-31';
        const changes = stepsOf(events, knownOn).filter(
          ({ fact, accepted, before, after }) => accepted && before !== after && fact.on <= asOf,
        );
        expect(standingOf({ events, asOf, knownOn }).since).toBe(changes.at(-1)?.fact.on ?? null);
      }),
    );
  });

  it('rests on the latest word of the events that counted, and on the word of somebody', () => {
    fc.assert(
      fc.property(said, dayArbitrary(), dayArbitrary(), (events, asOf, knownOn) => {
        const { saidOn, saidBy } = standingOf({ events, asOf, knownOn });
        const counted = stepsOf(events, knownOn).filter(({ accepted, fact }) => accepted && fact.on <= asOf);
        const latest =
          counted
            .map(({ fact }) => fact.recordedOn)
            .toSorted()
            .at(-1) ?? null;
        expect(saidOn).toBe(latest);
        const spoke = counted
          .filter(({ fact }) => fact.recordedOn === latest)
          .map(({ index }) => events[index]?.source);
        expect(saidBy).toBe(spoke.at(-1) ?? null);
      }),
    );
  });

  it('is live in exactly the statuses where work may go on or begin again', () => {
    expect(contractStatuses.filter(isLive)).toEqual([...liveStatuses]);
    for (const status of contractStatuses) expect(isLive(status)).toBe(allowedEvents(status).includes('extend'));
  });
});

describe('since when nobody knows', () => {
  const days = fc.option(dayArbitrary(60), { nil: null });

  it('is a day gone by, or none; and never of a contract that has ended', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...contractStatuses),
        days,
        days,
        dayArbitrary(60),
        (status, endsOn, saidOn, today) => {
          const since = unknownSince({ status, endsOn, saidOn }, today);
          if (!isLive(status)) expect(since).toBeNull();
          if (since !== null) expect(since <= today).toBe(true);
        },
      ),
    );
  });

  it('is none where somebody spoke within six months and since the end', () => {
    fc.assert(
      fc.property(dayArbitrary(60), fc.nat(183), fc.integer({ min: -400, max: 400 }), (today, ago, ends) => {
        const saidOn = addDays(today, -ago);
        const endsOn = addDays(today, ends);
        fc.pre(endsOn < saidOn || endsOn >= today);
        expect(unknownSince({ status: 'active', endsOn, saidOn }, today)).toBeNull();
      }),
    );
  });

  it('stays the same day as days go by, until somebody speaks', () => {
    fc.assert(
      fc.property(days, dayArbitrary(60), dayArbitrary(60), fc.nat(300), (endsOn, saidOn, today, later) => {
        const standing = { status: 'stopped' as const, endsOn, saidOn };
        const since = unknownSince(standing, today);
        fc.pre(since !== null && (endsOn === null || endsOn < today));
        expect(unknownSince(standing, addDays(today, later))).toBe(since);
      }),
    );
  });

  it('is a day beyond six months of silence', () => {
    const since = unknownSince({ status: 'active', endsOn: null, saidOn: '2024-01-01' }, '2025-01-01');
    expect(daysBetween('2024-01-01', since ?? '')).toBe(184);
  });
});

describe('the life of a contract and of its lots', () => {
  it('tells each event known that day once, in the order of the fold', () => {
    fc.assert(
      fc.property(withLots, dayArbitrary(), (events, knownOn) => {
        const told = lifeOf(events, knownOn).map(({ index }) => index);
        const known = inFoldOrder(events).filter(({ fact }) => fact.recordedOn <= knownOn);
        expect(told).toEqual(known.map(({ index }) => index));
      }),
    );
  });

  it('judges the contract as if its lots had no life of their own', () => {
    fc.assert(
      fc.property(withLots, dayArbitrary(), (events, knownOn) => {
        const whole = events.flatMap((event, index) => (event.lotId === null ? [{ ...event, index }] : []));
        const alone = stepsOf(whole, knownOn).map(({ index, accepted, after }) => [
          whole[index]?.index,
          accepted,
          after,
        ]);
        const told = lifeOf(events, knownOn)
          .filter(({ index }) => events[index]?.lotId === null)
          .map(({ index, accepted, after }) => [index, accepted, after]);
        expect(told).toEqual(alone);
      }),
    );
  });

  it('says what would have been possible of events turned away, and of no others', () => {
    fc.assert(
      fc.property(withLots, dayArbitrary(), (events, knownOn) => {
        for (const { index, accepted, after, allowed } of lifeOf(events, knownOn)) {
          const type = events[index]?.type;
          if (accepted) expect(allowed).toEqual([]);
          else {
            expect(allowed).toEqual(allowedEvents(after));
            expect(type && allowed.includes(type)).toBe(false);
          }
        }
      }),
    );
  });

  it('does not change for a lot when another lot has no events', () => {
    fc.assert(
      fc.property(withLots, dayArbitrary(), (events, knownOn) => {
        const without = events.filter(({ lotId }) => lotId !== 'b');
        const ofA = (list: typeof events) =>
          lifeOf(list, knownOn).flatMap(({ index, accepted, after }) => {
            const event = list[index];
            return event?.lotId === 'a' ? [[event.type, event.on, accepted, after]] : [];
          });
        expect(ofA(without)).toEqual(ofA(events));
      }),
    );
  });
});
