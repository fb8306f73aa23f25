import { auditKinds } from '@jonction/domain/audit/action';
import { isDay } from '@jonction/domain/shared/day';
import { readPage } from '@jonction/ui/address';
import { api, ask } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const get = (name: string) => event.url.searchParams.get(name)?.trim() ?? '';
  const day = (name: string) => (isDay(get(name)) ? get(name) : null);
  const uuid = (name: string) => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(get(name)) ? get(name) : null);
  const kind = auditKinds.find((known) => known === get('genre')) ?? null;
  const question = {
    action: kind ? `${kind}.` : null,
    userId: uuid('qui'),
    subjectId: uuid('sur'),
    from: day('du'),
    to: day('au'),
    page: readPage(event.url),
    pageSize: 50,
  };
  const [answer, people, seal] = await Promise.all([
    ask(event, api(event).audit.list.query(question)),
    ask(event, api(event).access.listMembers.query()),
    get('verifier') === 'oui' ? ask(event, api(event).audit.verify.query()) : null,
  ]);
  const names = new Map(people.members.map((member) => [member.userId, member.name]));
  return { question, kind, seal, ...answer, people: [...names].map(([value, label]) => ({ value, label })) };
};
