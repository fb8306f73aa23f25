import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { homeOf } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

/** Nobody lives at the root: each role has its own home. */
export const load: PageServerLoad = async (event) => {
  const me = await ask(event, api(event).access.me.query());
  if (!me.user) redirect(303, '/connexion');
  redirect(303, me.current ? homeOf[me.current.role] : '/sans-acces');
};
