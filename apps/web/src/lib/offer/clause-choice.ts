import type { Api } from '#lib/server/api.ts';

export type ClauseChoice = Awaited<ReturnType<Api['contract']['searchClauses']['query']>>[number];

const hiring = ['notified', 'active', 'stopped'];

/** Whether the contract of a clause expects somebody to be hired (the API has the last word). */
export function isHiring({ status }: Pick<ClauseChoice, 'status'>): boolean {
  return hiring.includes(status);
}
