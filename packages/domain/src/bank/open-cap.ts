import { z } from 'zod';

/**
 * How many proposals may be open at once for one person before her row says so. Three: a fourth company that calls finds her taken
 * (rule of the house, after the floods that the neighbouring tools report). It is said, and refuses nothing: a facilitator decides.
 */
export const defaultOpenCap = 3;

const wrong = { error: 'bank.open_cap_wrong' };

export const openCapInput = z.object({ most: z.int(wrong).min(1, wrong).max(50, wrong) });

/** The cap among the settings of a structure; what was never set, or cannot be read, is the default. */
export const openCapSetting = z
  .object({ openProposals: openCapInput.shape.most.default(defaultOpenCap).catch(defaultOpenCap) })
  .transform(({ openProposals }) => ({ most: openProposals }));

/** Whether a person has as many open proposals as one may have, or more. */
export function isCrowded(open: number, most: number): boolean {
  return open >= most;
}
