import type { ContractFact } from '@jonction/domain/contract/event';
import { contractEventTypes } from '@jonction/domain/contract/lifecycle';
import fc from 'fast-check';

const start = Date.UTC(2020, 2, 9);

/** A day of the thirteen weeks from Monday 9 March 2020, where lockdown, emergency and five holidays meet. */
export const dayArbitrary = (weeks = 13): fc.Arbitrary<string> =>
  fc.nat(weeks * 7 - 1).map((count) => new Date(start + count * 86_400_000).toISOString().slice(0, 10));

export const contractFactArbitrary: fc.Arbitrary<ContractFact> = fc.record({
  type: fc.constantFrom(...contractEventTypes),
  on: dayArbitrary(),
  recordedOn: dayArbitrary(),
  endsOn: fc.option(dayArbitrary()),
});

/** Mostly lives that go somewhere: a notification first, then what happens to sites. */
export const contractFactsArbitrary: fc.Arbitrary<ContractFact[]> = fc.oneof(
  fc.array(contractFactArbitrary, { maxLength: 10 }),
  fc
    .array(
      fc.record({
        type: fc.constantFrom(
          'start' as const,
          'stop' as const,
          'suspend' as const,
          'resume' as const,
          'extend' as const,
          'terminate' as const,
          'complete' as const,
          'settle' as const,
        ),
        on: dayArbitrary(5),
        recordedOn: dayArbitrary(6),
        endsOn: fc.option(dayArbitrary()),
      }),
      { maxLength: 8 },
    )
    .map((events) => [{ type: 'notify' as const, on: '2020-01-02', recordedOn: '2020-01-02' }, ...events]),
);
