import { translate } from '@jonction/domain/shared/words';
import { fail, redirect } from '@sveltejs/kit';
import { policyDraftWords } from '#lib/hours/draft-words.ts';
import { readPolicy, rowsAfter } from '#lib/hours/policy-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text, typed, wholeNumber } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const policies = '/facilitateur/heures/regles';

export const load: PageServerLoad = async (event) => {
  const { draftId } = event.params;
  const draft = await ask(event, api(event).hours.showDraft.query({ draftId }));
  return { draft, saved: event.url.searchParams.get('fait') === 'enregistre' };
};

export const actions: Actions = {
  /** Every button keeps what is written: one more row, a row moved, saved, or saved then tried. */
  ecrire: async (event) => {
    const { draftId } = event.params;
    const form = await event.request.formData();
    const doing = text(form, 'faire');
    const { content, unread } = readPolicy(form);
    const written = { ...content, rules: rowsAfter(content.rules, doing) };
    if (unread.length > 0) {
      const sentence = translate(policyDraftWords, event.locals.locale, 'draft.capUnread');
      const fields = Object.fromEntries(unread.map((name) => [name, sentence]));
      return fail(422, { sentence, fields, values: typed(form), written: content });
    }
    const version = wholeNumber(form, 'version') ?? 0;
    const { hours } = api(event);
    const kept = await submit(event, form, () => hours.saveDraft.mutate({ draftId, version, content: written }));
    if (!('done' in kept)) return fail(kept.status, { ...kept.data, written: content });
    if (doing !== 'essayer')
      redirect(303, `${policies}/projets/${draftId}?fait=enregistre${placeOf(doing, written.rules.length)}`);
    const tried = await submit(event, form, () => hours.simulatePolicy.mutate({ draftId }));
    if (!('done' in tried)) return fail(tried.status, { ...tried.data, written: null });
    redirect(303, `${policies}/essais/${tried.done.runId}`);
  },
  ecarter: async (event) => {
    const form = await event.request.formData();
    const { draftId } = event.params;
    const answer = await submit(event, form, () => api(event).hours.discardDraft.mutate({ draftId }));
    if (!('done' in answer)) return fail(answer.status, { ...answer.data, written: null });
    redirect(303, `${policies}?fait=ecarte`);
  },
};

/** Back to the row that was touched, where the page is drawn again. */
function placeOf(doing: string, rows: number): string {
  if (doing === 'ajouter') return `#ligne-${rows}`;
  const [what, row] = doing.split('.');
  const at = Number(row) + 1;
  if (what === 'monter') return `#ligne-${at - 1}`;
  if (what === 'descendre') return `#ligne-${at + 1}`;
  return '';
}
