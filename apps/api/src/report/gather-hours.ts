import type { TrayRow } from '@jonction/db/hours/queries';
import type { HourKind } from '@jonction/domain/hours/line';
import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import type { Policy } from '@jonction/domain/hours/policy';
import { type Day, parisDayOf } from '@jonction/domain/shared/day';

export interface WaitingHours {
  id: string;
  kinds: HourKind[];
  /** True when a decision is needed, false when only a paper is. */
  decides: boolean;
  lines: number;
  contracts: number;
  /** Who sends the hours, and so the paper that is missing. */
  employerNames: string[];
  /** Where to call, when there is one employer to call. */
  phone: string | null;
  centihours: number;
  from: Day;
  to: Day;
  since: Day;
}

/** The rows of the tray that one rule holds, whatever the contract: one line of the home, one batch to decide. */
export function gatherHours(rows: readonly TrayRow[], policies: readonly Policy[]): WaitingHours[] {
  const gathered = new Map<string, WaitingHours>();
  for (const row of rows) {
    const id = `${row.policy} ${row.rule} ${row.reason}`;
    const policy = policies.findLast((one) => one.id === row.policy) ?? builtInPolicies[row.policy];
    const since = parisDayOf(new Date(row.since));
    const known = gathered.get(id);
    const employerNames = [...new Set([...(known?.employerNames ?? []), ...row.employerNames])];
    gathered.set(id, {
      id,
      kinds: [...(policy?.rules.find((rule) => rule.id === row.rule)?.kinds ?? [])],
      decides: row.reason === 'decision-needed',
      lines: (known?.lines ?? 0) + row.lines,
      contracts: (known?.contracts ?? 0) + 1,
      employerNames,
      phone: employerNames.length === 1 ? (row.phones[0] ?? null) : null,
      centihours: (known?.centihours ?? 0) + row.centihours,
      from: known && known.from < row.from ? known.from : row.from,
      to: known && known.to > row.to ? known.to : row.to,
      since: known && known.since < since ? known.since : since,
    });
  }
  return [...gathered.values()];
}
