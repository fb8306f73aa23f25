export const contactChannels = ['phone', 'sms', 'mail', 'letter', 'meeting'] as const;

export type ContactChannel = (typeof contactChannels)[number];

/** Only `reached` is a conversation; the others are attempts, or words sent that nobody answered yet. */
export const contactOutcomes = ['reached', 'voicemail', 'no_answer', 'wrong_number', 'postponed', 'sent'] as const;

export type ContactOutcome = (typeof contactOutcomes)[number];

export const contactPurposes = ['follow_up', 'preparation', 'consent', 'offer'] as const;

export type ContactPurpose = (typeof contactPurposes)[number];
