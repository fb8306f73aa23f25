import { askedPaperWords } from '@jonction/domain/paper/words';
import { translate } from '@jonction/domain/shared/words';
import { signatureStates } from '@jonction/domain/signature/states';
import { readPage } from '@jonction/ui/address';
import { fail, type RequestEvent, redirect } from '@sveltejs/kit';
import type { SigningSubject } from '#lib/signature/request.ts';
import { api, ask } from './api.ts';
import { optionalText, type Refused, submit, text, typed } from './form.ts';
import { uploadFile } from './upload.ts';

const pageSize = 30;
/** People that the form has room for. */
const room = 6;

/** A list of documents to sign, with what waits for whoever is signed in. */
export async function loadSignatures(event: RequestEvent) {
  const page = readPage(event.url);
  const given = event.url.searchParams.get('voir');
  const only = signatureStates.find((state) => state === given) ?? null;
  const [listed, own] = await Promise.all([
    ask(event, api(event).signature.list.query({ page, pageSize, only })),
    ask(event, api(event).signature.listOwn.query()),
  ]);
  return { ...listed, own: own.rows, only, page, pageSize };
}

/** The form's people, those left empty out; with the place of each, so that what is wrong is said there. */
export function signersOf(form: FormData) {
  const places = Array.from({ length: room }, (_, at) => at).filter((at) =>
    ['name', 'quality', 'address'].some((name) => text(form, `${name}${at}`) !== ''),
  );
  const signers = places.map((at) => ({
    ...{ name: text(form, `name${at}`), address: text(form, `address${at}`) },
    quality: optionalText(form, `quality${at}`),
  }));
  return { places, signers };
}

/** `signers.1.address` of what was sent is the field `address2` of a form whose second person was left empty. */
export function fieldsOf(fields: Readonly<Record<string, string>>, places: readonly number[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, sentence]) => {
      const [, index, name] = /^signers\.(\d+)\.(\w+)$/.exec(field) ?? [];
      return [name === undefined ? field : `${name}${places[Number(index)] ?? 0}`, sentence];
    }),
  );
}

/** Asks for signatures, of the file that was brought for a paper or of a new one; then the page of the request, below `home`. */
export async function askSignatures(event: RequestEvent, home: string) {
  const form = await event.request.formData();
  const pieceId = text(form, 'which') === 'piece' ? optionalText(form, 'pieceId') : null;
  const made = { transferId: optionalText(form, 'transferId'), documentId: optionalText(form, 'documentId') };
  const kept = await fileToSign(event, form, { pieceId, made: made.transferId !== null || made.documentId !== null });
  if (!('fileId' in kept)) return fail(kept.status, { ...kept.data, values: typed(form) });
  const { places, signers } = signersOf(form);
  const asked = {
    ...{ ...made, fileId: kept.fileId, title: text(form, 'title'), note: optionalText(form, 'note'), signers },
    ...{ itemId: optionalText(form, 'itemId'), employerId: optionalText(form, 'employerId') },
    expiresOn: optionalText(form, 'expiresOn'),
  };
  const answer = await submit(event, form, () => api(event).signature.ask.mutate(asked));
  if ('done' in answer) redirect(303, `${home}/${answer.done.requestId}?envoye=${answer.done.letters}`);
  const data: Refused = { ...answer.data, fields: fieldsOf(answer.data.fields, places) };
  return fail(answer.status, data);
}

/** The file that was brought for a paper, a new one, or none where the product makes it. */
async function fileToSign(
  event: RequestEvent,
  form: FormData,
  { pieceId, made }: { pieceId: string | null; made: boolean },
) {
  if (made) return { fileId: null };
  return pieceId === null ? uploadFile(event, form, 'paper') : { fileId: pieceId };
}

/** The page of one request: what it shows, and what whoever asked does with it. */
export const loadRequest = async (event: RequestEvent<{ requestId: string }>) => ({
  sent: Number(event.url.searchParams.get('envoye') ?? 0) || 0,
  request: await ask(event, api(event).signature.show.query({ requestId: event.params.requestId })),
});

export const requestActions = {
  relancer: async (event: RequestEvent<{ requestId: string }>) => {
    const form = await event.request.formData();
    const { requestId } = event.params;
    const answer = await submit(event, form, () => api(event).signature.remind.mutate({ requestId }));
    return 'done' in answer ? { letters: answer.done.letters } : answer;
  },
  retirer: async (event: RequestEvent<{ requestId: string }>) => {
    const form = await event.request.formData();
    const given = { requestId: event.params.requestId, reason: text(form, 'reason') };
    const answer = await submit(event, form, () => api(event).signature.withdraw.mutate(given));
    return 'done' in answer ? { withdrawn: true } : answer;
  },
};

/** Somebody who is named and signed in goes to her own document. */
export async function enterToSign(event: RequestEvent) {
  const form = await event.request.formData();
  const signerId = text(form, 'signerId');
  const answer = await submit(event, form, () => api(event).signature.enter.mutate({ signerId }));
  if ('done' in answer) redirect(303, `/signer/${answer.done.token}`);
  return answer;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A transfer or an issued paper that the address names (`?transfert=`, `?document=`), with who is proposed to sign it. */
async function subjectToSign(event: RequestEvent): Promise<SigningSubject | null> {
  const { searchParams } = event.url;
  const fields = [
    ['transferId', searchParams.get('transfert')],
    ['documentId', searchParams.get('document')],
  ] as const;
  const [field, id] = fields.find(([, given]) => uuid.test(given ?? '')) ?? [];
  if (!field || !id) return null;
  return { field, id, ...(await ask(event, api(event).signature.prepare.query({ [field]: id }))) };
}

/**
 * What the form is about: the company of the address, and the paper asked of it (`?entreprise=`, `?piece=`); a company's own; or what
 * the product gives to sign.
 */
export async function paperToSign(event: RequestEvent) {
  const subject = await subjectToSign(event);
  const employerId = event.url.searchParams.get('entreprise') ?? '';
  const itemId = event.url.searchParams.get('piece');
  const given = uuid.test(employerId) ? { employerId } : {};
  const body = uuid.test(employerId)
    ? await ask(event, api(event).organisation.show.query({ organisationId: employerId }))
    : null;
  const about = body && { id: body.id, name: body.name };
  const { rows } = itemId === null ? { rows: [] } : await ask(event, api(event).paper.listAsked.query(given));
  const row = rows.find(({ id }) => id === itemId);
  if (!row) return { about, paper: null, subject };
  const name = translate(askedPaperWords, event.locals.locale, `paper.kind.${row.kind}`);
  const kind = row.kind === 'other' ? (row.label ?? name) : row.label ? `${name} (${row.label})` : name;
  // Only a PDF that was brought can be signed as it is.
  const piece = row.piece?.name.toLowerCase().endsWith('.pdf') ? row.piece : null;
  const paper = { itemId: row.id, kind, fileId: piece?.fileId ?? null, fileName: piece?.name ?? null };
  return { about, paper, subject };
}
