import { redirect } from '@sveltejs/kit';
import { filledTarget, modeOf } from '#lib/contract/target-fields.ts';
import { amountTyped } from '#lib/contract/typed-amount.ts';
import { typedTarget } from '#lib/contract/typed-target.ts';
import { loadFieldChoices } from '#lib/offer/load-choices.ts';
import { api, ask } from '#lib/server/api.ts';
import { optionalText, submit, texts, typed } from '#lib/server/form.ts';
import { loadPlanned } from '#lib/server/programme.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [{ planned, formula }, { occupations }] = await Promise.all([
    loadPlanned(event),
    loadFieldChoices(event, null),
  ]);
  const target = planned.target as Parameters<typeof filledTarget>[0] | null;
  const mode = modeOf(event.url.searchParams.get('mode')) ?? target?.mode ?? 'labour_share';
  const same = target !== null && target.mode === mode;
  const { area } = planned;
  const counted = await ask(event, api(event).programme.countPeople.query({ occupations: planned.occupations, area }));
  return {
    ...{ planned, occupations, mode, counted },
    // A new target begins with what is known of the contract.
    target: {
      'target.amountCents': amountTyped(planned.amountCents),
      'target.months': planned.durationMonths === null ? '' : String(planned.durationMonths),
      ...(same ? filledTarget(target) : {}),
    },
    preview: same && planned.dueHours !== null ? { dueHours: planned.dueHours, sentence: formula ?? '' } : null,
  };
};

export const actions: Actions = {
  calculer: async (event) => {
    const form = await event.request.formData();
    const client = api(event);
    const answer = await submit(event, form, async () => {
      const [occupations, area] = [texts(form, 'occupations'), optionalText(form, 'area')?.toUpperCase() ?? null];
      const counted = await client.programme.countPeople.query({ occupations, area });
      const preview = await client.contract.previewTarget.query({ target: typedTarget(form) });
      return { counted, preview };
    });
    return 'done' in answer ? { ...answer.done, values: typed(form) } : answer;
  },
  enregistrer: async (event) => {
    const form = await event.request.formData();
    const { plannedId } = event.params;
    const answer = await submit(event, form, () =>
      api(event).programme.size.mutate({
        ...{ plannedId, target: typedTarget(form), occupations: texts(form, 'occupations') },
        area: optionalText(form, 'area'),
      }),
    );
    if ('done' in answer) redirect(303, `/facilitateur/marches/programmation/${plannedId}?fait=oui`);
    return answer;
  },
};
