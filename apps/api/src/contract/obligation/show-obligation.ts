import { readUserNames } from '@jonction/db/access/queries';
import { readClauseHours } from '@jonction/db/contract/clause-hours';
import { listGroups } from '@jonction/db/contract/consortium';
import { ofLot, readFacts } from '@jonction/db/contract/facts';
import { countWorkers, listBills, listParts, listVersions, readHourSetting } from '@jonction/db/contract/obligation';
import { clauseSeen } from '@jonction/db/contract/obligation-tables';
import { clause, contract, lot, lotHolder } from '@jonction/db/contract/tables';
import { organisation } from '@jonction/db/organisation/tables';
import { staffRoles } from '@jonction/domain/access/role';
import { billKinds, dueExpectedOn, dueOn, followsInvoices, partKinds, targetOn } from '@jonction/domain/contract/due';
import { equivalentsOf, hourSettingSchema } from '@jonction/domain/contract/equivalents';
import { noHours } from '@jonction/domain/contract/gauge';
import { obligationSeries } from '@jonction/domain/contract/obligation-series';
import { standingOf } from '@jonction/domain/contract/standing';
import { targetSchema } from '@jonction/domain/contract/target';
import { earlier, endOfParisDay } from '@jonction/domain/shared/day';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { found } from '../../refuse.ts';
import { speaker, speaks } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { gaugeOf } from '../assemble.ts';
import { gaugeShape } from '../shown.ts';

const equivalents = z.object({ dayHundredths: z.number(), weekHundredths: z.number(), fteHundredths: z.number() });

/**
 * What a clause owes and where each figure comes from: formula and inputs, orders and invoices with the line they came from, parts
 * affirmed, every version; the same hours as days, weeks, people and full-time equivalents; forecast, orders and hours by month.
 * To those who may see the clause, without names. A fixed number of statements.
 */
export const showObligation = procedure('contract.showObligation')
  .input(z.object({ clauseId: z.uuid(), knownOn: daySchema.optional() }))
  .output(
    z.object({
      clauseId: z.string(),
      contractId: z.string(),
      object: z.string(),
      reference: z.string(),
      lotId: z.string(),
      lotNumber: z.string().nullable(),
      holders: z.array(z.object({ id: z.string(), name: z.string() })),
      target: targetSchema,
      follows: z.boolean(),
      dueHours: z.number(),
      expectedHours: z.number().nullable(),
      gauge: gaugeShape,
      /** Co-contractors share it; a company that is none of them is not told. */
      shared: z.boolean(),
      setting: hourSettingSchema,
      validated: equivalents,
      due: equivalents,
      left: equivalents,
      /** With validated hours; for the team alone. */
      people: z.number().nullable(),
      bills: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(billKinds),
          number: z.string(),
          on: z.string(),
          amountCents: z.number(),
          holderName: z.string().nullable(),
          source: z.enum(['form', 'sheet', 'command']),
          fileName: z.string().nullable(),
          record: z.number().nullable(),
          recordedAt: z.string(),
          corrected: z.boolean(),
        }),
      ),
      parts: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(partKinds),
          title: z.string(),
          target: targetSchema,
          hours: z.number(),
          affirmedOn: z.string().nullable(),
        }),
      ),
      versions: z.array(
        z.object({
          version: z.number(),
          target: targetSchema,
          dueHours: z.number(),
          cause: z.enum(['written', 'invoice', 'part']),
          byName: z.string().nullable(),
          recordedAt: z.string(),
        }),
      ),
      series: z.array(
        z.object({
          month: z.string(),
          validatedCentihours: z.number().nullable(),
          forecastCentihours: z.number().nullable(),
          dueHours: z.number(),
          expectedHours: z.number().nullable(),
        }),
      ),
      today: z.string(),
    }),
  )
  .query(async ({ ctx, input }) => {
    const { tx, today } = ctx;
    const knownAt = input.knownOn ? endOfParisDay(input.knownOn) : undefined;
    const knownOn = input.knownOn ?? today;
    const day = earlier(knownOn, today);
    const [row] = await tx
      .select({ clause, contract, lot })
      .from(clause)
      .innerJoin(contract, eq(contract.id, clause.contractId))
      .innerJoin(lot, eq(lot.id, clause.lotId))
      .where(eq(clause.id, input.clauseId));
    const of = found(row, 'contract.clause_not_found');
    const { structureId, lotId } = of.clause;
    const versions = await listVersions(tx, of.clause.id, knownAt);
    const last = versions.at(-1);
    const facts = {
      target: targetSchema.parse(last?.target ?? of.clause.targetInputs),
      bills: await listBills(tx, [lotId], { structureId, knownAt }),
      parts: await listParts(tx, [of.clause.id], knownAt),
    };
    const dueHours = last ? last.dueHours : dueOn(facts, day);
    const hours = (await readClauseHours(tx, [of.clause.id], knownAt ?? new Date())).get(of.clause.id) ?? noHours;
    const events = ofLot((await readFacts(tx, [of.contract.id])).get(of.contract.id) ?? [], lotId);
    const standing = standingOf({ events, asOf: knownOn, knownOn });
    const { startsOn, endsOn } = of.clause;
    const gauge = gaugeOf({ dueHours, startsOn, endsOn }, { notifiedOn: of.contract.notifiedOn, standing }, hours, day);
    const from = startsOn ?? of.contract.notifiedOn;
    const to = standing.endsOn ?? endsOn;
    const setting = await readHourSetting(tx, structureId);
    const team = speaks(ctx, staffRoles);
    const names = await readUserNames(tx, team ? versions.map((one) => one.recordedBy) : []);
    if (team && !knownAt && last) {
      // What was looked at is told no more among what changed.
      const seen = { version: last.version, seenAt: new Date() };
      await tx
        .insert(clauseSeen)
        .values({ userId: speaker(ctx).userId, clauseId: of.clause.id, structureId, ...seen })
        .onConflictDoUpdate({ target: [clauseSeen.userId, clauseSeen.clauseId], set: seen });
    }
    return {
      clauseId: of.clause.id,
      contractId: of.contract.id,
      object: of.contract.object,
      reference: of.contract.reference,
      lotId,
      lotNumber: of.lot.number,
      holders: await tx
        .select({ id: organisation.id, name: organisation.name })
        .from(lotHolder)
        .innerJoin(organisation, eq(organisation.id, lotHolder.organisationId))
        .where(eq(lotHolder.lotId, lotId))
        .orderBy(desc(lotHolder.lead), organisation.name),
      target: targetOn(facts, day),
      follows: followsInvoices(facts.target),
      dueHours,
      expectedHours: dueExpectedOn(facts, day),
      gauge,
      shared: (await listGroups(tx, [of.clause.id], knownAt)).length > 0,
      setting,
      validated: equivalentsOf(gauge.validatedCentihours, setting),
      due: equivalentsOf(100 * gauge.dueHours, setting),
      left: equivalentsOf(gauge.leftCentihours, setting),
      people: team ? await countWorkers(tx, of.clause.id, knownAt) : null,
      bills: facts.bills,
      parts: facts.parts,
      versions: versions.map((one) => ({ ...one, byName: names.get(one.recordedBy ?? '') ?? null })),
      series: from && to && from <= to ? obligationSeries({ facts, hours, period: { from, to }, day }) : [],
      today,
    };
  });
