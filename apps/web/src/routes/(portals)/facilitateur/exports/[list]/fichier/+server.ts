import { readingPurposes } from '@jonction/domain/eligibility/reading-purpose';
import { exportFormats } from '@jonction/domain/report/export-list';
import { error } from '@sveltejs/kit';
import { readChosen, readExportList } from '#lib/report/export-address.ts';
import { exportQuestion } from '#lib/report/export-question.ts';
import { api, ask, callApi } from '#lib/server/api.ts';
import type { RequestHandler } from './$types';

/** The list of the address, whole, in its columns. A refusal is said in a sentence on a page of errors. */
export const GET: RequestHandler = async (event) => {
  const { searchParams } = event.url;
  const list = readExportList(event.params.list) ?? error(404);
  const { user } = await ask(event, api(event).access.me.query());
  const response = await callApi(event, '/api/exports/list', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ list, columns: readChosen(searchParams), question: exportQuestion(list, event.url, user?.id ?? '') },
      format: exportFormats.find((format) => format === searchParams.get('format')) ?? 'xlsx',
      purpose: readingPurposes.find((purpose) => purpose === searchParams.get('motif')) ?? null,
    }),
  });
  if (response.status === 422) {
    const { sentence }: { sentence: string } = await response.json();
    error(422, sentence);
  }
  return response;
};
