import { addMonths, parisDayOf } from '@jonction/domain/shared/day';
import { translate } from '@jonction/domain/shared/words';
import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { declarePageWords } from '#lib/hours/declare-words.ts';
import { blankLine, draftsOf } from '#lib/hours/draft.ts';
import { fieldsOfForm, readDrafts, rowsOf } from '#lib/hours/draft-form.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const monthShape = /^\d{4}-(0[1-9]|1[0-2])$/;

export const load: PageServerLoad = async (event) => {
  const { month } = event.params;
  if (!monthShape.test(month)) error(404);
  const described = await ask(event, api(event).hours.describeMonth.query({ month }));
  const next = addMonths(`${month}-01`, 1);
  const copy = event.url.searchParams.get('copie') === 'oui';
  const placements = described.placements.toSorted((a, b) => a.workerName.localeCompare(b.workerName, 'fr'));
  const drafts = draftsOf({ ...described, placements }, { month, copy, locale: event.locals.locale });
  return {
    month,
    placements,
    closedAt: described.closedAt,
    drafts,
    none: described.none,
    portions: Object.fromEntries(described.lines.map(({ id, portions }) => [id, portions])),
    copy: copy ? { some: drafts.some(({ hours, was }) => hours !== '' && was === '') } : null,
    before: addMonths(`${month}-01`, -1).slice(0, 7),
    // A month that has not begun is not offered.
    after: next <= parisDayOf(new Date()) ? next.slice(0, 7) : null,
  };
};

async function sayNone(event: RequestEvent<{ month: string }>, field: string, none: boolean) {
  const form = await event.request.formData();
  const placementIds = text(form, field).split(' ').filter(Boolean);
  const { month } = event.params;
  const drafts = readDrafts(form);
  const answer = await submit(event, form, () => api(event).hours.declareNone.mutate({ month, placementIds, none }));
  if ('done' in answer) return { none: none ? answer.done.said : 0 };
  const { sentence } = answer.data;
  return fail(answer.status, { sentence, fields: {}, drafts });
}

export const actions: Actions = {
  envoyer: async (event) => {
    const form = await event.request.formData();
    const drafts = readDrafts(form);
    const { rows, at } = rowsOf(drafts);
    if (rows.length === 0) {
      const sentence = translate(declarePageWords, event.locals.locale, 'empty.nothing');
      return fail(422, { sentence, fields: {}, drafts });
    }
    const { month } = event.params;
    const result = await submit(event, form, () => api(event).hours.declare.mutate({ month, rows }));
    if ('done' in result) return { done: result.done };
    const { sentence, fields } = result.data;
    return fail(result.status, { sentence, fields: fieldsOfForm(fields, at), drafts });
  },
  /** "No hours this month", for one person or for all of whom nothing was said; and the way back. */
  aucune: (event) => sayNone(event, 'aucune', true),
  revenir: (event) => sayNone(event, 'revenir', false),
  /** One more line where no script runs: the page comes back with it, nothing is declared. */
  ajouter: async (event) => {
    const form = await event.request.formData();
    const { month } = event.params;
    const drafts = readDrafts(form);
    const { placements } = await ask(event, api(event).hours.describeMonth.query({ month }));
    const worker = placements.find(({ id }) => id === text(form, 'ajouter'));
    const next = Math.max(0, ...drafts.map(({ at }) => at)) + 1;
    return { drafts: worker ? [...drafts, { ...blankLine(worker, month, next), kind: 'paid_leave' }] : drafts };
  },
};
