import { json } from '@sveltejs/kit';
import { typedTarget } from '#lib/contract/typed-target.ts';
import { api, refusalOf } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

/** The hours that the figures being typed would make due: computed by the server as one types, never by the page. */
export const POST: RequestHandler = async (event) => {
  const form = await event.request.formData();
  try {
    return json(await api(event).contract.previewTarget.query({ target: typedTarget(form) }));
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (!refusal) throw thrown;
    return json({ fields: refusal.fields }, { status: refusal.status });
  }
};
