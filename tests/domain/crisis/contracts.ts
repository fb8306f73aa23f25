import type { ContractFact } from '@jonction/domain/contract/event';
import type { ContractEventType } from '@jonction/domain/contract/lifecycle';
import type { CrisisContract } from '@jonction/domain/crisis/measure-rule';

/** A team that looks back at the spring of 2020 from the middle of it. */
export const today = '2020-04-20';

export const fact = (type: ContractEventType, on: string, endsOn: string | null = null): ContractFact => ({
  type,
  on,
  recordedOn: on,
  endsOn,
});

export const contract = (facts: readonly ContractFact[], changes: Partial<CrisisContract> = {}): CrisisContract => ({
  kind: 'contract',
  facts,
  notifiedOn: facts.find(({ type }) => type === 'notify')?.on ?? null,
  hasPenalty: true,
  ...changes,
});

const begun = (endsOn: string | null) => [fact('notify', '2020-01-06', endsOn), fact('start', '2020-01-13')];

/** Contracts as a team knew them in April 2020. */
export const known = {
  /** A building site that goes on well after the emergency. */
  site: contract(begun('2020-12-19')),
  /** Cleaning that ends in the days of the ordonnance. */
  cleaning: contract(begun('2020-05-31')),
  /** It ends on the very first and last days of the ordonnance. */
  firstDay: contract(begun('2020-03-12')),
  lastDay: contract(begun('2020-07-23')),
  dayAfter: contract(begun('2020-07-24')),
  /** Over the day before. */
  over: contract(begun('2020-03-11')),
  terminated: contract([...begun('2020-12-19'), fact('terminate', '2020-02-10')]),
  completed: contract([...begun('2020-12-19'), fact('complete', '2020-03-01')]),
  /** Nobody wrote down when it ends. */
  endless: contract(begun(null)),
  /** Notified only, with no service order yet. */
  notified: contract([fact('notify', '2020-02-17', '2020-12-31')]),
  /** Concluded in the middle of the emergency. */
  concluded: contract([fact('notify', '2020-04-02', '2021-04-01'), fact('start', '2020-04-06')]),
  /** To be notified in summer: nobody knows of it yet. */
  unknown: contract([]),
  stopped: contract([...begun('2020-12-19'), fact('stop', '2020-03-10')]),
  suspended: contract([...begun('2020-12-19'), fact('suspend', '2020-03-10')]),
  /** Out to tender, and awarded, when the emergency comes. */
  tender: contract([fact('plan', '2019-11-04'), fact('study', '2019-12-02'), fact('tender', '2020-02-24')]),
  awarded: contract([
    fact('plan', '2019-11-04'),
    fact('study', '2019-12-02'),
    fact('tender', '2020-01-06'),
    fact('award', '2020-03-09'),
  ]),
  unsuccessful: contract([
    fact('plan', '2019-11-04'),
    fact('study', '2019-12-02'),
    fact('tender', '2020-01-06'),
    fact('unsuccessful', '2020-03-09'),
  ]),
  parking: contract(begun('2024-12-31'), { kind: 'concession' }),
  withoutPenalty: contract(begun('2020-12-19'), { hasPenalty: false }),
} as const;

export const ordonnance = {
  regime: 'ordonnance_2020_319',
  from: '2020-03-17',
  to: '2020-07-23',
  retenderDays: 90,
} as const;
