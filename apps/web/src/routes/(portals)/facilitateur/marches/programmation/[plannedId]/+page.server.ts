import { parisDayOf } from '@jonction/domain/shared/day';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit } from '#lib/server/form.ts';
import { loadPlanned, plannedActions } from '#lib/server/programme.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [shown, { members }] = await Promise.all([
    loadPlanned(event),
    ask(event, api(event).access.listMembers.query()),
  ]);
  const colleagues = members
    .filter(({ role, endedAt }) => endedAt === null && (role === 'facilitator' || role === 'lead'))
    .map(({ userId, name }) => ({ value: userId, label: name }));
  return { shown, colleagues, today: parisDayOf(new Date()), done: event.url.searchParams.has('fait') };
};

export const actions: Actions = {
  ...plannedActions,
  suivre: async (event) => {
    const form = await event.request.formData();
    return submit(event, form, () =>
      api(event).programme.follow.mutate({
        plannedId: event.params.plannedId,
        ownerId: optionalText(form, 'ownerId'),
        nextAction: optionalText(form, 'nextAction'),
        nextActionOn: optionalText(form, 'nextActionOn'),
      }),
    );
  },
};
