import type { Permissions } from '../access/permission.ts';

const staff = ['facilitator', 'lead'] as const;
const partnerToo = ['facilitator', 'lead', 'partner'] as const;

/** A partner has her own people, and nobody else's: the rows say so. */
export const participantPermissions = {
  'participant.create': { who: staff, elsewhere: 'own' },
  'participant.list': { who: staff, elsewhere: 'nothing' },
  'participant.search': { who: staff, elsewhere: 'nothing' },
  'participant.show': { who: staff, elsewhere: 'not_found' },
  'participant.update': { who: staff, elsewhere: 'not_found' },
  'participant.follow': { who: staff, elsewhere: 'not_found' },
  'participant.recommend': { who: ['partner'], elsewhere: 'own' },
  'participant.listMine': { who: ['partner'], elsewhere: 'own' },
  'participant.showMine': { who: ['partner'], elsewhere: 'not_found' },
  'participant.listRecommendations': { who: staff, elsewhere: 'nothing' },
  'participant.answerRecommendation': { who: staff, elsewhere: 'not_found' },
  'participant.giveConsent': { who: partnerToo, elsewhere: 'not_found' },
  'participant.withdrawConsent': { who: partnerToo, elsewhere: 'not_found' },
  'participant.dismissDuplicate': { who: staff, elsewhere: 'not_found' },
  'participant.listDuplicates': { who: staff, elsewhere: 'nothing' },
  'participant.lookForDuplicates': { who: staff, elsewhere: 'own' },
  'participant.compareDuplicates': { who: staff, elsewhere: 'not_found' },
  'participant.merge': { who: staff, elsewhere: 'not_found' },
  'participant.undoMerge': { who: staff, elsewhere: 'not_found' },
  'participant.showMerge': { who: staff, elsewhere: 'not_found' },
  'participant.listMerges': { who: staff, elsewhere: 'nothing' },
  'participant.findAlias': { who: staff, elsewhere: 'not_found' },
  'participant.previewImport': { who: staff, elsewhere: 'not_found' },
  'participant.showImport': { who: staff, elsewhere: 'not_found' },
  'participant.mapImport': { who: staff, elsewhere: 'not_found' },
  'participant.applyImport': { who: staff, elsewhere: 'not_found' },
  'participant.stopImport': { who: staff, elsewhere: 'not_found' },
  'participant.listImports': { who: staff, elsewhere: 'nothing' },
} as const satisfies Permissions;
