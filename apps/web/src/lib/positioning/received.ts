import type { Api } from '#lib/server/api.ts';

/** What a company sees of one person it was sent. */
export type Received = Awaited<ReturnType<Api['positioning']['openLink']['mutate']>>[number];
export type Card = NonNullable<Received['card']>;
/** What it sees before it opens anything. */
export type Preview = Awaited<ReturnType<Api['positioning']['preview']['query']>>[number];
export type ReceivedRow = Awaited<ReturnType<Api['positioning']['listReceived']['query']>>[number];

/** A meeting, asked for or set. */
export function isMeeting({ status }: Pick<Received, 'status'>): boolean {
  return status === 'interview' || status === 'meeting_set';
}

/** Still waits for the company. */
export function waitsForAnswer({ status }: Pick<Received, 'status'>): boolean {
  return status === 'sent' || status === 'seen';
}
