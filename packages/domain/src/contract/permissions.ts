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
  'contract.markAbsence': { who: staff, elsewhere: 'not_found' },
  'contract.searchClauses': { who: staff, elsewhere: 'nothing' },
  'contract.listBought': { who: ['buyer'], elsewhere: 'nothing' },
  'contract.showBought': { who: ['buyer'], elsewhere: 'not_found' },
  'contract.searchBought': { who: ['buyer'], elsewhere: 'nothing' },
  'contract.logBought': { who: ['buyer'], elsewhere: 'own' },
  'contract.listHeld': { who: ['employer'], elsewhere: 'nothing' },
  'contract.showObligation': { who: ['facilitator', 'lead', 'buyer', 'employer'], elsewhere: 'not_found' },
  'contract.recordBill': { who: staff, elsewhere: 'not_found' },
  'contract.removeBill': { who: staff, elsewhere: 'not_found' },
  'contract.addPart': { who: staff, elsewhere: 'not_found' },
  'contract.affirmPart': { who: staff, elsewhere: 'not_found' },
  'contract.previewImport': { who: staff, elsewhere: 'not_found' },
  'contract.mapImport': { who: staff, elsewhere: 'not_found' },
  'contract.applyImport': { who: staff, elsewhere: 'not_found' },
  'contract.stopImport': { who: staff, elsewhere: 'not_found' },
  'contract.undoImport': { who: staff, elsewhere: 'not_found' },
  'contract.showImport': { who: staff, elsewhere: 'not_found' },
  'contract.listImports': { who: staff, elsewhere: 'nothing' },
  'contract.previewInvoices': { who: staff, elsewhere: 'not_found' },
  'contract.importInvoices': { who: staff, elsewhere: 'not_found' },
  'contract.setShares': { who: staff, elsewhere: 'not_found' },
  'contract.endGroup': { who: staff, elsewhere: 'not_found' },
  'contract.resumeGroup': { who: staff, elsewhere: 'not_found' },
  'contract.showGroup': { who: staffAndBuyer, elsewhere: 'not_found' },
  'contract.showOwnPart': { who: ['employer'], elsewhere: 'not_found' },
  'contract.proposeTransfer': { who: ['employer'], elsewhere: 'not_found' },
  'contract.signTransfer': { who: ['employer'], elsewhere: 'not_found' },
  'contract.refuseTransfer': { who: ['employer'], elsewhere: 'not_found' },
  'contract.withdrawTransfer': { who: ['employer'], elsewhere: 'not_found' },
  'contract.recordTransfer': { who: staff, elsewhere: 'not_found' },
  'contract.showHourSetting': { who: staff, elsewhere: 'own' },
  'contract.saveHourSetting': { who: ['lead'], elsewhere: 'own' },
} as const satisfies Permissions;
