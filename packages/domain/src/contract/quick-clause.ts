import { accepted, type Decision, refused } from '../shared/decision.ts';
import type { TargetMode } from './target.ts';

/** A lot as a buyer that logs hours on it must know it. */
export interface QuickLot {
  id: string;
  number: string | null;
  /** How the hours of its clause are counted today; null without a clause. */
  mode: TargetMode | null;
}

const spelt = (number: string) =>
  number
    .trim()
    .toLowerCase()
    .replace(/^lot\s*(n[°ºo]\s*)?/, '')
    .replace(/^0+(?=\d)/, '');

/**
 * The lot on which a buyer logs hours in one line (rule of the house). The only lot goes without saying; among several one is named, in
 * any spelling ("2", "lot 02"). Hours that are counted from invoices, amounts or shares are not overwritten by a number typed in haste.
 */
export function quickClauseLot(
  lots: readonly QuickLot[],
  named: string | null,
): Decision<QuickLot, 'contract.lot_to_say' | 'contract.lot_unknown' | 'contract.clause_counted'> {
  const [only, ...others] = lots;
  const numbers = lots.flatMap(({ number }) => number ?? []).join(', ');
  if (named === null && others.length > 0) return refused('contract.lot_to_say', { lots: numbers });
  const lot = named === null ? only : lots.find(({ number }) => number !== null && spelt(number) === spelt(named));
  if (!lot) return refused('contract.lot_unknown', { lots: numbers === '' ? '-' : numbers });
  return lot.mode === null || lot.mode === 'fixed' ? accepted(lot) : refused('contract.clause_counted');
}
