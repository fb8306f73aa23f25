import { isDay } from '@jonction/domain/shared/day';
import { readModality } from '#lib/placement/read-modality.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const linesShown = 12;

/** `?connu=2026-03-31`: the gauge of the clause as it was known at the end of that day. */
export const load: PageServerLoad = async (event) => {
  const { placementId } = event.params;
  const hire = await ask(event, api(event).placement.show.query({ placementId }));
  const knownOn = event.url.searchParams.get('connu') ?? '';
  const [lines, gauge, modality] = await Promise.all([
    ask(event, api(event).hours.listLines.query({ placementId, pageSize: linesShown })),
    ask(event, api(event).hours.gauge.query({ clauseId: hire.clauseId, ...(isDay(knownOn) ? { knownOn } : {}) })),
    ask(event, api(event).placement.showModality.query({ placementId })),
  ]);
  return { hire, lines, gauge, modality, made: event.url.searchParams.get('fait') === 'enregistree' };
};

export const actions: Actions = {
  terminer: async (event) => {
    const form = await event.request.formData();
    const { placementId } = event.params;
    const result = await submit(event, form, () =>
      api(event).placement.end.mutate({ placementId, endsOn: text(form, 'endsOn') }),
    );
    return 'done' in result ? { done: true } : result;
  },
  modalite: async (event) => {
    const form = await event.request.formData();
    const { placementId } = event.params;
    const result = await submit(event, form, () =>
      api(event).placement.recordModality.mutate({ placementId, facts: readModality(form) }),
    );
    return 'done' in result ? { recorded: true } : result;
  },
};
