import { mergeFields, mergeSides } from '@jonction/domain/participant/merge';
import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit, text, wholeNumber } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  pair: await ask(event, api(event).participant.compareDuplicates.query(event.params)),
});

const side = (form: FormData, name: string) => mergeSides.find((one) => one === text(form, name));

export const actions: Actions = {
  fusionner: async (event) => {
    const form = await event.request.formData();
    const chosen = mergeFields.flatMap((field) => {
      const given = side(form, `choix-${field}`);
      return given ? [[field, given] as const] : [];
    });
    const answer = await submit(event, form, () =>
      api(event).participant.merge.mutate({
        ...event.params,
        keptVersion: wholeNumber(form, 'keptVersion') ?? 0,
        goneVersion: wholeNumber(form, 'goneVersion') ?? 0,
        choices: Object.fromEntries(chosen),
        currentCv: side(form, 'cv') ?? 'kept',
      }),
    );
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/participants/doublons/fusions/${answer.done.mergeId}?fait=fusion`);
  },
  deux: async (event) => {
    const form = await event.request.formData();
    const { keptId, goneId } = event.params;
    const answer = await submit(event, form, () =>
      api(event).participant.dismissDuplicate.mutate({ participantId: keptId, otherId: goneId }),
    );
    if (!('done' in answer)) return answer;
    redirect(303, '/facilitateur/participants/doublons?fait=deux');
  },
};
