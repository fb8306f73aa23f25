/** Why a person says no to an offer, each with a picture on her page. Nothing asks what her health or her family is. */
export const noReasons = ['distance', 'schedule', 'occupation', 'health', 'busy', 'other'] as const;

export type NoReason = (typeof noReasons)[number];
