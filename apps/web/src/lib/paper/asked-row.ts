import type { PaperState } from '@jonction/domain/paper/asked';
import type { PaperKind } from '@jonction/domain/paper/categories';
import type { SignatureState } from '@jonction/domain/signature/states';
import type { State } from '@jonction/ui/state';

/** One line of a list of papers, as the API gives it. */
export interface AskedRow {
  id: string;
  kind: PaperKind;
  label: string | null;
  validMonths: number | null;
  state: PaperState;
  askedOn: string;
  askedByName: string | null;
  dueOn: string | null;
  note: string | null;
  contractObject: string | null;
  piece: {
    fileId: string;
    name: string;
    unread: boolean;
    validUntil: string | null;
    source: 'account' | 'link' | 'team';
    broughtByName: string | null;
    broughtAt: string;
    decision: 'accepted' | 'refused' | null;
    reason: string | null;
  } | null;
  /** Those who are to sign it, where somebody was asked to. */
  signature?: { requestId: string; state: SignatureState; people: number; signed: number } | null;
}

/** The mark of each state: the same shapes as everywhere. */
export const paperMark: Readonly<Record<PaperState, State>> = {
  accepted: 'validated',
  received: 'toDecide',
  asked: 'waiting',
  late: 'rejected',
  expiring: 'waiting',
  expired: 'rejected',
  refused: 'rejected',
  cancelled: 'unknown',
};
