import type { Tx } from '@jonction/db/client';
import { listWaitingRows } from '@jonction/db/import/queries';
import { importRun } from '@jonction/db/import/tables';
import {
  type ImportedPerson,
  importedPersonSchema,
  type RowOutcome,
  type RowProblem,
} from '@jonction/domain/participant/import';
import type { Place } from '@jonction/domain/reference/place';
import type { Day } from '@jonction/domain/shared/day';
import { eq, sql } from 'drizzle-orm';
import { folded } from '../../reference/folded.ts';
import { locateAll } from '../../reference/locate.ts';
import type { OccupationTable } from '../../reference/occupations.ts';
import { ownOccupationTable } from '../../reference/own-occupations.ts';
import type { Vault } from '../../vault/vault.ts';
import { changePerson } from './change-person.ts';
import { KnownPeople, licencesOf, occupationsOf, partnersByName } from './known.ts';
import { NewPeople } from './new-people.ts';

/** What every row of a batch is judged with. */
export interface BatchWorld {
  tx: Tx;
  vault: Vault;
  structureId: string;
  userId: string | null;
  today: Day;
  table: OccupationTable;
  partners: ReadonlyMap<string, string>;
  places: ReadonlyMap<string, Place>;
}

/** A row with its words looked up. */
export interface ResolvedRow {
  person: ImportedPerson;
  occupations: string[];
  licences: string[] | null;
  partnerId: string | null;
}

interface Result {
  record: number;
  outcome: RowOutcome;
  subjectId: string | null;
  problems: RowProblem[];
}

/**
 * Enters the next rows of a run, in one transaction: people, results and progress are kept together or not at all, so that a run cut
 * anywhere goes on where it was. Answers how many rows got a result; 0 when none is left.
 */
export async function applyBatch(
  of: Pick<BatchWorld, 'tx' | 'vault' | 'structureId' | 'userId' | 'today'>,
  runId: string,
  size: number,
): Promise<number> {
  const rows = await listWaitingRows(of.tx, runId, size);
  if (rows.length === 0) return 0;
  const people = rows.map(({ cells }) => personOf(cells));
  const read = people.filter((person) => person !== null);
  const known = await KnownPeople.read(of.tx, of.structureId, read);
  const world = await worldOf(of, read);
  const results: Result[] = [];
  const newPeople = new NewPeople(world);
  for (const [index, row] of rows.entries()) {
    const person = people[index] ?? null;
    const before = problemsOf(row.problems);
    if (person === null) {
      results.push({ record: row.record, outcome: 'rejected', subjectId: null, problems: before });
      continue;
    }
    const { resolved, problems } = resolve(person, world);
    const same = known.find(person);
    if (same === null) {
      const added = await newPeople.add(resolved);
      known.add(added);
      results.push({ record: row.record, outcome: 'created', subjectId: added.id, problems });
      continue;
    }
    if (newPeople.holds(same.id)) await newPeople.write();
    const outcome = await changePerson(world, same, resolved);
    results.push({ record: row.record, outcome, subjectId: same.id, problems });
  }
  await newPeople.write();
  await keepResults(of.tx, runId, results);
  return rows.length;
}

export async function worldOf(
  of: Pick<BatchWorld, 'tx' | 'vault' | 'structureId' | 'userId' | 'today'>,
  people: readonly ImportedPerson[],
): Promise<BatchWorld> {
  return {
    ...of,
    table: await ownOccupationTable(of.tx, of.structureId),
    partners: await partnersByName(of.tx),
    places: await locateAll(of.tx, [...new Set(people.flatMap(({ postalCode }) => postalCode ?? []))]),
  };
}

/** What a row's words mean here. What means nothing is said, and the rest comes in: a trade misspelt does not keep a person out. */
export function resolve(person: ImportedPerson, world: BatchWorld): { resolved: ResolvedRow; problems: RowProblem[] } {
  const occupations = occupationsOf(world.table, person.occupations);
  const licences = licencesOf(person.licences, world.today);
  const partnerId = person.prescriber === null ? null : (world.partners.get(folded(person.prescriber)) ?? null);
  const problems: RowProblem[] = [
    ...occupations.unknown.map((value) => note('Métiers visés', 'participant.row_occupation_unknown', value)),
    ...licences.unknown.map((value) => note('Permis et habilitations', 'participant.row_licence_unknown', value)),
    ...(person.prescriber !== null && partnerId === null
      ? [note('Prescripteur', 'participant.row_partner_unknown', person.prescriber)]
      : []),
    ...(person.category !== null && person.evidenceIssuedOn === null
      ? [note('Justificatif émis le', 'participant.row_evidence_undated', person.category)]
      : []),
  ];
  const resolved = {
    person,
    occupations: occupations.codes,
    licences: licences.codes.length > 0 ? licences.codes : null,
    partnerId,
  };
  return { resolved, problems };
}

function note(field: string, code: string, value: string): RowProblem {
  return { field, code, facts: { value } };
}

export function personOf(cells: unknown): ImportedPerson | null {
  const person = typeof cells === 'object' && cells !== null && 'person' in cells ? cells.person : null;
  return person === null ? null : importedPersonSchema.parse(person);
}

function problemsOf(stored: unknown): RowProblem[] {
  return Array.isArray(stored) ? (stored as RowProblem[]) : [];
}

/** A row that came in keeps no copy of the person: her record is the one place where she can be read, corrected and erased. */
async function keepResults(tx: Tx, runId: string, results: readonly Result[]): Promise<void> {
  await tx.execute(sql`
    update import_row r set outcome = v.outcome, subject_id = v."subjectId", problems = v.problems,
      cells = case when v.outcome = 'rejected' then r.cells else '{}' end
    from jsonb_to_recordset(${JSON.stringify(results)}::text::jsonb) as v (record int, outcome text, "subjectId" uuid, problems jsonb)
    where r.run_id = ${runId} and r.record = v.record`);
  await tx
    .update(importRun)
    .set({ rowsDone: sql`${importRun.rowsDone} + ${results.length}` })
    .where(eq(importRun.id, runId));
}
