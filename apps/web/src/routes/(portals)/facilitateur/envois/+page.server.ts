import { parisDayOf } from '@jonction/domain/shared/day';
import { readBatch } from '#lib/positioning/batch-form.ts';
import { readSendings, sendingsPageSize, sendingsQuestion } from '#lib/positioning/sendings-address.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text as typedText } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const asked = readSendings(event.url);
  const { romeCode } = asked;
  const answer = await ask(event, api(event).positioning.list.query(sendingsQuestion(asked)));
  const [named] =
    romeCode === null ? [] : await ask(event, api(event).reference.occupationLabels.query({ codes: [romeCode] }));
  const occupation = named?.label ?? romeCode;
  return { ...answer, ...asked, occupation, pageSize: sendingsPageSize, today: parisDayOf(new Date()) };
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
