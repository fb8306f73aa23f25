import type { Api } from '#lib/server/api.ts';

/** How somebody is reached, as her team reads it. */
export type Reach = Awaited<ReturnType<Api['participant']['showReach']['query']>>;
export type Third = NonNullable<Reach['third']>;
/** Somebody of the list, with all there is to tell her. */
export type ToReach = Awaited<ReturnType<Api['participant']['listErrands']['query']>>['rows'][number];

/** A text ready to send, in the program of the device. */
export function textHref(phone: string, errands: readonly { body: string }[]): string {
  const body = errands.map((errand) => errand.body).join('\n\n');
  return `sms:${phone}?body=${encodeURIComponent(body)}`;
}
