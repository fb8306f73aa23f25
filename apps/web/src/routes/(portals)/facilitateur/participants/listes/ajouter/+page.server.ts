import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text, texts } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const most = 200;

/** Who was ticked (`p`, as the ranking sends them), for which offer (`offre`), and the lists there are. */
export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  return {
    ids: [...new Set(searchParams.getAll('p'))].slice(0, most),
    offerId: searchParams.get('offre'),
    lists: await ask(event, api(event).bank.listShortlists.query()),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const participantIds = texts(form, 'p');
    const shortlistId = optionalText(form, 'liste');
    const answer = await submit(event, form, () =>
      shortlistId === null
        ? api(event).bank.createShortlist.mutate({
            name: text(form, 'name'),
            participantIds,
            offerId: optionalText(form, 'offre'),
          })
        : api(event).bank.addToShortlist.mutate({ shortlistId, participantIds }),
    );
    if (!('done' in answer)) return answer;
    const added = new URLSearchParams(answer.done.added.map((id) => ['ajout', id]));
    return redirect(303, `/facilitateur/participants/listes/${answer.done.shortlistId}?fait=ajout&${added}`);
  },
};
