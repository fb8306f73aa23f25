import { api, ask } from '#lib/server/api.ts';
import { mappingOf } from '#lib/server/column-mapping.ts';
import { submit } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) =>
  ask(event, api(event).hours.previewSheet.query({ fileId: event.params.fileId }));

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const mapping = mappingOf(form);
    return submit(event, form, () => api(event).hours.importSheet.mutate({ fileId: event.params.fileId, mapping }));
  },
};
