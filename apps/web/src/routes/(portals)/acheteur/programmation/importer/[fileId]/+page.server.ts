import { api, ask } from '#lib/server/api.ts';
import { importProgrammeSheet } from '#lib/server/programme.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  sheet: await ask(event, api(event).programme.previewSheet.query({ fileId: event.params.fileId })),
});

export const actions: Actions = { default: importProgrammeSheet };
