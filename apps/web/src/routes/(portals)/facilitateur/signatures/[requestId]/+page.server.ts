import { loadRequest, requestActions } from '#lib/server/signature-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadRequest(event);

export const actions: Actions = requestActions;
