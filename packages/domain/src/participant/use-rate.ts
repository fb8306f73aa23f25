/** What became of the people that a partner recommended over a time: people, each counted once at each step. */
export interface UseCounts {
  recommended: number;
  putForward: number;
  met: number;
  hired: number;
}

export const useSteps = ['putForward', 'met', 'hired'] as const;
export type UseStep = (typeof useSteps)[number];

/** The months that the rate looks back on. Rule of the house. */
export const useRateMonths = 12;

/** Below so many people a share says nothing: the numbers are shown alone. Rule of the house. */
export const leastForShare = 5;

/** Shares of all recommended, in whole hundredths, half up; null where too few people were. The numbers always stand beside. */
export function useShares(counts: UseCounts): Record<UseStep, number | null> {
  const share = (step: UseStep) =>
    counts.recommended < leastForShare
      ? null
      : Math.floor((counts[step] * 200 + counts.recommended) / (2 * counts.recommended));
  return { putForward: share('putForward'), met: share('met'), hired: share('hired') };
}
