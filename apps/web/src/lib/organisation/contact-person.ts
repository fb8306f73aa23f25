import type { goodProofs, StaleReason } from '@jonction/domain/organisation/contact-person';

/** Somebody in a company or a partner, as the API says it. */
export interface ContactPerson {
  id: string;
  organisationId: string;
  organisationName: string;
  name: string;
  function: string | null;
  email: string | null;
  phone: string | null;
  source: 'team' | 'company' | 'sending';
  lastProof: (typeof goodProofs)[number] | null;
  fresh: boolean;
  days: number;
  left: number;
  staleReason: StaleReason | null;
}
