import { sendProgrammeSheet } from '#lib/server/programme.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ buyers: null, year: String(new Date().getFullYear() + 1) });

export const actions: Actions = { default: (event) => sendProgrammeSheet(event, '/acheteur/programmation/importer') };
