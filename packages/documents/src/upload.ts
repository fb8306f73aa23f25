import { accepted, type Decision, refused } from '@jonction/domain/shared/decision';
import { paperKinds } from './paper/kind.ts';
import { type RefusedKind, sniff, type UploadKind } from './upload/sniff.ts';

/** What a file is sent for: each place takes what it can read. */
export const uploadPurposes = [
  'cv',
  'participants',
  'hours',
  'contracts',
  'invoices',
  'decp',
  'evidence',
  'programme',
  'document',
  'paper',
] as const;
export type UploadPurpose = (typeof uploadPurposes)[number];

export interface AcceptedUpload {
  kind: UploadKind;
  /** From the content: what the browser said of the file is never served back. */
  media: string;
  extension: string;
}

export type UploadRefusal = `upload.${RefusedKind | 'too_large' | 'not_here'}`;

export const maxUploadBytes = 10 * 1024 * 1024;

const table: readonly UploadKind[] = ['xlsx', 'csv', 'text'];

/** A list of one column is `text` to the sniffer, and a table to a person: tables take it. */
const takenFor: Record<UploadPurpose, readonly UploadKind[]> = {
  cv: ['pdf', 'docx', 'odt', 'xml', 'json', 'text', 'csv'],
  participants: table,
  hours: table,
  contracts: table,
  invoices: table,
  programme: table,
  decp: ['json', 'csv', 'gzip'],
  evidence: ['pdf', 'jpeg', 'png', 'webp'],
  document: ['pdf', 'docx', 'odt', 'xlsx', 'csv', 'text', 'jpeg', 'png', 'webp'],
  paper: paperKinds,
};

const sheets = 'Excel (.xlsx) ou CSV';
const expectedFor: Record<UploadPurpose, string> = {
  cv: 'PDF, Word (.docx), OpenDocument (.odt), Europass ou texte',
  participants: sheets,
  hours: sheets,
  contracts: sheets,
  invoices: sheets,
  programme: sheets,
  decp: 'JSON ou CSV des données essentielles, compressés ou non (.gz)',
  evidence: 'PDF ou photo (JPEG, PNG)',
  document: 'PDF, Word (.docx), OpenDocument (.odt), Excel (.xlsx), CSV ou photo (JPEG, PNG)',
  paper: 'PDF, photo (JPEG, PNG), Excel (.xlsx) ou OpenDocument (.odt)',
};

/**
 * Whether a file that somebody sends can be taken for a purpose, told by its content alone. Refused: empty, over 10 MB,
 * of a kind that is taken nowhere (each with what to do), or of another kind than is needed here.
 */
export function checkUpload(bytes: Uint8Array, purpose: UploadPurpose): Decision<AcceptedUpload, UploadRefusal> {
  if (bytes.byteLength > maxUploadBytes) return refused('upload.too_large', { megabytes: 10 });
  const expected = expectedFor[purpose];
  const sniffed = sniff(bytes);
  if ('refused' in sniffed) return refused(`upload.${sniffed.refused}`, { expected });
  const { kind } = sniffed;
  if (!takenFor[purpose].includes(kind)) return refused('upload.not_here', { kind, expected });
  return accepted({ kind, media: mediaOf[kind], extension: extensionOf(kind) });
}

function extensionOf(kind: UploadKind): string {
  if (kind === 'text') return 'txt';
  if (kind === 'jpeg') return 'jpg';
  return kind === 'gzip' ? 'gz' : kind;
}

const openXml = 'application/vnd.openxmlformats-officedocument';

const mediaOf: Record<UploadKind, string> = {
  pdf: 'application/pdf',
  docx: `${openXml}.wordprocessingml.document`,
  odt: 'application/vnd.oasis.opendocument.text',
  xlsx: `${openXml}.spreadsheetml.sheet`,
  csv: 'text/csv',
  text: 'text/plain',
  json: 'application/json',
  xml: 'application/xml',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gzip: 'application/gzip',
};
