import { type Criterion, criteria } from '@jonction/domain/matching/criterion';
import { redirect } from '@sveltejs/kit';
import { api, ask } from '#lib/server/api.ts';
import { submit, text, wholeNumber } from '#lib/server/form.ts';
import { withoutAction } from '#lib/shell/action-at.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const [rules, outcomes] = await Promise.all([
    ask(event, client.matching.rules.query()),
    ask(event, client.matching.outcomes.query()),
  ]);
  return { rules, outcomes, done: event.url.searchParams.get('fait') === 'regles' };
};

export const actions: Actions = {
  decider: async (event) => {
    const form = await event.request.formData();
    const weights = Object.fromEntries(
      criteria.map((criterion) => [criterion, wholeNumber(form, criterion) ?? Number.NaN]),
    ) as Record<Criterion, number>;
    const answer = await submit(event, form, () =>
      api(event).matching.setRules.mutate({
        after: Number(text(form, 'after')),
        weights,
        forgottenEvery: wholeNumber(form, 'forgottenEvery') ?? Number.NaN,
        reason: text(form, 'reason'),
      }),
    );
    return 'done' in answer ? redirect(303, withoutAction(event.url, { fait: 'regles' })) : answer;
  },
};
