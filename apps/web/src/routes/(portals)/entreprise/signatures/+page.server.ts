import { enterToSign, loadSignatures } from '#lib/server/signature-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => loadSignatures(event);

export const actions: Actions = { signer: (event) => enterToSign(event) };
