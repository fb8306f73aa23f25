import type { Api } from '#lib/server/api.ts';

type Tray = Awaited<ReturnType<Api['hours']['tray']['query']>>;
/** What one rule holds and what is missing, whatever the contracts. */
export type TrayGroup = Tray[number];
export type TrayContract = TrayGroup['contracts'][number];

/** What names a group in an address. */
export function groupKey({ policy, rule, reason }: Pick<TrayGroup, 'policy' | 'rule' | 'reason'>): string {
  return [policy, rule, reason].join('.');
}

/** A contract of a group as a form sends it, with the days that it waits on. */
export function contractValue({ contractId, from, to }: TrayContract): string {
  return [contractId, from, to].join('_');
}

/** The batch that a form decides on; its schema is the API's. */
export function readBatch(form: FormData): {
  rule: string;
  contracts: { contractId: string; from: string; to: string }[];
} {
  const contracts = form.getAll('marche').map((value) => {
    const [contractId = '', from = '', to = ''] = String(value).split('_');
    return { contractId, from, to };
  });
  return { rule: String(form.get('regle') ?? ''), contracts };
}
