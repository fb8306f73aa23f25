import type { WindowKind } from '@jonction/domain/placement/placement';

/** A hire before it is recorded: who, and what the answer of the company already says. */
export interface BegunHire {
  positioningId: string | null;
  participantId: string;
  personName: string;
  employer: { id: string; name: string } | null;
  offerTitle: string | null;
  romeCode: string | null;
  windowKind: WindowKind;
  weeklyHours: number | null;
  startsOn: string | null;
}
