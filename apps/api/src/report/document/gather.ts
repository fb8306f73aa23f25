import type { Tx } from '@jonction/db/client';
import { findContract } from '@jonction/db/contract/show';
import { readVersions } from '@jonction/db/hours/policies';
import { findOrganisation } from '@jonction/db/organisation/queries';
import { findOwnTeam } from '@jonction/db/participant/link-page';
import { type DocumentHoursRow, readDocumentContract, readDocumentHours } from '@jonction/db/report/document-hours';
import { policiesFromTheStart } from '@jonction/domain/hours/policies/built-in';
import type { Policy } from '@jonction/domain/hours/policy';
import { versionBehind } from '@jonction/domain/hours/winning-rule';
import { composeDocument, type LedgerRow } from '@jonction/domain/report/compose-document';
import { type DocumentAudience, type DocumentFacts, type DocumentKind, daysOf } from '@jonction/domain/report/document';
import { addDays, type Day } from '@jonction/domain/shared/day';
import { parisInstant } from '@jonction/domain/shared/paris-time';
import type { Context } from '../../context.ts';
import { found, Refuse } from '../../refuse.ts';
import { structureOf } from '../../speaker.ts';

/** What a paper is about; its kind and its reader say what may be left out. */
export interface Asked {
  kind: DocumentKind;
  audience: DocumentAudience;
  contractId: string | null;
  employerId: string | null;
  employerName: string | null;
  participantId: string | null;
  fromMonth: string;
  toMonth: string;
  knownOn?: Day | null | undefined;
}

export interface Gathered {
  facts: DocumentFacts;
  buyerId: string | null;
  knownAt: Date;
}

/** The figures of a paper, from the ledger as it was known. Refused: a day to come, a contract without a clause of the structure. */
export async function gather(ctx: Context & { tx: Tx }, asked: Asked): Promise<Gathered> {
  const structureId = structureOf(ctx);
  const knownOn = asked.knownOn ?? ctx.today;
  if (knownOn > ctx.today) throw new Refuse('report.known_in_future', { day: knownOn }, 'knownOn');
  // Today is not over: what is known now.
  const knownAt = knownOn === ctx.today ? new Date() : parisInstant(`${addDays(knownOn, 1)}T00:00`);
  const contract = asked.contractId === null ? null : await contractOf(ctx, asked.contractId, { structureId, knownAt });
  const hours = await readDocumentHours(ctx.tx, { ...asked, ...daysOf(asked), structureId, knownAt });
  const own = await readVersions(ctx.tx, { structureId, knownAt });
  const policies = [...policiesFromTheStart, ...own.map(({ version }) => version)];
  const facts = composeDocument(
    {
      kind: asked.kind,
      audience: asked.audience,
      fromMonth: asked.fromMonth,
      toMonth: asked.toMonth,
      knownOn,
      structure: { name: await structureName(ctx, structureId, asked.participantId) },
      contract: contract?.head ?? null,
      employer: asked.employerName === null ? null : { name: asked.employerName },
    },
    hours.map((row) => judgedBy(row, structureId, policies)),
    contract?.clauses ?? [],
  );
  return { facts, buyerId: contract?.buyerId ?? null, knownAt };
}

async function contractOf(
  { tx }: { tx: Tx },
  contractId: string,
  { structureId, knownAt }: { structureId: string; knownAt: Date },
) {
  const row = found(await findContract(tx, contractId, structureId), 'report.contract_not_found');
  const { clauses, holderNames } = await readDocumentContract(tx, { contractId, structureId, knownAt });
  if (clauses.length === 0) throw new Refuse('report.contract_not_found');
  const { number, reference, object, buyerName, notifiedOn, endsOn } = row;
  return {
    buyerId: row.buyerId,
    clauses,
    head: { number, reference, object, buyerName, notifiedOn, endsOn, holderNames },
  };
}

async function structureName({ tx }: { tx: Tx }, structureId: string, participantId: string | null): Promise<string> {
  const name = (await findOrganisation(tx, structureId))?.name;
  if (name !== undefined || participantId === null) return name ?? '';
  return (await findOwnTeam(tx, participantId))?.structureName ?? '';
}

/** The version that judged, by the day of the recording: the text that a reader can ask for. */
function judgedBy(row: DocumentHoursRow, structure: string, policies: readonly Policy[]): LedgerRow {
  const { policy, rule, recordedOn, clauseId: clause, contractId: contract, buyerId: buyer } = row;
  const version =
    policy === null || rule === null
      ? null
      : versionBehind(
          policies,
          { policy, rule, recordedOn },
          {
            id: row.placementId ?? clause,
            clause,
            contract,
            buyer,
            structure,
            territory: row.territory,
            hourBasis: row.hourBasis,
          },
        );
  return { ...row, policyTitle: version?.title ?? null, publishedOn: version?.publishedOn ?? null };
}
