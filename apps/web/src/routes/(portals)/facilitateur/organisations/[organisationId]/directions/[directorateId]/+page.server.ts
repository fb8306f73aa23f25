import type { RequestEvent } from '@sveltejs/kit';
import { directorateActions, readDirectorate } from '#lib/server/directorate-actions.ts';
import type { Actions, PageServerLoad } from './$types';

const of = ({ params: { organisationId = '', directorateId = '' } }: RequestEvent) =>
  directorateActions(
    { home: `/facilitateur/organisations/${organisationId}/directions`, buyerId: organisationId },
    directorateId,
  );

export const load: PageServerLoad = (event) => readDirectorate(event, event.params.directorateId);

export const actions: Actions = {
  renommer: (event) => of(event).renommer(event),
  fermer: (event) => of(event).fermer(event),
  ranger: (event) => of(event).ranger(event),
};
