import { redirect } from '@sveltejs/kit';
import { refusalOf } from '#lib/server/api.ts';
import { text } from '#lib/server/form.ts';
import { close, homeOf, keepOpen, orDead, pageApi, submitOwn, wasOpen } from '#lib/server/own-page.ts';
import type { Actions, PageServerLoad } from './$types';

/** Past the second check, her page; before it, who wrote and one question. Changes nothing: scanners of mail follow links. */
export const load: PageServerLoad = async (event) => {
  const closed = event.url.searchParams.has('fermee');
  if (wasOpen(event)) {
    try {
      return { own: await pageApi(event).participant.showPage.query(), door: null, ended: false, closed };
    } catch (thrown) {
      if (refusalOf(thrown) === null) throw thrown;
    }
  }
  const { token } = event.params;
  const door = await orDead(event, pageApi(event).participant.describePage.query({ token }));
  return { own: null, door, ended: wasOpen(event), closed };
};

export const actions: Actions = {
  ouvrir: async (event) => {
    const form = await event.request.formData();
    const { token } = event.params;
    const typed = { token, day: text(form, 'day'), month: text(form, 'month'), digits: text(form, 'digits') };
    const answer = await submitOwn(event, form, (client) => client.participant.openPage.mutate(typed));
    if (!('done' in answer)) return answer;
    if (!answer.done.opened) return { mistake: answer.done };
    keepOpen(event, answer.done.pass);
    redirect(303, homeOf(event));
  },

  fermer: (event) => {
    close(event);
    redirect(303, `${homeOf(event)}?fermee`);
  },
};
