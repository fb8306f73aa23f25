import { loadPurchaseRows } from '#lib/server/purchases.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadPurchaseRows(event, event.params.organisationId);
