import { api, ask } from '#lib/server/api.ts';
import { createDirectorate } from '#lib/server/directorate-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { organisationId: buyerId } = event.params;
  return {
    directorates: await ask(event, api(event).organisation.listDirectorates.query({ buyerId })),
    ended: event.url.searchParams.has('fermee'),
  };
};

export const actions: Actions = {
  creer: (event) => createDirectorate(event, { home: event.url.pathname, buyerId: event.params.organisationId }),
};
