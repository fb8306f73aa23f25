import { api, ask } from '#lib/server/api.ts';
import { bringPaper } from '#lib/server/paper-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  asked: await ask(event, api(event).paper.listAsked.query({})),
});

export const actions: Actions = {
  apporter: async (event) => {
    const answer = await bringPaper(event, await event.request.formData());
    return 'done' in answer ? { brought: answer.done } : answer;
  },
};
