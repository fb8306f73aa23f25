import { identifierKinds } from '@jonction/domain/reference/siret';
import type { Day } from '@jonction/domain/shared/day';

export const contractKinds = ['contract', 'concession'] as const;
export type ContractKind = (typeof contractKinds)[number];

/**
 * Kinds of identifier of an economic operator, as the French nomenclature writes them (arrêté of 22 December 2022 on
 * essential data), then two of ours: a SIREN where a SIRET was due, and a number that is neither.
 */
export const holderIdKinds = [...identifierKinds, 'SIREN', 'UNKNOWN'] as const;
export type HolderIdKind = (typeof holderIdKinds)[number];

export interface Buyer {
  /** A SIREN only where the publication gives no establishment. */
  idKind: 'SIRET' | 'SIREN';
  id: string;
  name: string | null;
}

export interface Holder {
  idKind: HolderIdKind;
  /** Without spaces or dots; as published where it is malformed; empty where only the name is known. */
  id: string;
  name: string | null;
}

export interface Place {
  code: string | null;
  /** `Code postal`, `Code commune`, `Code département`...: the official nomenclature. */
  typeCode: string | null;
  name: string | null;
}

/** `unknown`: the format or the file has no such field (all of 2019). `none`: the buyer says there is none. */
export type Considerations = 'unknown' | 'none' | string[];

export interface Modification {
  id: string | null;
  on: Day | null;
  publishedOn: Day | null;
  amountCents: number | null;
  durationMonths: number | null;
  holders: Holder[] | null;
  object: string | null;
}

export interface Subcontract {
  id: string | null;
  holder: Holder | null;
  on: Day | null;
  publishedOn: Day | null;
  amountCents: number | null;
  durationMonths: number | null;
  /** True for an amendment of the act that has the same id. */
  amends: boolean;
}

/** What is usable but strange: the contract came in, a person should look. */
export interface Doubt {
  /** The field as the file names it. */
  field: string;
  code: string;
  facts: Record<string, string | number>;
}

/**
 * One published contract, or lot of one, normalised so that the same publication is the same JSON whichever file
 * carried it. French enumerations are kept as the nomenclature writes them; dates are days in Paris; money is cents
 * excluding VAT. Null: not given, or given unusable (then in `doubts`).
 */
export interface DecpRecord {
  buyer: Buyer;
  contractId: string;
  kind: ContractKind;
  nature: string | null;
  object: string;
  lotNumber: string | null;
  cpv: string | null;
  procedure: string | null;
  techniques: string[] | null;
  modalities: string[] | null;
  ccag: string | null;
  frameworkId: string | null;
  place: Place | null;
  durationMonths: number | null;
  notifiedOn: Day | null;
  startsOn: Day | null;
  publishedOn: Day | null;
  amountCents: number | null;
  priceForm: string | null;
  holders: Holder[];
  groupKind: string | null;
  social: Considerations;
  environmental: Considerations;
  subcontracts: Subcontract[];
  modifications: Modification[];
  doubts: Doubt[];
}
