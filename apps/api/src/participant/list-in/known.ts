import type { Tx } from '@jonction/db/client';
import { organisation } from '@jonction/db/organisation/tables';
import { listKnown } from '@jonction/db/participant/known';
import { readLicences } from '@jonction/documents/cv/licences';
import type { ImportedPerson } from '@jonction/domain/participant/import';
import { isSameRow, nameKey } from '@jonction/domain/participant/same-person';
import { isLicenceCode } from '@jonction/domain/reference/licence';
import { searchOccupations } from '@jonction/domain/reference/occupation-search';
import { eq } from 'drizzle-orm';
import { folded } from '../../reference/folded.ts';
import type { OccupationTable } from '../../reference/occupations.ts';

/** Somebody of the bank as a row is compared with her. */
export type Known = Awaited<ReturnType<typeof listKnown>>[number];

/**
 * Who of the bank each row may be, for one batch: read once, then kept up with what the batch adds, so that two lines of one person
 * are one person.
 */
export class KnownPeople {
  /** By name, telephone and e-mail: whoever is the same shares one of them. */
  readonly #by = new Map<string, Known[]>();

  constructor(people: readonly Known[]) {
    for (const person of people) this.add(person);
  }

  static async read(tx: Tx, structureId: string, rows: readonly ImportedPerson[]): Promise<KnownPeople> {
    return new KnownPeople(await listKnown(tx, structureId, rows));
  }

  find(row: ImportedPerson): Known | null {
    const likely = new Set(keysOf(row).flatMap((key) => this.#by.get(key) ?? []));
    for (const person of likely) if (isSameRow(row, person)) return person;
    // A line with a name and nothing else is who bears exactly that name, when there is only one and she lives there.
    if (row.birthDate !== null || row.phone !== null || row.email !== null) return null;
    const named = [...likely].filter(
      ({ postalCode }) => row.postalCode === null || postalCode === null || postalCode === row.postalCode,
    );
    return named.length === 1 ? (named[0] ?? null) : null;
  }

  add(person: Known): void {
    for (const key of keysOf(person)) {
      const others = this.#by.get(key);
      if (others) others.push(person);
      else this.#by.set(key, [person]);
    }
  }
}

function keysOf(of: Pick<Known, 'firstName' | 'lastName' | 'phone' | 'email'>): string[] {
  return [
    `name ${nameKey(of)}`,
    ...(of.phone ? [`phone ${of.phone}`] : []),
    ...(of.email ? [`email ${of.email}`] : []),
  ];
}

const sureEnough = 0.58;
const mostRemembered = 10_000;

/** A list says the same few trades thousands of times: each is looked up once a table. */
const codeOfTitle = new WeakMap<OccupationTable, Map<string, string | null>>();

/** ROME codes of what a list writes; what names none is answered apart. */
export function occupationsOf(
  table: OccupationTable,
  words: readonly string[],
): { codes: string[]; unknown: string[] } {
  const codes: string[] = [];
  const unknown: string[] = [];
  for (const text of words) {
    const code = occupationNamed(table, text.trim());
    if (code === null) unknown.push(text);
    else codes.push(code);
  }
  return { codes: [...new Set(codes)], unknown };
}

function occupationNamed(table: OccupationTable, text: string): string | null {
  const remembered = codeOfTitle.get(table) ?? new Map<string, string | null>();
  codeOfTitle.set(table, remembered);
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const code = text.toUpperCase();
  const [found] = table.has(code) ? [{ code, score: 1 }] : searchOccupations(table.index, text, 1);
  const named = found && found.score >= sureEnough ? found.code : null;
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(text, named);
  return named;
}

/** Licence codes of what a list writes, by the reader of CVs; what names none is answered apart. */
export function licencesOf(words: readonly string[], today: string): { codes: string[]; unknown: string[] } {
  const codes: string[] = [];
  const unknown: string[] = [];
  for (const text of words) {
    if (isLicenceCode(text)) {
      codes.push(text);
      continue;
    }
    const read = readLicences([{ text, kind: 'licences', order: 0, inline: true, heading: 'permis' }], today);
    if (read.length === 0) unknown.push(text);
    codes.push(...read.map(({ code }) => code));
  }
  return { codes: [...new Set(codes)], unknown };
}

/** Partners by name, as a list writes them: without accents, case or punctuation. */
export async function partnersByName(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(eq(organisation.kind, 'partner'));
  return new Map(rows.map(({ id, name }) => [folded(name), id]));
}
