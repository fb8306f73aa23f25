import { parseHours } from '@jonction/domain/shared/typed-hours';
import { translate } from '@jonction/domain/shared/words';
import { fail } from '@sveltejs/kit';
import { deskWords } from '#lib/hours/desk-words.ts';
import { groupKey, readBatch } from '#lib/hours/tray-group.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text, texts } from '#lib/server/form.ts';
import type { Actions, PageServerLoad } from './$types';

const linesShown = 200;

export const load: PageServerLoad = async (event) => {
  const groups = await ask(event, api(event).hours.tray.query());
  const group = groups.find((one) => groupKey(one) === event.url.searchParams.get('groupe'));
  const open = group?.contracts.find(({ contractId }) => contractId === event.url.searchParams.get('marche'));
  const lines =
    group && open
      ? await ask(
          event,
          api(event).hours.listLines.query({
            contractId: open.contractId,
            waiting: { rule: group.rule, reason: group.reason },
            pageSize: linesShown,
          }),
        )
      : null;
  return { groups, open: group && open ? { group: groupKey(group), contractId: open.contractId } : null, lines };
};

export const actions: Actions = {
  /** The whole group, or some of its contracts: one rule, their days. */
  groupe: async (event) => {
    const form = await event.request.formData();
    const accept = text(form, 'reponse') === 'accepter';
    const batch = readBatch(form);
    if (batch.contracts.length === 0) {
      const sentence = translate(deskWords, event.locals.locale, 'tray.noContract');
      return fail(422, { sentence, fields: {}, values: { motif: text(form, 'motif') }, group: text(form, 'groupe') });
    }
    const result = await submit(event, form, () =>
      api(event).hours.decide.mutate({ batch, accept, reason: text(form, 'motif') }),
    );
    return 'done' in result
      ? { done: { ...result.done, accept } }
      : fail(result.status, { ...result.data, group: text(form, 'groupe') });
  },
  /** Ticked lines, or a part of one. */
  lignes: async (event) => {
    const form = await event.request.formData();
    const answer = text(form, 'reponse');
    const group = text(form, 'groupe');
    const lineIds = texts(form, 'ligne');
    const refuse = (key: 'tray.nothingTicked' | 'tray.partUnclear', field: string) => {
      const sentence = translate(deskWords, event.locals.locale, key);
      return fail(422, { sentence, fields: { [field]: sentence }, values: { motif: text(form, 'motif') }, group });
    };
    if (lineIds.length === 0) return refuse('tray.nothingTicked', 'ligne');
    const part = answer === 'partie' ? parseHours(text(form, 'heures')) : null;
    if (part === undefined) return refuse('tray.partUnclear', 'heures');
    const accept = answer !== 'refuser';
    const result = await submit(event, form, () =>
      api(event).hours.decide.mutate({ lineIds, accept, centihours: part, reason: text(form, 'motif') }),
    );
    return 'done' in result ? { done: { ...result.done, accept } } : fail(result.status, { ...result.data, group });
  },
};
