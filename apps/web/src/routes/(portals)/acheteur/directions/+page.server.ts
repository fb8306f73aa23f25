import { api, ask } from '#lib/server/api.ts';
import { createDirectorate } from '#lib/server/directorate-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  directorates: await ask(event, api(event).organisation.listDirectorates.query({})),
  ended: event.url.searchParams.has('fermee'),
});

export const actions: Actions = { creer: (event) => createDirectorate(event, { home: '/acheteur/directions' }) };
