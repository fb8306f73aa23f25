import type { employerSubkinds } from '../organisation/organisation.ts';
import { type PaperKind, paperKinds, type Validity } from './categories.ts';

export function validityOf(kind: PaperKind): Validity {
  return paperKinds[kind];
}

/** The months proposed when a paper is asked; null when it has a day of its own, or none. */
export function proposedMonths(kind: PaperKind): number | null {
  const validity = validityOf(kind);
  return typeof validity === 'object' ? validity.months : null;
}

/** Papers that people sign: for these, signatures are asked from the list (rule of the house). */
export function isSigned(kind: PaperKind): boolean {
  return kind === 'commitment' || kind === 'work_contract' || kind === 'other';
}

const everybody: readonly PaperKind[] = ['vigilance', 'registration', 'insurance'];

const added: Partial<Record<(typeof employerSubkinds)[number], readonly PaperKind[]>> = {
  EI: ['siae_agreement'],
  ACI: ['siae_agreement'],
  AI: ['siae_agreement'],
  ETTI: ['siae_agreement', 'temp_guarantee'],
  GEIQ: ['geiq_label'],
  EA: ['adapted_agreement'],
};

/** The checklist proposed for a company by what it is (rule of the house); whoever asks ticks otherwise. */
export function checklistOf(subkind: string | null): PaperKind[] {
  const own = Object.entries(added).find(([known]) => known === subkind)?.[1] ?? [];
  return [...everybody, ...own];
}
