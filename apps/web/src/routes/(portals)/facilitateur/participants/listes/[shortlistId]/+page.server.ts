import { type RequestEvent, redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, text, texts } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const mostOffers = 200;

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const { shortlistId } = event.params;
  const [list, { rows }] = await Promise.all([
    ask(event, client.bank.showShortlist.query({ shortlistId })),
    ask(event, client.offer.list.query({ statuses: ['open'], pageSize: mostOffers })),
  ]);
  const { searchParams } = event.url;
  return {
    list,
    offers: rows.map(({ id, title, employerName }) => ({ value: id, label: `${title}, ${employerName}` })),
    added: searchParams.get('fait') === 'ajout' ? searchParams.getAll('ajout') : null,
  };
};

export const actions: Actions = {
  noter: (event) =>
    act(event, (form, shortlistId) =>
      api(event).bank.noteInShortlist.mutate({
        shortlistId,
        participantId: text(form, 'participantId'),
        note: optionalText(form, 'note'),
      }),
    ),
  retirer: (event) =>
    act(event, (form, shortlistId) =>
      api(event).bank.removeFromShortlist.mutate({ shortlistId, participantIds: texts(form, 'personne') }),
    ),
  renommer: (event) =>
    act(event, (form, shortlistId) =>
      api(event).bank.renameShortlist.mutate({ shortlistId, name: text(form, 'name') }),
    ),
  supprimer: (event) =>
    act(
      event,
      (_, shortlistId) => api(event).bank.deleteShortlist.mutate({ shortlistId }),
      () => '/facilitateur/participants/listes',
    ),
  proposer: async (event) => {
    const form = await event.request.formData();
    const people = new URLSearchParams(texts(form, 'p').map((id) => ['p', id]));
    return redirect(303, `/facilitateur/offres/${text(form, 'offre')}/pousser?${people}`);
  },
};

/** One act on the list, then the list again without the words of what was done before. */
async function act(
  event: RequestEvent & { params: { shortlistId: string } },
  call: (form: FormData, shortlistId: string) => Promise<unknown>,
  next: () => string = () => event.url.pathname,
) {
  const form = await event.request.formData();
  const answer = await submit(event, form, () => call(form, event.params.shortlistId));
  return 'done' in answer ? redirect(303, next()) : answer;
}
