import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import { organisation } from '@jonction/db/organisation/tables';
import { findPlannedByKeys } from '@jonction/db/programme/queries';
import { plannedAct, plannedContract } from '@jonction/db/programme/tables';
import type { ProgrammeRow } from '@jonction/documents/programme-sheet';
import { plannedKey } from '@jonction/domain/programme/planned';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { speaker } from '../speaker.ts';

export interface ReadRow<Value> {
  record: number;
  value: Value;
}

interface Taken {
  created: number;
  updated: number;
  unchanged: number;
  refused: { record: number; field: string; code: string }[];
}

type Facts = Omit<ProgrammeRow, 'buyer'>;

/**
 * Rows of a year's list: new ones join the programme, those known by their reference (else by what they buy) are corrected while they
 * are planned or studied. What a sheet leaves empty erases nothing. A constant number of statements beside one for each correction.
 */
export async function takeRows(
  ctx: Context & { tx: Tx },
  rows: readonly ReadRow<ProgrammeRow>[],
  { year, buyerId }: { year: number; buyerId: string | null },
): Promise<Taken> {
  const taken: Taken = { created: 0, updated: 0, unchanged: 0, refused: [] };
  const buyers = await buyersOf(ctx, rows);
  const given = rows.flatMap(({ record, value: { buyer, ...facts } }) => {
    const own = buyer === null ? buyerId : (buyers.get(buyer) ?? null);
    if (own !== null) return [{ record, facts, buyerId: own, key: plannedKey(facts) }];
    taken.refused.push({ record, field: 'Acheteur (SIRET)', code: 'programme.sheet_buyer' });
    return [];
  });
  const known = await findPlannedByKeys(ctx.tx, {
    buyerIds: [...new Set(given.map((row) => row.buyerId))],
    year,
    keys: given.map(({ key }) => key),
  });
  const byKey = new Map(known.map((row) => [`${row.buyerId} ${row.key}`, row]));
  const seen = new Set<string>();
  const fresh: (typeof plannedContract.$inferInsert & { id: string; structureId: string })[] = [];
  const { userId, membership } = speaker(ctx);
  const { structureId, role } = membership;
  const by = { byUser: userId, byRole: role === 'buyer' || role === 'lead' ? role : ('facilitator' as const) };
  const acts: (typeof plannedAct.$inferInsert)[] = [];
  for (const { record, facts, key, ...of } of given) {
    const name = `${of.buyerId} ${key}`;
    if (seen.has(name)) {
      taken.refused.push({ record, field: 'Objet', code: 'programme.sheet_twice' });
      continue;
    }
    seen.add(name);
    const row = byKey.get(name);
    if (!row) {
      const id = newId();
      fresh.push({
        ...facts,
        ...{ id, structureId, buyerId: of.buyerId, year, key, source: 'sheet' as const, createdBy: userId },
        ...{ statusSince: ctx.today, receivedOn: ctx.today },
      });
      acts.push({
        ...by,
        plannedId: id,
        structureId,
        buyerId: of.buyerId,
        act: 'added',
        toStatus: 'planned',
        onDay: ctx.today,
      });
      taken.created += 1;
      continue;
    }
    const changes = changesOf(row, facts);
    if (Object.keys(changes).length === 0) taken.unchanged += 1;
    else if (row.status !== 'planned' && row.status !== 'study') {
      taken.refused.push({ record, field: 'Objet', code: 'programme.sheet_ended' });
    } else {
      await ctx.tx
        .update(plannedContract)
        .set({ ...changes, version: sql`${plannedContract.version} + 1` })
        .where(eq(plannedContract.id, row.id));
      const before = Object.fromEntries(Object.keys(changes).map((field) => [field, row[field as keyof Facts]]));
      acts.push({
        ...{ ...by, plannedId: row.id, structureId, buyerId: of.buyerId, act: 'corrected', facts: before },
        ...{ fromStatus: row.status, toStatus: row.status, onDay: ctx.today },
      });
      taken.updated += 1;
    }
  }
  if (fresh.length > 0) await ctx.tx.insert(plannedContract).values(fresh);
  if (acts.length > 0) await ctx.tx.insert(plannedAct).values(acts);
  return taken;
}

/** The buyers that the sheet names and the speaker may plan for, by SIRET. */
async function buyersOf(
  ctx: Context & { tx: Tx },
  rows: readonly ReadRow<ProgrammeRow>[],
): Promise<Map<string, string>> {
  const sirets = [...new Set(rows.flatMap(({ value }) => value.buyer ?? []))];
  if (sirets.length === 0) return new Map();
  const found = await ctx.tx
    .select({ id: organisation.id, siret: organisation.identifier })
    .from(organisation)
    .where(
      and(
        eq(organisation.kind, 'buyer'),
        eq(organisation.identifierKind, 'SIRET'),
        sql`${organisation.identifier} = any(${sql.param(sirets)}::text[])`,
      ),
    );
  const { membership } = speaker(ctx);
  const own = membership.role === 'buyer' ? membership.organisationId : null;
  return new Map(
    found.flatMap(({ id, siret }) => (siret !== null && (own === null || own === id) ? [[siret, id]] : [])),
  );
}

function changesOf(row: Readonly<Facts>, facts: Facts): Partial<Facts> {
  const changes = Object.entries(facts).filter(
    ([field, value]) => value !== null && row[field as keyof Facts] !== value,
  );
  return Object.fromEntries(changes);
}
