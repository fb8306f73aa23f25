import { readingPurposes } from '@jonction/domain/eligibility/reading-purpose';
import {
  chosenExport,
  type ExportList,
  exportFormats,
  movedColumn,
  usualExport,
} from '@jonction/domain/report/export-list';
import { portalTemplatesOf } from '@jonction/domain/report/export-portals';
import { error, redirect } from '@sveltejs/kit';
import { readChosen, readExportList } from '#lib/report/export-address.ts';
import { api, ask } from '#lib/server/api.ts';
import { submit, text } from '#lib/server/form.ts';
import { withoutAction } from '#lib/shell/action-at.ts';
import type { Actions, PageServerLoad } from './$types';

function listOf(name: string): ExportList {
  return readExportList(name) ?? error(404);
}

/** `?de=etat%3Dopen&modele=ID&c=number&c=title&monter=title`: the filters of the list, a set of columns, or some in their order. */
export const load: PageServerLoad = async (event) => {
  const list = listOf(event.params.list);
  const { searchParams } = event.url;
  const templates = await ask(event, api(event).report.listExportTemplates.query({ list }));
  const set = searchParams.get('modele');
  const kept =
    templates.find(({ id }) => id === set)?.columns ??
    portalTemplatesOf(list).find(({ code }) => code === set)?.columns;
  const typed = readChosen(searchParams);
  const columns = typed.length > 0 ? chosenExport(list, typed) : [...(kept ?? usualExport(list))];
  const [up, down] = [searchParams.get('monter'), searchParams.get('descendre')];
  return {
    list,
    templates,
    columns: up ? movedColumn(columns, up, -1) : down ? movedColumn(columns, down, 1) : columns,
    current: typed.length === 0 && kept ? set : null,
    usual: typed.length === 0 && !kept,
    format: exportFormats.find((format) => format === searchParams.get('format')) ?? 'xlsx',
    purpose: readingPurposes.find((purpose) => purpose === searchParams.get('motif')) ?? null,
  };
};

export const actions: Actions = {
  garder: async (event) => {
    const list = listOf(event.params.list);
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).report.saveExportTemplate.mutate({
        ...{ list, name: text(form, 'nom'), shared: text(form, 'partage') !== '' },
        columns: readChosen(form),
      }),
    );
    if (!('done' in answer)) return answer;
    const de = text(form, 'de');
    const asked = new URLSearchParams({ ...(de ? { de } : {}), modele: answer.done.templateId });
    return redirect(303, `${event.url.pathname}?${asked}`);
  },

  retirer: async (event) => {
    const form = await event.request.formData();
    const answer = await submit(event, form, () =>
      api(event).report.dropExportTemplate.mutate({ templateId: text(form, 'templateId') }),
    );
    if (!('done' in answer)) return answer;
    return redirect(303, withoutAction(event.url, { modele: null }));
  },
};
