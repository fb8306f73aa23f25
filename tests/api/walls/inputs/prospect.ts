import type { Inputs } from '../inputs.ts';

export const prospectInputs: Inputs = {
  'prospect.list': () => ({}),
  'prospect.show': ({ prospectId }) => ({ prospectId }),
  'prospect.showNeed': ({ needId }) => ({ needId }),
  'prospect.add': ({ employerId }) => ({ organisationId: employerId }),
  'prospect.follow': ({ prospectId }) => ({ prospectId, ownerId: null, nextAction: 'Rappeler', nextActionOn: null }),
  'prospect.stage': ({ prospectId }) => ({ prospectId, happening: 'resume' }),
  'prospect.logVisit': ({ prospectId }) => ({ prospectId, way: 'call', on: '2026-03-01', note: 'Très occupés' }),
  'prospect.addNeed': ({ prospectId }) => ({ prospectId, title: 'Agent de propreté', positions: 2 }),
  'prospect.settleNeed': ({ needId }) => ({ needId, as: 'lost' }),
};
