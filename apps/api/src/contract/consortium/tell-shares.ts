import type { Tx } from '@jonction/db/client';
import { type GroupRow, listGroups, listMemberParts, listPeopleOf } from '@jonction/db/contract/consortium';
import { consortium } from '@jonction/db/contract/consortium-tables';
import { contract } from '@jonction/db/contract/tables';
import { message } from '@jonction/db/message/tables';
import { findOrganisation } from '@jonction/db/organisation/queries';
import { movedParts } from '@jonction/domain/contract/moved-parts';
import { formatDay, formatHours } from '@jonction/domain/shared/typography';
import { groupEndLetter } from '@jonction/messages/group-end-letter';
import type { Letter } from '@jonction/messages/letter';
import { sharesLetter } from '@jonction/messages/shares-letter';
import { and, eq, gte } from 'drizzle-orm';
import type { EventJob, JobContext } from '../../jobs/start.ts';
import { writeMessage } from '../../message/write.ts';

const system = { kind: 'system' } as const;
const templates = { set: 'group-shares', ended: 'group-ended', resumed: 'group-resumed' } as const;
const hours = (centihours: number) => formatHours(centihours, 'fr');

/**
 * Somebody of the team said who shares the hours due and how, that they share them no more, or that they do again: each company whom it
 * touches hears of its own part, and of nothing else. Once for each version, however often it runs; parts that only follow new invoices
 * are told by no letter, nor is an end taken back before anybody heard of it.
 */
export async function tellShares(
  { subjectId, structureId }: EventJob,
  { database, publicUrl }: JobContext,
): Promise<void> {
  if (subjectId === null || structureId === null) return;
  await database.as(system, async (tx) => {
    const [group] = await listGroups(tx, [subjectId]);
    if (!group || group.cause === 'due') return;
    if (await wasTold(tx, group, templates[group.cause])) return;
    const previous = { clauseId: subjectId, version: group.version - 1 };
    if (group.cause === 'resumed' && !(await wasTold(tx, previous, templates.ended))) return;
    const structure = await findOrganisation(tx, structureId);
    const [of] = await tx.select({ object: contract.object }).from(contract).where(eq(contract.id, group.contractId));
    if (!structure || !of) return;
    const facts = { contractObject: of.object, structureName: structure.name };
    const page = `${publicUrl}/entreprise/heures-dues/${subjectId}`;
    for (const { organisationId, letterTo } of await lettersOf(tx, group, { ...facts, page })) {
      for (const { name, email } of await listPeopleOf(tx, organisationId, structureId)) {
        const about = { kind: 'clause', id: subjectId };
        await writeMessage(tx, letterTo(name), { structureId, to: email, toName: name, about });
      }
    }
  });
}

/** Whether the letter of a version was written: to the microsecond, in the base, as two versions may be written within one second. */
async function wasTold(
  tx: Tx,
  { clauseId, version }: Pick<GroupRow, 'clauseId' | 'version'>,
  template: string,
): Promise<boolean> {
  const recordedAt = tx
    .select({ at: consortium.recordedAt })
    .from(consortium)
    .where(and(eq(consortium.clauseId, clauseId), eq(consortium.version, version)));
  const about = and(eq(message.aboutId, clauseId), eq(message.template, template));
  const [told] = await tx
    .select({ id: message.id })
    .from(message)
    .where(and(about, gte(message.createdAt, recordedAt)))
    .limit(1);
  return told !== undefined;
}

async function lettersOf(
  tx: Tx,
  { clauseId, version, cause, endedOn, reason }: GroupRow,
  { page, ...facts }: { contractObject: string; structureName: string; page: string },
): Promise<{ organisationId: string; letterTo: (recipientName: string) => Letter }[]> {
  const after = await listMemberParts(tx, [{ clauseId, version }]);
  if (cause === 'ended' || cause === 'resumed') {
    const ended = endedOn && reason ? { on: formatDay(endedOn, 'fr'), reason } : null;
    return after.map(({ organisationId, name: companyName, centihours }) => {
      const own = { companyName, part: hours(centihours), ended, url: `${page}/groupement` };
      return { organisationId, letterTo: (recipientName) => groupEndLetter({ ...facts, ...own, recipientName }) };
    });
  }
  const before = (await followsAnEnd(tx, { clauseId, version }))
    ? []
    : await listMemberParts(tx, [{ clauseId, version: version - 1 }]);
  return movedParts(before, after).map(({ organisationId, name: companyName, before, after }) => {
    const parts = { before: before === null ? null : hours(before), after: after === null ? null : hours(after) };
    const own = { companyName, ...parts, url: `${page}${after === null ? '' : '/groupement'}` };
    return { organisationId, letterTo: (recipientName) => sharesLetter({ ...facts, ...own, recipientName }) };
  });
}

/** A group made after another one ended starts from nothing. */
async function followsAnEnd(tx: Tx, { clauseId, version }: Pick<GroupRow, 'clauseId' | 'version'>): Promise<boolean> {
  const [previous] = await tx
    .select({ cause: consortium.cause })
    .from(consortium)
    .where(and(eq(consortium.clauseId, clauseId), eq(consortium.version, version - 1)));
  return previous?.cause === 'ended';
}
