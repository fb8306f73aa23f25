import type { Hiring } from './hiring.ts';
import type { Client, Product } from './product.ts';

/** CVs pushed by the facilitator of a hiring world, on its offer unless a company is named. */
export async function pushCvs(
  here: Hiring,
  participantIds: string[],
  to: { offerId?: string; employerId?: string; recipientEmail?: string } = {},
): Promise<string> {
  const { pushId } = await here.facilitator.client.positioning.push.mutate({
    ...(to.employerId ? { employerId: to.employerId } : { offerId: to.offerId ?? here.offerId }),
    participantIds,
    recipientEmail: to.recipientEmail ?? 'recrutement@entreprise.test',
    idempotencyKey: crypto.randomUUID(),
  });
  return pushId;
}

/** A client that speaks by the last link written to the company. */
export async function linkClient(product: Product, pushId: string): Promise<Client> {
  const [letter] = await product.system.client<{ body_text: string | null }[]>`
    select body_text from message where about_kind = 'push' and about_id = ${pushId} order by id desc limit 1`;
  return product.client({ 'x-jonction-link': /\/cv\/([\w-]+)/.exec(letter?.body_text ?? '')?.[1] ?? '' });
}

/** The positioning of a person in a sending, as it stands. */
export async function positioningOf(product: Product, pushId: string, participantId: string) {
  const [row] = await product.system.client<
    { id: string; status: string; version: number; close_reason: string | null; refusal_reason: string | null }[]
  >`select id, status, version, close_reason, refusal_reason from positioning
    where push_id = ${pushId} and participant_id = ${participantId}`;
  if (!row) throw new Error('nothing was pushed');
  return row;
}

/** Another company of the register. */
export async function makeCompany(product: Product, name: string): Promise<string> {
  const [row] = await product.system.client<{ id: string }[]>`
    insert into organisation (kind, name) values ('employer', ${name}) returning id`;
  return row?.id ?? '';
}

/** A refusal as a person reads it: its code, its sentence, and the HTTP status. */
export async function refusalRead(
  call: Promise<unknown>,
): Promise<{ code: string; sentence: string; httpStatus: number }> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  const data = (error as { data?: { code: string; sentence: string }; meta?: { response?: { status: number } } } | null)
    ?.data;
  if (!data) throw new Error('the call was not refused');
  const response = (error as { meta?: { response?: { status: number } } }).meta?.response;
  return { code: data.code, sentence: data.sentence, httpStatus: response?.status ?? 0 };
}
