import { type PaperKind, paperKindNames } from '@jonction/domain/paper/categories';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { api } from './api.ts';
import { optionalText, submit, text, texts, typed } from './form.ts';
import { uploadFile } from './upload.ts';

/** The dates of a paper as its form gives them: only the one that it needs was asked. */
const datesOf = (form: FormData) => ({
  itemId: text(form, 'itemId'),
  issuedOn: optionalText(form, 'issuedOn'),
  validUntil: optionalText(form, 'validUntil'),
});

/** Brings a paper for a line, with an account or, with `token`, by the link of a letter. */
export async function bringPaper(event: RequestEvent, form: FormData, token?: string) {
  const kept = await uploadFile(event, form, 'paper', token ? { 'x-jonction-paper': token } : {});
  // What was typed stays, so that only the file is chosen again.
  if (!('fileId' in kept)) return fail(kept.status, { ...kept.data, values: typed(form) });
  const brought = { ...datesOf(form), fileId: kept.fileId };
  return submit(event, form, () =>
    token ? api(event).paper.bringByLink.mutate({ ...brought, token }) : api(event).paper.bring.mutate(brought),
  );
}

/** What a form that asks for papers ticked, and one of any name: each counts the months that the team set. */
export function askedItems(form: FormData): { kind: PaperKind; label?: string }[] {
  const ticked = texts(form, 'kind').flatMap((kind) => paperKindNames.filter((known) => known === kind));
  const label = text(form, 'label');
  return [...ticked.map((kind) => ({ kind })), ...(label === '' ? [] : [{ kind: 'other' as const, label }])];
}
