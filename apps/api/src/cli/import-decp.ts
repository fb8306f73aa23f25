import { stat } from 'node:fs/promises';
import { openDecp } from '@jonction/documents/decp';
import type { Changes } from '@jonction/documents/decp/changes';
import { isUnreadable } from '@jonction/documents/decp/fields';
import type { DecpRecord } from '@jonction/documents/decp/record';
import { decpWords } from '@jonction/documents/decp/words';
import { sentence } from '@jonction/domain/shared/words';
import { openStaging, type Staging } from '../contract/decp-staging.ts';
import { registerBatch } from '../contract/register-batch.ts';
import { type Command, CommandRefused } from './context.ts';

/** A record that did not come in, or a field of one that did and could not be read. */
interface Remark {
  file: string;
  /** From 1 in the order of the file; 0 for the file itself. */
  record: number;
  field: string;
  reason: string;
}

const system = { kind: 'system' } as const;
const longestReference = 120;

/**
 * `import decp FILE...`: essential data of public contracts into the shared register. Each contract is written once for
 * the whole run, in batches of one transaction each: a run that was cut is run again. Counts describe the end state, so
 * neither the order of the files nor a second run changes them or the register. A field that cannot be read leaves the
 * record in and is told in `warnings`.
 */
export const importDecp: Command = async ({ database, services, progress }, args) => {
  if (args.length === 0) throw new CommandRefused('Donnez au moins un fichier : jonction import decp FICHIER...');
  const rejected: Remark[] = [];
  const warnings: Remark[] = [];
  const changes: Changes = { created: 0, updated: 0, unchanged: 0 };
  const staging = await openStaging(database);
  let good = 0;
  try {
    for (const file of args) {
      good += await stageFile(staging, file, { rejected, warnings });
      progress(`${file} : ${good} marchés lus, ${rejected.length} rejetés, ${warnings.length} champs illisibles`);
    }
    let done = 0;
    for await (const batch of staging.batches()) {
      const own = await database.as(system, (tx) => registerBatch(tx, batch, services.today()));
      changes.created += own.created;
      changes.updated += own.updated;
      changes.unchanged += own.unchanged;
      done += own.created + own.updated + own.unchanged;
      progress(`${done} sur ${good} enregistrés`);
    }
  } finally {
    await staging.close();
  }
  const exit = rejected.length === 0 ? 0 : good > 0 ? 1 : 2;
  return { exit, result: { read: good + rejected.length, ...changes, rejected, warnings } };
};

/** Reads one file into the staging; returns how many records came in. */
async function stageFile(
  staging: Staging,
  file: string,
  { rejected, warnings }: { rejected: Remark[]; warnings: Remark[] },
): Promise<number> {
  const refuse = (record: number, field: string, reason: string) => {
    rejected.push({ file, record, field, reason });
  };
  if (!(await isFile(file))) {
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
      await staging.add(storable(read.contract));
      good += 1;
      for (const doubt of read.contract.doubts.filter(isUnreadable)) {
        const reason = sentence(decpWords, 'fr', doubt.code, doubt.facts);
        warnings.push({ file, record: read.record, field: doubt.field, reason });
      }
    }
  }
  return good;
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}

/** The zero character and halves of surrogate pairs, which PostgreSQL does not keep, become U+FFFD. */
function storable(record: DecpRecord): DecpRecord {
  const text = JSON.stringify(record);
  if (!/\\u(0000|d[89a-f])/i.test(text)) return record;
  // Rewrites characters only, never the shape.
  return JSON.parse(text.replace(/(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi, '$1\\ufffd')) as DecpRecord;
}
