/** The lists that go out whole, with their filters, in the columns somebody chooses. */
export const exportLists = ['people', 'contracts', 'positionings', 'hours', 'offers'] as const;
export type ExportList = (typeof exportLists)[number];

export const exportFormats = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Days are days, instants too: nobody counts minutes in a spreadsheet. Hours are hundredths, money is cents. */
export type ExportKind = 'text' | 'day' | 'hours' | 'money' | 'number';

export interface ExportColumn {
  key: string;
  kind: ExportKind;
  /** Opens the vault: who asks says why, and the reading is logged. */
  sensitive?: true;
}

const text = (...keys: string[]): ExportColumn[] => keys.map((key) => ({ key, kind: 'text' }));
const day = (...keys: string[]): ExportColumn[] => keys.map((key) => ({ key, kind: 'day' }));
const count = (...keys: string[]): ExportColumn[] => keys.map((key) => ({ key, kind: 'number' }));
const hours = (...keys: string[]): ExportColumn[] => keys.map((key) => ({ key, kind: 'hours' }));

/** Everything that a list may show outside, in the order of the house. */
export const exportColumns: Readonly<Record<ExportList, readonly ExportColumn[]>> = {
  people: [
    ...text('number', 'lastName', 'firstName'),
    ...day('birthDate'),
    ...text('phone', 'email', 'postalCode', 'city', 'personStatus'),
    ...day('availableFrom'),
    ...text('frenchLevel', 'occupations', 'licences'),
    ...count('radiusKm'),
    ...text('eligible'),
    { key: 'category', kind: 'text', sensitive: true },
    { key: 'evidenceIssuedOn', kind: 'day', sensitive: true },
    ...text('prescriber'),
    ...day('consentOn', 'lastContactOn', 'waitingSince', 'createdOn'),
    ...text('owner', 'nextAction'),
    ...day('nextActionOn'),
  ],
  contracts: [
    ...text('number', 'buyer', 'buyerSiret', 'reference', 'lot', 'object', 'cpv', 'holder', 'holderSiret'),
    { key: 'amount', kind: 'money' },
    ...day('notifiedOn', 'endsOn'),
    ...count('dueHours'),
    ...text('contractStatus'),
    ...day('statusSince', 'saidOn'),
    ...text('saidBy', 'placeCode', 'placeName', 'social', 'owner'),
  ],
  positionings: [
    ...text('lastName', 'firstName', 'employer', 'offer', 'positioningStatus'),
    ...day('sentOn', 'seenOn', 'answeredOn', 'interviewOn'),
    ...text('refusal', 'closing', 'answerNote', 'sentBy'),
  ],
  hours: [
    ...text('contract', 'object', 'lot', 'hire', 'worker', 'employer', 'month'),
    ...day('from', 'to'),
    ...text('hourKind'),
    ...hours('declared'),
    ...text('payer', 'evidence'),
    ...hours('validated', 'toDecide', 'waiting', 'rejected'),
    ...day('receivedOn'),
    ...text('late'),
  ],
  offers: [
    ...text('number', 'title', 'rome', 'employer', 'offerStatus'),
    ...count('positions', 'weeklyHoursMin', 'weeklyHoursMax'),
    ...day('startsOn'),
    ...text('place', 'object', 'owner'),
    ...day('createdOn'),
    ...count('sent', 'interviews', 'hired'),
  ],
};

/** A column of a file: what it holds, and the name that another portal gives it (null: ours). */
export interface ChosenColumn {
  key: string;
  header: string | null;
}

export function exportColumnOf(list: ExportList, key: string): ExportColumn | undefined {
  return exportColumns[list].find((column) => column.key === key);
}

/** The columns of a list without choice: all that a reader of the screen sees, nothing of the vault. */
export function usualExport(list: ExportList): ChosenColumn[] {
  return exportColumns[list].filter(({ sensitive }) => !sensitive).map(({ key }) => ({ key, header: null }));
}

/** Of what was asked, the columns that exist in this list, each once and in the order asked; nothing left: the usual ones. */
export function chosenExport(list: ExportList, asked: readonly ChosenColumn[]): ChosenColumn[] {
  const kept = new Map<string, ChosenColumn>();
  for (const column of asked) {
    if (exportColumnOf(list, column.key) && !kept.has(column.key)) kept.set(column.key, column);
  }
  return kept.size > 0 ? [...kept.values()] : usualExport(list);
}

/** Which of the columns open the vault. */
export function sensitiveAmong(list: ExportList, columns: readonly ChosenColumn[]): string[] {
  return columns.flatMap(({ key }) => (exportColumnOf(list, key)?.sensitive ? [key] : []));
}

/** The columns with one of them moved a place up (-1) or down (1); at the edge, or not among them, nothing moves. */
export function movedColumn<Column extends { key: string }>(
  columns: readonly Column[],
  key: string,
  by: -1 | 1,
): Column[] {
  const moved = [...columns];
  const at = moved.findIndex((column) => column.key === key);
  const [one, other] = [moved[at], moved[at + by]];
  if (one && other) [moved[at], moved[at + by]] = [other, one];
  return moved;
}
