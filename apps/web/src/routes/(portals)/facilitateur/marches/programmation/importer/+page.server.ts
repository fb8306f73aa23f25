import { api, ask } from '#lib/server/api.ts';
import { sendProgrammeSheet } from '#lib/server/programme.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const buyers = await ask(event, api(event).organisation.search.query({ kinds: ['buyer'], limit: 100 }));
  return {
    buyers: buyers.map(({ id, name, identifier }) => ({ value: id, label: name, hint: identifier ?? undefined })),
    year: String(new Date().getFullYear() + 1),
  };
};

export const actions: Actions = {
  default: (event) => sendProgrammeSheet(event, '/facilitateur/marches/programmation/importer'),
};
