import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) =>
  ask(event, api(event).hours.previewSheet.query({ fileId: event.params.fileId }));

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const mapping: Record<string, string> = {};
    for (const name of form.keys()) {
      const at = /^entete\.(\d+)$/.exec(name)?.[1];
      const field = text(form, `colonne.${at}`);
      if (at !== undefined && field !== '') mapping[text(form, name)] = field;
    }
    return submit(event, form, () => api(event).hours.importSheet.mutate({ fileId: event.params.fileId, mapping }));
  },
};
