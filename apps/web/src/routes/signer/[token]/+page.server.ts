import { sentence, translate } from '@jonction/domain/shared/words';
import { signatureWords } from '@jonction/domain/signature/words';
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { api, refusalOf } from '#lib/server/api.ts';
import { submit, text, typed } from '#lib/server/form.ts';
import { signaturePageWords } from '#lib/signature/words.ts';
import type { Actions, PageServerLoad } from './$types';

type LinkEvent = RequestEvent<{ token: string }>;

/** Who writes. Says nothing of the document and changes nothing: scanners of mail follow links. */
export const load: PageServerLoad = async (event) => ({
  door: await orDead(event, api(event).signature.describeLink.query({ token: event.params.token })),
});

const open = (event: LinkEvent) => orDead(event, api(event).signature.openLink.mutate({ token: event.params.token }));

export const actions: Actions = {
  ouvrir: async (event) => ({ opened: await open(event), codeSent: false }),
  code: async (event) => {
    const form = await event.request.formData();
    const { token } = event.params;
    const answer = await submit(event, form, () => api(event).signature.sendCode.mutate({ token }));
    if ('done' in answer) return { opened: await open(event), codeSent: true };
    // One that left a moment ago still serves.
    return fail(answer.status, { ...answer.data, opened: await open(event), codeSent: true });
  },
  signer: async (event) => {
    const form = await event.request.formData();
    const { token } = event.params;
    const said = { token, sha256: text(form, 'sha256'), name: text(form, 'name'), code: text(form, 'code') };
    // The box that was not ticked is refused at its field, as the others are.
    const agreed = (text(form, 'agreed') === 'oui') as true;
    const answer = await submit(event, form, () => api(event).signature.sign.mutate({ ...said, agreed }));
    if (!('done' in answer)) {
      return fail(answer.status, { ...answer.data, opened: await open(event), codeSent: true });
    }
    const { done } = answer;
    if (done.outcome === 'signed') return { opened: await open(event), codeSent: false };
    const { locale } = event.locals;
    const code =
      done.outcome === 'wrong'
        ? sentence(signatureWords, locale, 'signature.code_wrong', { count: done.left })
        : translate(signatureWords, locale, 'signature.code_over');
    const refused = { sentence: code, fields: { code }, values: typed(form) };
    return fail(422, { ...refused, opened: await open(event), codeSent: true });
  },
  refuser: async (event) => {
    const form = await event.request.formData();
    const said = { token: event.params.token, reason: text(form, 'reason') };
    const answer = await submit(event, form, () => api(event).signature.refuse.mutate(said));
    if ('done' in answer) return { opened: await open(event), codeSent: false };
    return fail(answer.status, { ...answer.data, opened: await open(event), codeSent: false });
  },
};

async function orDead<Answer>(event: RequestEvent, call: Promise<Answer>): Promise<Answer> {
  try {
    return await call;
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal?.code === 'signature.link_not_found' || refusal?.code === 'shared.fields_to_correct') {
      error(410, translate(signaturePageWords, event.locals.locale, 'link.dead'));
    }
    if (refusal) error(refusal.status === 422 ? 400 : refusal.status, refusal.sentence);
    throw thrown;
  }
}
