import { parisDayOf } from '@jonction/domain/shared/day';
import { fieldOf, readCorrection } from '#lib/participant-page/read-correction.ts';
import { homeOf, ownPage, submitOwn } from '#lib/server/own-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  own: await ownPage(event),
  home: homeOf(event),
  today: parisDayOf(new Date()),
});

export const actions: Actions = {
  corriger: async (event) => {
    const form = await event.request.formData();
    const about = fieldOf(form);
    // What a form cannot type is refused by the API, field by field.
    const correction = readCorrection(form) as Parameters<
      ReturnType<typeof import('#lib/server/own-page.ts').pageApi>['participant']['correctOwn']['mutate']
    >[0];
    const answer = await submitOwn(event, form, (client) => client.participant.correctOwn.mutate(correction));
    return 'done' in answer ? { about, applied: answer.done.applied } : answer;
  },
};
