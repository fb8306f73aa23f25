import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit } from '#lib/server/form.ts';
import { uploadFile } from '#lib/server/upload.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  months: (await ask(event, api(event).hours.listMonths.query())).slice(0, 3).map(({ month }) => month),
});

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const kept = await uploadFile(event, form, 'hours');
    if (!('fileId' in kept)) return kept;
    const { fileId } = kept;
    const preview = await submit(event, form, () => api(event).hours.previewSheet.query({ fileId }));
    if (!('done' in preview)) return preview;
    // Headers that are not ours, and were never explained: the person says what they are.
    if (!preview.done.known) redirect(303, `/entreprise/heures/feuille/${fileId}`);
    const mapping = Object.fromEntries(
      preview.done.columns.flatMap(({ header, field }) => (field === null ? [] : [[header, field]])),
    );
    return submit(event, form, () => api(event).hours.importSheet.mutate({ fileId, mapping }));
  },
};
