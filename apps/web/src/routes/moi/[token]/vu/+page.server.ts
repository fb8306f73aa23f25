import { homeOf, ownPage } from '#lib/server/own-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ own: await ownPage(event), home: homeOf(event) });
