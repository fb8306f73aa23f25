import { parisDayOf } from '@jonction/domain/shared/day';
import { api, ask } from '#lib/server/api.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { participantId } = event.params;
  const client = api(event);
  const [file, { members }] = await Promise.all([
    ask(event, client.participant.show.query({ participantId })),
    ask(event, client.access.listMembers.query()),
  ]);
  const colleagues = members
    .filter(({ role, endedAt }) => endedAt === null && (role === 'facilitator' || role === 'lead'))
    .map(({ userId, name }) => ({ value: userId, label: name }));
  return { file, colleagues, today: parisDayOf(new Date()) };
};
