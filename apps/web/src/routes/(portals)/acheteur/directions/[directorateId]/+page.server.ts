import type { RequestEvent } from '@sveltejs/kit';
import { directorateActions, readDirectorate } from '#lib/server/directorate-actions.ts';
import type { Actions, PageServerLoad } from './$types';

const of = (event: RequestEvent) =>
  directorateActions({ home: '/acheteur/directions' }, event.params.directorateId ?? '');

export const load: PageServerLoad = (event) => readDirectorate(event, event.params.directorateId);

export const actions: Actions = {
  renommer: (event) => of(event).renommer(event),
  fermer: (event) => of(event).fermer(event),
  ranger: (event) => of(event).ranger(event),
};
