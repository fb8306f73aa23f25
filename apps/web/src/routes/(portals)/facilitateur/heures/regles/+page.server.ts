import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  policies: await ask(event, api(event).hours.listPolicies.query()),
  discarded: event.url.searchParams.get('fait') === 'ecarte',
});

export const actions: Actions = {
  /** Begins a policy: from nothing, from one of the product (`livree`), or from a version of one's own (`version`). */
  ecrire: async (event) => {
    const form = await event.request.formData();
    const [policyId, versionId] = [text(form, 'livree'), text(form, 'version')];
    const withdraws = text(form, 'retrait') === 'oui';
    const answer = await submit(event, form, () => {
      const { startDraft } = api(event).hours;
      if (policyId) return startDraft.mutate({ from: 'built_in', policyId });
      return startDraft.mutate(versionId ? { from: 'own', versionId, withdraws } : { from: 'nothing' });
    });
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/heures/regles/projets/${answer.done.draftId}`);
  },
  /** Tries a policy of the product as it is: the way to adopt it. */
  essayer: async (event) => {
    const form = await event.request.formData();
    const { hours } = api(event);
    const answer = await submit(event, form, async () => {
      const { draftId } = await hours.startDraft.mutate({ from: 'built_in', policyId: text(form, 'livree') });
      return hours.simulatePolicy.mutate({ draftId });
    });
    if (!('done' in answer)) return answer;
    redirect(303, `/facilitateur/heures/regles/essais/${answer.done.runId}`);
  },
};
