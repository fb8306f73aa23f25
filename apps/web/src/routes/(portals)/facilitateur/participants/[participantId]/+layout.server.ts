import { parisDayOf } from '@jonction/domain/shared/day';
import { type RequestEvent, redirect } from '@sveltejs/kit';
import { api, ask, refusalOf } from '#lib/server/api.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { participantId } = event.params;
  const client = api(event);
  const [file, { members }] = await Promise.all([
    ask(event, showOrLead(event, participantId)),
    ask(event, client.access.listMembers.query()),
  ]);
  const colleagues = members
    .filter(({ role, endedAt }) => endedAt === null && (role === 'facilitator' || role === 'lead'))
    .map(({ userId, name }) => ({ value: userId, label: name }));
  return { file, colleagues, today: parisDayOf(new Date()) };
};

/** The file, or the way to the record into which this one was merged, whatever page of it was asked. */
async function showOrLead(event: RequestEvent, participantId: string) {
  const { participant } = api(event);
  try {
    return await participant.show.query({ participantId });
  } catch (thrown) {
    if (refusalOf(thrown)?.code !== 'participant.not_found') throw thrown;
    const alias = await participant.findAlias.query({ participantId }).catch(() => null);
    if (alias === null) throw thrown;
    redirect(308, event.url.pathname.replace(participantId, alias.keptId));
  }
}
