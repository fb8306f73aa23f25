import type { Permissions } from '../access/permission.ts';

const staff = ['facilitator', 'lead'] as const;
const staffAndBuyer = ['facilitator', 'lead', 'buyer'] as const;

/**
 * The register is shared: every team reads it. What a team adds (clause, notes, who follows) is its own, and asks that
 * the contract be attached to it first. A buyer has its own contracts, an employer those it works on.
 */
export const contractPermissions = {
  'contract.list': { who: staff, elsewhere: 'shared' },
  'contract.show': { who: staff, elsewhere: 'shared' },
  'contract.create': { who: staff, elsewhere: 'own' },
  'contract.attach': { who: staff, elsewhere: 'shared' },
  'contract.detach': { who: staff, elsewhere: 'shared' },
  'contract.addLot': { who: staffAndBuyer, elsewhere: 'not_found' },
  'contract.correct': { who: staff, elsewhere: 'not_found' },
  'contract.correctLot': { who: staff, elsewhere: 'not_found' },
  'contract.recordEvent': { who: staffAndBuyer, elsewhere: 'not_found' },
  'contract.assignFacilitator': { who: staff, elsewhere: 'not_found' },
  'contract.addNote': { who: staff, elsewhere: 'not_found' },
  'contract.previewTarget': { who: staffAndBuyer, elsewhere: 'own' },
  'contract.writeClause': { who: staffAndBuyer, elsewhere: 'not_found' },
  'contract.searchClauses': { who: staff, elsewhere: 'nothing' },
  'contract.listBought': { who: ['buyer'], elsewhere: 'nothing' },
  'contract.showBought': { who: ['buyer'], elsewhere: 'not_found' },
  'contract.logBought': { who: ['buyer'], elsewhere: 'own' },
  'contract.listHeld': { who: ['employer'], elsewhere: 'nothing' },
} as const satisfies Permissions;
