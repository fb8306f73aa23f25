import { readListAddress } from '#lib/contract/list-address.ts';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const question = readListAddress(event.url);
  const [answer, people] = await Promise.all([
    ask(event, api(event).contract.list.query(question)),
    ask(event, api(event).access.listMembers.query()),
  ]);
  const team = new Map(
    people.members
      .filter((member) => member.endedAt === null && (member.role === 'facilitator' || member.role === 'lead'))
      .map((member) => [member.userId, member.name]),
  );
  return { question, ...answer, team: [...team].map(([value, label]) => ({ value, label })) };
};
