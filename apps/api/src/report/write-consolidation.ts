import type { Tx } from '@jonction/db/client';
import { readHourSetting } from '@jonction/db/contract/obligation';
import { type HireYearRow, listContractYears, listHireYears } from '@jonction/db/report/consolidation';
import { type WrittenTable, writeTables } from '@jonction/documents/write-table';
import { equivalentsOf } from '@jonction/domain/contract/equivalents';
import { contractWords } from '@jonction/domain/contract/words';
import { categoryOf } from '@jonction/domain/eligibility/categories';
import { ageBandOf } from '@jonction/domain/matching/fairness';
import { byPersonAndContract, consolidate, type HireYear } from '@jonction/domain/report/consolidation';
import type { AskedConsolidation } from '@jonction/domain/report/consolidation-question';
import { readCut } from '@jonction/domain/report/consolidation-read';
import { consolidationWords } from '@jonction/domain/report/consolidation-words';
import type { Day } from '@jonction/domain/shared/day';
import type { Locale } from '@jonction/domain/shared/locale';
import { type Fact, sentence } from '@jonction/domain/shared/words';
import { z } from 'zod';
import { knownAtOf } from '../hours/known-at.ts';
import type { Vault } from '../vault/vault.ts';

interface By {
  structureId: string;
  today: Day;
  locale: Locale;
  vault: Vault;
}
type Say = (key: string, facts?: Record<string, Fact>) => string;

/**
 * The year as the network collects it: the sums, one row per person and contract with the groups that made her eligible, one row per
 * contract. No name. The vault is opened: whoever calls writes why in the audit.
 */
export async function writeConsolidation(tx: Tx, { year, knownOn }: AskedConsolidation, by: By): Promise<Buffer> {
  const { structureId, today, locale } = by;
  const say: Say = (key, facts = {}) => sentence(consolidationWords, locale, `report.year.${key}`, facts);
  const known = knownAtOf(knownOn ?? undefined);
  const hires = await listHireYears(tx, { structureId, year, ...known });
  const notes = [
    knownOn ? say('known', { day: knownOn }) : say('now', { day: today }),
    say('countedNote'),
    say('nobodyNote'),
  ];
  const of = { say, locale, year, title: say('title', { year }), notes };
  const groups = await openGroups(tx, by, hires);
  const contracts = await listContractYears(tx, {
    ...{ structureId, ...known },
    contractIds: [...new Set(hires.map(({ contractId }) => contractId))],
  });
  const setting = await readHourSetting(tx, structureId);
  const totals = consolidate(hires, year);
  return writeTables([
    sumsTable(of, totals, { ...equivalentsOf(totals.validated, setting), fteHours: setting.fteHours }),
    peopleTable(of, hires, groups),
    contractsTable(of, hires, contracts),
  ]);
}

interface Of {
  say: Say;
  locale: Locale;
  year: number;
  title: string;
  notes: string[];
}

function sumsTable(
  { say, title, notes }: Of,
  totals: ReturnType<typeof consolidate>,
  { fteHundredths, fteHours }: { fteHundredths: number; fteHours: number },
): WrittenTable {
  const hours = ['validated', 'exceptional', 'declared'] as const;
  const counts = ['people', 'newPeople', 'hires', 'employers', 'insertionEmployers', 'buyers', 'contracts'] as const;
  return {
    ...{ sheet: say('sheet.sums'), title, notes: [...notes, say('fteNote', { count: fteHours })] },
    columns: [
      { header: say('column.figure'), kind: 'text' },
      { header: say('column.amount'), kind: 'number' },
      { header: say('column.hours'), kind: 'hours' },
    ],
    rows: [
      ...hours.map((figure) => [say(figure), null, totals[figure]]),
      // Hundredths of a full-time equivalent are written with their two decimals, as hours are.
      [say('fte'), null, fteHundredths],
      ...counts.map((figure) => [say(figure), totals[figure], null]),
    ],
  };
}

function peopleTable(
  { say, locale, year, title, notes }: Of,
  hires: readonly HireYearRow[],
  groups: Groups,
): WrittenTable {
  const texts = ['sex', 'age', 'group', 'partner', 'new'] as const;
  const more = ['employer', 'employerId', 'subkind', 'mode', 'kind', 'rome'] as const;
  const sums = ['declared', 'validated', 'exceptional'] as const;
  const rowOf = new Map(hires.map((hire) => [hire.placementId, hire]));
  const text = (key: string) => ({ header: say(`column.${key}`), kind: 'text' as const });
  return {
    ...{ sheet: say('sheet.people'), title, notes, sumsAs: say('sum') },
    columns: [
      { header: say('column.year'), kind: 'text' },
      text('person'),
      ...texts.map(text),
      text('contract'),
      ...more.map(text),
      { header: say('column.startsOn'), kind: 'day' },
      { header: say('column.endsOn'), kind: 'day' },
      ...sums.map((key) => ({ header: say(`column.${key}`), kind: 'hours' as const })),
    ],
    rows: byPersonAndContract(hires).map(({ hires: own, ...line }) => {
      const rows = own.flatMap(({ placementId }) => rowOf.get(placementId) ?? []);
      const [first] = rows;
      const all = (read: (row: HireYearRow) => string | null) =>
        [...new Set(rows.flatMap((row) => read(row) ?? []))].join(', ');
      return [
        String(year),
        String(first?.participantNumber ?? ''),
        first ? readCut('sex', first.sex ?? 'unsaid', locale) : null,
        first ? readCut('age', ageBandOf(first.birthDate, line.startsOn), locale) : null,
        [...new Set(rows.flatMap(({ placementId }) => groups.get(placementId) ?? []))].join(', '),
        first?.partnerName ?? null,
        say(first?.firstHiredOn.startsWith(`${year}-`) ? 'yes' : 'no'),
        String(first?.contractNumber ?? ''),
        all(({ employerName }) => employerName),
        all(({ employerIdentifier }) => employerIdentifier),
        all(({ employerSubkind }) => readCut('employer', employerSubkind ?? 'company', locale)),
        all(({ mode }) => readCut('mode', mode, locale)),
        all(({ kind }) => readCut('kind', kind, locale)),
        all(({ romeCode }) => romeCode),
        ...[line.startsOn, line.endsOn, line.declared, line.validated, line.exceptional],
      ];
    }),
  };
}

function contractsTable(
  { say, locale, year, title, notes }: Of,
  hires: readonly HireYear[],
  contracts: Awaited<ReturnType<typeof listContractYears>>,
): WrittenTable {
  const text = (key: string) => ({ header: say(`column.${key}`), kind: 'text' as const });
  const byContract = Map.groupBy(hires, ({ contractId }) => contractId);
  return {
    ...{ sheet: say('sheet.contracts'), title, notes, sumsAs: say('sum') },
    columns: [
      ...['year', 'contract', 'buyer', 'buyerId', 'reference', 'object', 'cpv'].map(text),
      { header: say('column.amountHt'), kind: 'money' },
      { header: say('column.notifiedOn'), kind: 'day' },
      { header: say('column.contractEnd'), kind: 'day' },
      text('status'),
      { header: say('column.due'), kind: 'number' },
      { header: say('column.people'), kind: 'number' },
      ...(['declared', 'validated', 'exceptional', 'ever'] as const).map((key) => ({
        header: say(`column.${key}`),
        kind: 'hours' as const,
      })),
    ],
    rows: contracts.map((one) => {
      const own = byContract.get(one.contractId) ?? [];
      const { people, declared, validated, exceptional } = consolidate(own, year);
      return [
        ...[String(year), String(one.number), one.buyerName, one.buyerIdentifier, one.reference, one.object, one.cpv],
        ...[
          one.amountCents,
          one.notifiedOn,
          one.endsOn,
          sentence(contractWords, locale, `contract.status.${one.status}`),
        ],
        ...[one.dueHours, people, declared, validated, exceptional, one.validatedEver],
      ];
    }),
  };
}

type Groups = ReadonlyMap<string, readonly string[]>;
const frozen = z.object({ categories: z.array(z.string()) });

/** The groups frozen at each hire, in words. */
async function openGroups(tx: Tx, { vault, structureId, locale }: By, hires: readonly HireYearRow[]): Promise<Groups> {
  const opened = new Map<string, readonly string[]>();
  for (const { placementId, sealed } of hires) {
    const { categories } = frozen.parse(
      await vault.open(tx, structureId, `placement:${placementId}`, Buffer.from(sealed)),
    );
    opened.set(
      placementId,
      categories.map((code) => categoryOf(code)?.label[locale] ?? code),
    );
  }
  return opened;
}
