import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { text } from '#lib/server/form.ts';
import type { RequestHandler } from './$types';

/** Speaks for another of her organisations from now on. */
export const POST: RequestHandler = async (event) => {
  const form = await event.request.formData();
  await ask(event, api(event).access.switchMembership.mutate({ membershipId: text(form, 'membership') }));
  redirect(303, '/');
};
