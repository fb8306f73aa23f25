import { type ActionFailure, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { callApi } from './api.ts';
import type { Refused } from './form.ts';
import { signInAddress } from './sign-in-address.ts';

type Purpose =
  | 'cv'
  | 'participants'
  | 'hours'
  | 'contracts'
  | 'invoices'
  | 'programme'
  | 'evidence'
  | 'document'
  | 'paper';

/** For an action: hands the field `file` of a form to the API; a refusal comes back to the form as any other. `headers`: of a link. */
export async function uploadFile(
  event: RequestEvent,
  form: FormData,
  purpose: Purpose,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ fileId: string; name: string } | ActionFailure<Refused>> {
  const body = new FormData();
  const file = form.get('file');
  if (file instanceof File) body.set('file', file);
  const response = await callApi(event, `/api/uploads/${purpose}`, { method: 'POST', body, headers });
  const answer: unknown = await response.json();
  if (isKept(answer)) return answer;
  if (response.status === 401) redirect(303, signInAddress(event.url, { unsaved: true }));
  const { sentence, fields } = asRefusal(answer);
  return fail(422, { sentence, fields, values: {} });
}

/** Whether a form brought a file: a field left empty still comes, as a file of nothing without a name. */
export function hasFile(form: FormData): boolean {
  const file = form.get('file');
  return file instanceof File && (file.size > 0 || file.name !== '');
}

function isKept(answer: unknown): answer is { fileId: string; name: string } {
  return typeof answer === 'object' && answer !== null && 'fileId' in answer && typeof answer.fileId === 'string';
}

function asRefusal(answer: unknown): Pick<Refused, 'sentence' | 'fields'> {
  if (typeof answer !== 'object' || answer === null || !('sentence' in answer)) return { sentence: '', fields: {} };
  const { sentence } = answer as { sentence: string };
  return { sentence, fields: { file: sentence } };
}
