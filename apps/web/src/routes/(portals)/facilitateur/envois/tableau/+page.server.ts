import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { readPage } from '@jonction/ui/address';
import { redirect } from '@sveltejs/kit';
import { readAnswer } from '#lib/positioning/answer-form.ts';
import { readBatch } from '#lib/positioning/batch-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import { withoutAction } from '#lib/shell/action-at.ts';
import type { Actions, PageServerLoad } from './$types';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `?offre=…&entreprise=…&metier=K2204&retard=oui&fins=oui&colonne=sent&page=2&carte=…` */
export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const id = (name: string) => (uuid.test(searchParams.get(name) ?? '') ? searchParams.get(name) : null);
  const romeCode = /^[A-Z]\d{4}$/.test(searchParams.get('metier') ?? '') ? searchParams.get('metier') : null;
  const filter = {
    offerId: id('offre'),
    employerId: id('entreprise'),
    romeCode,
    lateOnly: searchParams.get('retard') === 'oui',
  };
  const withEnded = searchParams.get('fins') === 'oui';
  const column = positioningStatuses.find((status) => status === searchParams.get('colonne')) ?? null;
  const card = id('carte');
  const client = api(event);
  const [board, story, offer] = await Promise.all([
    ask(event, client.positioning.board.query({ ...filter, withEnded, column, page: readPage(event.url) })),
    card ? ask(event, client.positioning.show.query({ positioningId: card })) : null,
    filter.offerId ? ask(event, client.offer.show.query({ offerId: filter.offerId })) : null,
  ]);
  return {
    board,
    story,
    offer: offer && { id: offer.id, title: offer.title, employerName: offer.employerName },
    filter,
    withEnded,
    column,
    done: searchParams.get('fait'),
  };
};

export const actions: Actions = {
  repondre: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).positioning.answer.mutate(readAnswer(form)));
    if (!('done' in answer)) return answer;
    redirect(303, withoutAction(event.url, { carte: null, fait: text(form, 'positioningId') }));
  },

  retirer: async (event) => {
    const form = await event.request.formData();
    const positioningId = text(form, 'positioningId');
    const answer = await submit(event, form, () => api(event).positioning.withdraw.mutate({ positioningId }));
    if (!('done' in answer)) return answer;
    redirect(303, withoutAction(event.url, { carte: null, fait: positioningId }));
  },

  ensemble: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).positioning.batch.mutate(readBatch(form)));
    return 'done' in answer ? { batch: answer.done } : answer;
  },

  annuler: async (event) => {
    const form = await event.request.formData();
    const batchId = text(form, 'batchId');
    const answer = await submit(event, form, () => api(event).positioning.undoBatch.mutate({ batchId }));
    return 'done' in answer ? { undone: answer.done } : answer;
  },
};
