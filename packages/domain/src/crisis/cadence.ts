/** The letters that leave by themselves each morning, which an emergency may hold back: nobody answers on a closed site. */
export const crisisCadences = ['hours', 'papers', 'census', 'signatures', 'offers', 'positionings'] as const;
export type CrisisCadence = (typeof crisisCadences)[number];

/** Who is written to when an emergency begins and when it ends. */
export const crisisReceivers = ['buyer', 'company'] as const;
export type CrisisReceiver = (typeof crisisReceivers)[number];
