import { billKindNamed } from '#lib/contract/obligation/bill-names.ts';
import { api, ask } from '#lib/server/api.ts';
import { mappingOf } from '#lib/server/column-mapping.ts';
import { submit } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const kindOf = ({ url }: { url: URL }) => billKindNamed(url.searchParams.get('contenu'));

export const load: PageServerLoad = async (event) => {
  const kind = kindOf(event);
  const { fileId } = event.params;
  return { kind, ...(await ask(event, api(event).contract.previewInvoices.query({ fileId, kind }))) };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const mapping = mappingOf(form);
    return submit(event, form, () =>
      api(event).contract.importInvoices.mutate({ fileId: event.params.fileId, kind: kindOf(event), mapping }),
    );
  },
};
