import { redirect } from '@sveltejs/kit';
import { readCensusAddress, readColumns } from '#lib/census/address.ts';
import { acceptedRows, saidOf, sayingOf, whichOf } from '#lib/census/saying.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text, texts, typed } from '#lib/server/form.ts';
import { hasFile, uploadFile } from '#lib/server/upload.ts';
import { withoutAction } from '#lib/shell/action-at.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const question = readCensusAddress(event.url);
  const { cpv } = question;
  const [census, changes, settings, cpvs] = await Promise.all([
    ask(event, api(event).census.list.query(question)),
    ask(event, api(event).census.listChanges.query()),
    ask(event, api(event).census.showSettings.query()),
    cpv ? ask(event, api(event).reference.cpvLabels.query({ codes: [cpv.padEnd(8, '0')] })) : [],
  ]);
  const { views, directorates } = settings;
  const columns = readColumns(event.url, settings.columns);
  return { question, ...census, changes, views, directorates, columns, cpvLabel: cpvs[0]?.label ?? null };
};

type Compared = Parameters<ReturnType<typeof api>['census']['compareRows']['mutate']>[0];

export const actions: Actions = {
  /** What saying it would do: nothing is written. */
  apercu: async (event) => {
    const form = await event.request.formData();
    const which = whichOf(form, readCensusAddress(event.url));
    const answer = await submit(event, form, () => api(event).census.preview.query({ which, saying: sayingOf(form) }));
    return 'done' in answer ? { effect: answer.done, values: typed(form) } : answer;
  },
  dire: async (event) => {
    const form = await event.request.formData();
    const which = whichOf(form, readCensusAddress(event.url));
    const kept = Number(text(form, 'kept'));
    const answer = await submit(event, form, () =>
      api(event).census.change.mutate({ which, saying: sayingOf(form), kept }),
    );
    return 'done' in answer ? { said: answer.done } : answer;
  },
  annuler: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).census.undo.mutate({ changeId: text(form, 'changeId') }));
    return 'done' in answer ? { undone: answer.done } : answer;
  },
  /** What rows pasted, filled down or sent back in a sheet would change: nothing is written. */
  comparer: async (event) => {
    const form = await event.request.formData();
    let asked: Compared = { text: String(form.get('text') ?? ''), ids: texts(form, 'id') };
    if (hasFile(form)) {
      const kept = await uploadFile(event, form, 'contracts');
      if (!('fileId' in kept)) return kept;
      asked = { fileId: kept.fileId };
    }
    const answer = await submit(event, form, () => api(event).census.compareRows.mutate(asked));
    return 'done' in answer ? { compared: answer.done } : { ...answer, data: { ...answer.data, ofRows: true } };
  },
  ecrire: async (event) => {
    const form = await event.request.formData();
    const rows = acceptedRows(form);
    const answer = await submit(event, form, () =>
      api(event).census.changeRows.mutate({ rows, said: saidOf(form), kept: rows.length }),
    );
    return 'done' in answer ? { said: answer.done } : answer;
  },
  /** The columns are kept for whoever chose them, and the address names none any more. */
  colonnes: async (event) => {
    const form = await event.request.formData();
    const columns = text(form, 'habituelles') ? [] : texts(form, 'colonne');
    const known = readColumns(new URL(`${event.url.origin}?colonnes=${columns.join('+')}`), []);
    const answer = await submit(event, form, () => api(event).census.setColumns.mutate({ columns: [...known] }));
    if (!('done' in answer)) return answer;
    redirect(303, withoutAction(event.url, { colonnes: null }));
  },
  garder: async (event) => {
    const form = await event.request.formData();
    const view = { name: text(form, 'name'), shared: text(form, 'shared') === 'oui', search: text(form, 'search') };
    const answer = await submit(event, form, () => api(event).census.saveView.mutate(view));
    return 'done' in answer ? { kept: view.name } : answer;
  },
  retirervue: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () => api(event).census.dropView.mutate({ viewId: text(form, 'viewId') }));
    return 'done' in answer ? { dropped: true } : answer;
  },
};
