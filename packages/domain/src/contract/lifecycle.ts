/**
 * The statuses of a contract with a social clause, and the events that lead from one to another. The names are
 * those of the census that facilitators keep ("marchés arrêtés, suspendus, avenants de prorogation": field report
 * EPEC 2020) and of the life of a public contract in the Code de la commande publique. The table is ours.
 */
export const contractStatuses = [
  'none',
  'planned',
  'study',
  'no_clause',
  'tender',
  'unsuccessful',
  'awarded',
  'notified',
  'active',
  'stopped',
  'suspended',
  'clause_suspended',
  'terminated',
  'completed',
  'settled',
  'archived',
] as const;

export type ContractStatus = (typeof contractStatuses)[number];

export const contractEventTypes = [
  'plan',
  'study',
  'no_clause',
  'tender',
  'unsuccessful',
  'award',
  'notify',
  'start',
  'stop',
  'suspend',
  'suspend_clause',
  'resume',
  'extend',
  'terminate',
  'complete',
  'settle',
  'archive',
] as const;

export type ContractEventType = (typeof contractEventTypes)[number];

interface Transition {
  from: readonly ContractStatus[];
  to: ContractStatus | 'unchanged';
  /** The text or practice in which the event is found. */
  source: string;
}

const underWay = ['notified', 'active', 'stopped'] as const;
const halted = ['stopped', 'suspended', 'clause_suspended'] as const;

export const contractTransitions: Readonly<Record<ContractEventType, Transition>> = {
  plan: { from: ['none'], to: 'planned', source: 'purchasing programme of the buyer (CCP L2111-3)' },
  study: { from: ['planned', 'unsuccessful'], to: 'study', source: 'facilitator, sizing of the clause' },
  no_clause: { from: ['study'], to: 'no_clause', source: 'facilitator, answer to the buyer' },
  tender: { from: ['study'], to: 'tender', source: 'CCP R2131-1, publication of the notice' },
  unsuccessful: { from: ['tender'], to: 'unsuccessful', source: 'CCP R2185-1, declared without result' },
  award: { from: ['tender'], to: 'awarded', source: 'CCP R2181-1' },
  notify: { from: ['none', 'awarded'], to: 'notified', source: 'CCP R2182-4; essential data of the contract' },
  start: { from: ['notified'], to: 'active', source: 'service order to begin' },
  stop: { from: ['notified', 'active'], to: 'stopped', source: 'a fact: nobody works (census, EPEC 2020)' },
  suspend: { from: underWay, to: 'suspended', source: 'an act: service order (ordonnance 2020-319 art. 6-4)' },
  suspend_clause: { from: underWay, to: 'clause_suspended', source: 'CCAG 2021, art. 16 and 20, insertion' },
  resume: { from: halted, to: 'active', source: 'service order to resume' },
  extend: {
    from: ['notified', 'active', ...halted],
    to: 'unchanged',
    source: 'amendment (CCP R2194-1 and following; ordonnance 2020-319 art. 4)',
  },
  terminate: { from: ['awarded', 'notified', 'active', ...halted], to: 'terminated', source: 'CCP L2195-1' },
  complete: { from: underWay, to: 'completed', source: 'acceptance of the works, or end date reached' },
  settle: { from: ['terminated', 'completed'], to: 'settled', source: 'facilitator, final statement' },
  archive: {
    from: ['settled', 'no_clause', 'unsuccessful', 'planned', 'study'],
    to: 'archived',
    source: 'facilitator, end of retention',
  },
};

const allowedByStatus = new Map<ContractStatus, readonly ContractEventType[]>(
  contractStatuses.map((status) => [
    status,
    contractEventTypes.filter((type) => contractTransitions[type].from.includes(status)).sort(),
  ]),
);

/** The types of event that a contract in this status accepts, sorted. */
export function allowedEvents(status: ContractStatus): readonly ContractEventType[] {
  return allowedByStatus.get(status) ?? [];
}

/** The status after the event, or null where the event is not allowed. */
export function statusAfter(status: ContractStatus, type: ContractEventType): ContractStatus | null {
  const transition = contractTransitions[type];
  if (!transition?.from.includes(status)) return null;
  return transition.to === 'unchanged' ? status : transition.to;
}
