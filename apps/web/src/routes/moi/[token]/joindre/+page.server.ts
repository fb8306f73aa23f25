import { correctOwn, homeOf, ownPage } from '#lib/server/own-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ own: await ownPage(event), home: homeOf(event) });

export const actions: Actions = { corriger: correctOwn };
