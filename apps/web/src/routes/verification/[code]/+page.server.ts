import { createHash } from 'node:crypto';
import { api, ask } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whether a paper, or a proof of signature, is ours. Changes nothing: a scanner of codes follows any address. */
export const load: PageServerLoad = async (event) => {
  const code = event.params.code.slice(0, 80);
  const [checked, { proof }] = await Promise.all([
    ask(event, api(event).report.verifyDocument.query({ code })),
    ask(event, api(event).signature.verify.query({ code })),
  ]);
  return { code, checked, proof };
};

export const actions: Actions = {
  /** The hash of a file that somebody holds, to compare with the one that was signed; the file is not kept. */
  comparer: async (event) => {
    const file = (await event.request.formData()).get('file');
    if (!(file instanceof File) || file.size === 0) return { compared: '' };
    const bytes = new Uint8Array(await file.arrayBuffer());
    return { compared: createHash('sha256').update(bytes).digest('hex') };
  },
};
