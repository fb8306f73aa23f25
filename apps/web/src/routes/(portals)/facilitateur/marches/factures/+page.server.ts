import { redirect } from '@sveltejs/kit';
import { billKindNamed, billNames } from '#lib/contract/obligation/bill-names.ts';
import { text } from '#lib/server/form.ts';
import { uploadFile } from '#lib/server/upload.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?contenu=commandes`: a sheet of purchase orders; else of invoices. */
export const load: PageServerLoad = ({ url }) => ({ kind: billKindNamed(url.searchParams.get('contenu')) });

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const kind = billKindNamed(text(form, 'contenu'));
    const kept = await uploadFile(event, form, 'invoices');
    if (!('fileId' in kept)) return kept;
    redirect(303, `/facilitateur/marches/factures/${kept.fileId}?contenu=${billNames[kind]}`);
  },
};
