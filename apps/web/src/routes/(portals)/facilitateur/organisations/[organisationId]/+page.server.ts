import { nameOrganisation, readOrganisation } from '#lib/server/name-organisation.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => readOrganisation(event, event.params.organisationId);
export const actions: Actions = { default: (event) => nameOrganisation(event, event.params.organisationId) };
