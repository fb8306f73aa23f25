import { loadPurchases } from '#lib/server/purchases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadPurchases(event, event.params.organisationId);
