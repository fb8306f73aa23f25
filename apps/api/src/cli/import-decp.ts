import { stat } from 'node:fs/promises';
import { type Database, sqlStateOf } from '@jonction/db/client';
import { keepBest, type NamedBody, registerOrganisations } from '@jonction/db/contract/register-organisations';
import { openDecp } from '@jonction/documents/decp';
import type { Changes } from '@jonction/documents/decp/changes';
import { isUnreadable } from '@jonction/documents/decp/fields';
import type { DecpRecord } from '@jonction/documents/decp/record';
import { decpWords } from '@jonction/documents/decp/words';
import type { Day } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import { openStaging, type Staging } from '../contract/decp-staging.ts';
import { bodiesOf, registerBatch } from '../contract/register-batch.ts';
import { type Command, CommandRefused } from './context.ts';
import { type FolderFile, type Taken, type Told, takeFolder } from './decp-folder.ts';

const system = { kind: 'system' } as const;
const longestReference = 120;
const uniqueViolation = '23505';

/**
 * `import decp FILE|FOLDER...`: essential data of public contracts into the shared register. Each contract is written once for
 * the whole run, in batches of one transaction each, two at a time: a run that was cut is run again. Counts describe the end state, so
 * neither the order of the files nor a second run changes them or the register. A field that cannot be read leaves the
 * record in and is told in `warnings`. The files of a folder come in one after the other, in the order of their names, each
 * once whatever its name: a folder that was cut goes on after the last whole file, and one that grows brings what is new.
 */
export const importDecp: Command = async ({ database, services, progress }, args) => {
  if (args.length === 0) throw new CommandRefused('Donnez au moins un fichier : jonction import decp FICHIER...');
  const told: Told = { rejected: [], warnings: [] };
  const take = (files: readonly string[]) => takeFiles({ database, progress, today: services.today() }, files, told);
  const folders: string[] = [];
  for (const arg of args) if ((await kindOf(arg)) === 'folder') folders.push(arg);
  const alone = args.filter((arg) => !folders.includes(arg));
  const total = alone.length > 0 ? await take(alone) : { good: 0, created: 0, updated: 0, unchanged: 0 };
  const files: FolderFile[] = [];
  for (const folder of folders) {
    for await (const file of takeFolder({ database, progress, told, take }, folder)) {
      files.push(file);
      for (const count of ['good', 'created', 'updated', 'unchanged'] as const) total[count] += file[count];
    }
  }
  const { good, ...changes } = total;
  const { rejected, warnings } = told;
  const exit = rejected.length === 0 ? 0 : good > 0 ? 1 : 2;
  const result = { read: good + rejected.length, ...changes, rejected, warnings };
  if (folders.length === 0) return { exit, result };
  return { exit, result: { ...result, files: files.map(({ good: _, ...file }) => file) } };
};

interface Base {
  database: Database;
  progress: (line: string) => void;
  today: Day;
}

async function takeFiles({ database, progress, today }: Base, files: readonly string[], told: Told): Promise<Taken> {
  const { rejected, warnings } = told;
  const changes: Changes = { created: 0, updated: 0, unchanged: 0 };
  const staging = await openStaging(database);
  // Every body that a record names, also in one that loses: what exists must not depend on who lost first.
  const named = new Map<string, NamedBody>();
  let good = 0;
  try {
    for (const file of files) {
      good += await stageFile({ staging, named }, file, told);
      progress(`${file} : ${good} marchés lus, ${rejected.length} rejetés, ${warnings.length} champs illisibles`);
    }
    const bodies = await database.as(system, (tx) => registerOrganisations(tx, named.values()));
    const batches = staging.batches();
    let done = 0;
    const work = async () => {
      for await (const batch of batches) {
        const own = await written(() => database.as(system, (tx) => registerBatch(tx, batch, today, bodies)));
        changes.created += own.created;
        changes.updated += own.updated;
        changes.unchanged += own.unchanged;
        done += own.created + own.updated + own.unchanged;
        progress(`${done} sur ${good} enregistrés`);
      }
    };
    // Two at once: the next one is made ready while the base writes. Neither is left behind when the other fails.
    for (const end of await Promise.allSettled([work(), work()])) if (end.status === 'rejected') throw end.reason;
  } finally {
    await staging.close();
  }
  return { good, ...changes };
}

/** Once more where somebody wrote one of these contracts by hand since it was looked for. */
async function written<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (sqlStateOf(error) !== uniqueViolation) throw error;
    return work();
  }
}

interface Staged {
  staging: Staging;
  named: Map<string, NamedBody>;
}

/** Reads one file into the staging; returns how many records came in. */
async function stageFile({ staging, named }: Staged, file: string, { rejected, warnings }: Told): Promise<number> {
  const refuse = (record: number, field: string, reason: string) => {
    rejected.push({ file, record, field, reason });
  };
  if ((await kindOf(file)) !== 'file') {
    refuse(0, 'fichier', 'Ce fichier est introuvable.');
    return 0;
  }
  const opened = await openDecp(file);
  if (!opened.ok) {
    refuse(0, 'fichier', sentence(decpWords, 'fr', opened.refusal.code, opened.refusal.facts));
    return 0;
  }
  let good = 0;
  for await (const read of opened.value) {
    if (!read.ok) {
      const [first] = read.problems;
      refuse(read.record, first?.field ?? 'marché', read.problems.map(({ reason }) => reason).join(' '));
    } else if (read.contract.contractId.length > longestReference) {
      refuse(read.record, 'id', `Le numéro du marché dépasse ${longestReference} caractères.`);
    } else {
      const record = storable(read.contract);
      await staging.add(record);
      for (const body of bodiesOf(record)) keepBest(named, body);
      good += 1;
      for (const doubt of read.contract.doubts.filter(isUnreadable)) {
        const reason = sentence(decpWords, 'fr', doubt.code, doubt.facts);
        warnings.push({ file, record: read.record, field: doubt.field, reason });
      }
    }
  }
  return good;
}

async function kindOf(name: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    const is = await stat(name);
    return is.isFile() ? 'file' : is.isDirectory() ? 'folder' : 'nothing';
  } catch {
    return 'nothing';
  }
}

/** The zero character and halves of surrogate pairs, which PostgreSQL does not keep, become U+FFFD. */
function storable(record: DecpRecord): DecpRecord {
  if (isStorable(record)) return record;
  // Rewrites characters only, never the shape.
  return JSON.parse(
    JSON.stringify(record).replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi, '$1\\ufffd'),
  ) as DecpRecord;
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  return typeof value !== 'object' || value === null || Object.values(value).every(isStorable);
}
