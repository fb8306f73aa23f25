import { type RequestEvent, redirect } from '@sveltejs/kit';
import { withoutAction } from '#lib/shell/action-at.ts';
import { api } from './api.ts';
import { optionalText, submit, text } from './form.ts';

/** `?/confirmer`, wherever a CV that is to be confirmed shows: back to the same page, its filters kept. `spoken`: its button is that of a call. */
export async function confirmAgain(event: RequestEvent, said: { spoken?: boolean } = {}) {
  const form = await event.request.formData();
  const answer = await submit(event, form, () =>
    api(event).cv.confirmAgain.mutate({
      participantId: text(form, 'participantId'),
      cvId: optionalText(form, 'cvId'),
      spoken: said.spoken ?? text(form, 'vive-voix') === 'oui',
    }),
  );
  return 'done' in answer ? redirect(303, withoutAction(event.url)) : answer;
}
