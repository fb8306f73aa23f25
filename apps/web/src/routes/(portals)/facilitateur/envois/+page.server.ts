import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { funnelSteps } from '@jonction/domain/positioning/stopwatch';
import { isDay, parisDayOf } from '@jonction/domain/shared/day';
import { readPage } from '@jonction/ui/address';
import { readBatch } from '#lib/positioning/batch-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text as typedText } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const pageSize = 50;
/** Nothing has left of a CV that is only proposed. */
const left = positioningStatuses.filter((status) => status !== 'proposed');

/** `?q=roche&etat=seen&du=2026-11-01&au=2026-11-30&page=2` */
export const load: PageServerLoad = async (event) => {
  const get = (name: string) => event.url.searchParams.get(name)?.trim() ?? '';
  const status = left.find((known) => known === get('etat')) ?? null;
  const step = funnelSteps.find((known) => known === get('etape')) ?? null;
  const employerId = /^[0-9a-f-]{36}$/.test(get('entreprise')) ? get('entreprise') : null;
  const romeCode = /^[A-Z]\d{4}$/.test(get('metier')) ? get('metier') : null;
  const from = isDay(get('du')) ? get('du') : null;
  const to = isDay(get('au')) ? get('au') : null;
  const text = get('q').slice(0, 200);
  const page = readPage(event.url);
  const answer = await ask(
    event,
    api(event).positioning.list.query({
      // What was sent has a day, whatever became of it: a count of the home and its rows are the same rows.
      ...{ text, page, pageSize, sentFrom: from ?? '2000-01-01' },
      ...(step ? { step } : {}),
      ...(employerId ? { employerId } : {}),
      ...(romeCode ? { romeCode } : {}),
      ...(status ? { statuses: [status] } : {}),
      ...(to ? { sentTo: to } : {}),
    }),
  );
  const [named] =
    romeCode === null ? [] : await ask(event, api(event).reference.occupationLabels.query({ codes: [romeCode] }));
  const occupation = named?.label ?? romeCode;
  return {
    ...answer,
    text,
    status,
    step,
    employerId,
    romeCode,
    occupation,
    from,
    to,
    page,
    pageSize,
    today: parisDayOf(new Date()),
  };
};

export const actions: Actions = {
  ensemble: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).positioning.batch.mutate(readBatch(form)));
    return 'done' in answer ? { batch: answer.done } : answer;
  },

  annuler: async (event) => {
    const form = await event.request.formData();
    const batchId = typedText(form, 'batchId');
    const answer = await submit(event, form, () => api(event).positioning.undoBatch.mutate({ batchId }));
    return 'done' in answer ? { undone: answer.done } : answer;
  },
};
