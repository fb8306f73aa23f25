/** A row of the tray: one contract, one rule, one thing missing. */
export interface TrayGroup {
  contractId: string;
  contractNumber: number;
  contractObject: string;
  employerNames: readonly string[];
  policy: string;
  rule: string;
  reason: string;
  policyTitle: string | null;
  source: string | null;
  evidenceAsked: readonly string[];
  from: string;
  to: string;
  lines: number;
  people: number;
  centihours: number;
  since: string;
}

/** What names a group in an address. */
export function groupKey({ contractId, policy, rule, reason }: TrayGroup): string {
  return [contractId, policy, rule, reason].join('.');
}

/** The group that a form decides on; its schema is the API's. */
export function readGroup(form: FormData): { contractId: string; rule: string; from: string; to: string } {
  const get = (name: string) => String(form.get(name) ?? '');
  return { contractId: get('marche'), rule: get('regle'), from: get('du'), to: get('au') };
}
