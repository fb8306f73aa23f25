import type { HourKind, HourPayer } from '@jonction/domain/hours/line';
import type { HourStatus } from '@jonction/domain/hours/outcome';
import type { HourSide } from '@jonction/domain/hours/paper';
import type { HourWarning } from '@jonction/domain/hours/warnings';

/** What `hours.showLine` answers. */
export interface LineTold {
  line: {
    id: string;
    workerName: string;
    from: string;
    to: string;
    kind: HourKind;
    payer: HourPayer | null;
    centihours: number;
    evidence: readonly string[];
    receivedOn: string;
    lateSince: string | null;
    warnings: readonly HourWarning[];
  };
  side: HourSide;
  entries: readonly {
    id: string;
    from: string;
    to: string;
    centihours: number;
    status: HourStatus;
    policy: string | null;
    rule: string | null;
    reason: string | null;
    policyTitle: string | null;
    source: string | null;
    note: string | null;
    evidenceAsked: readonly string[];
    version: { number: number; publishedOn: string; publishedByName: string | null } | null;
    recordedAt: string;
    reversesId: string | null;
    holds: boolean;
    decidedByName: string | null;
    decidedOn: string | null;
    decisionReason: string | null;
    late: boolean;
  }[];
  corrections: readonly { id: string; centihours: number; recordedAt: string }[];
}
