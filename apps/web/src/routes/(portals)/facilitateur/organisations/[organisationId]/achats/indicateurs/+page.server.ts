import { loadScheme } from '#lib/server/purchases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadScheme(event, event.params.organisationId);
