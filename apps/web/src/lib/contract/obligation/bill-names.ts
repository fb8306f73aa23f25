import { type BillKind, billKinds } from '@jonction/domain/contract/due';

/** What a sheet holds, by the word of an address. */
export const billNames: Readonly<Record<BillKind, string>> = { invoice: 'factures', order: 'commandes' };

/** Invoices where the word is none of ours. */
export function billKindNamed(word: string | null): BillKind {
  return billKinds.find((kind) => billNames[kind] === word) ?? 'invoice';
}
