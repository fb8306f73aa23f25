import type { LegalScope } from '@jonction/domain/legal/scope';

/** A text as a page gets it. */
export interface LegalText {
  id: string;
  textId: string;
  version: number;
  title: string;
  source: string;
  summary: string;
  url: string | null;
  fileName: string | null;
  validFrom: string;
  validTo: string | null;
  scope: LegalScope;
  scopeWords: string | null;
  scopeBuyerName: string | null;
}

export interface KeptText extends LegalText {
  scopeBuyerId: string | null;
}

/** Where one buyer stands with a text. */
export interface TextBuyer {
  buyerId: string;
  name: string;
  address: string | null;
  contactName: string | null;
  letters: number;
  lastLetterOn: string | null;
  outcome: string | null;
  openedOn: string | null;
  openedVersion: number | null;
  openedBy: string | null;
  held: string | null;
}
