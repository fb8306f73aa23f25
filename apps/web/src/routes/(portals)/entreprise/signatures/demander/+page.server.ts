import { askSignatures, paperToSign } from '#lib/server/signature-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => paperToSign(event);

export const actions: Actions = { demander: (event) => askSignatures(event, '/entreprise/signatures') };
