/** `available` is the one status in which a person is put forward. */
export const participantStatuses = ['available', 'placed', 'unavailable', 'left'] as const;

export type ParticipantStatus = (typeof participantStatuses)[number];

/**
 * Optional, and only as she says it herself: counted in what the network asks for (AVE, hours and people by sex) and to check that
 * nobody is left aside. No ranking reads it, no company does.
 */
export const sexes = ['woman', 'man', 'other'] as const;

export type Sex = (typeof sexes)[number];

/** How a person wants to be reached; `third`: through somebody she named. */
export const preferredChannels = ['phone', 'sms', 'mail', 'letter', 'third'] as const;

export type PreferredChannel = (typeof preferredChannels)[number];
