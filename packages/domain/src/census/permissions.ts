import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

/** The census is the team's: buyers answer for their own contracts, by a link or signed in, and read what was answered there. */
export const censusPermissions = {
  'census.list': { who: staffRoles, elsewhere: 'nothing' },
  'census.preview': { who: staffRoles, elsewhere: 'nothing' },
  'census.change': { who: staffRoles, elsewhere: 'nothing' },
  'census.undo': { who: staffRoles, elsewhere: 'not_found' },
  'census.listChanges': { who: staffRoles, elsewhere: 'nothing' },
  'census.compareRows': { who: staffRoles, elsewhere: 'nothing' },
  'census.changeRows': { who: staffRoles, elsewhere: 'nothing' },
  'census.showSettings': { who: staffRoles, elsewhere: 'nothing' },
  'census.setColumns': { who: staffRoles, elsewhere: 'nothing' },
  'census.saveView': { who: staffRoles, elsewhere: 'nothing' },
  'census.dropView': { who: staffRoles, elsewhere: 'not_found' },
  'census.previewCampaign': { who: staffRoles, elsewhere: 'nothing' },
  'census.openCampaign': { who: staffRoles, elsewhere: 'nothing' },
  'census.listCampaigns': { who: staffRoles, elsewhere: 'nothing' },
  'census.showCampaign': { who: staffRoles, elsewhere: 'not_found' },
  'census.listCampaignRows': { who: staffRoles, elsewhere: 'not_found' },
  'census.holdCampaign': { who: staffRoles, elsewhere: 'not_found' },
  'census.closeCampaign': { who: staffRoles, elsewhere: 'not_found' },
  'census.remindAsk': { who: staffRoles, elsewhere: 'not_found' },
  'census.answerFor': { who: staffRoles, elsewhere: 'not_found' },
  'census.listPromises': { who: [...staffRoles, 'buyer'], elsewhere: 'nothing' },
  'census.listAsked': { who: ['buyer'], elsewhere: 'own' },
  'census.sayBought': { who: ['buyer'], elsewhere: 'not_found' },
  'census.answerAsked': { who: ['buyer'], elsewhere: 'not_found' },
  // Whoever holds the link of a letter speaks for its rows alone.
  'census.describeLink': { who: ['anybody'], elsewhere: 'not_found' },
  'census.openLink': { who: ['anybody'], elsewhere: 'not_found' },
  'census.answerByLink': { who: ['anybody'], elsewhere: 'not_found' },
} as const satisfies Permissions;
