import type { Tx } from '@jonction/db/client';
import { findParticipant } from '@jonction/db/participant/find';
import { findDocument, readWorkerNames } from '@jonction/db/report/documents';
import { layOutDocument } from '@jonction/documents/papers/lay-out-document';
import { type DocumentFacts, documentFactsSchema } from '@jonction/domain/report/document';
import { type Day, parisDayOf } from '@jonction/domain/shared/day';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';

/** An issued paper made again from its frozen figures, with the names that the reader may know; the reading is logged. Null: not hers. */
export async function printDocument(ctx: Context & { tx: Tx }, id: string) {
  const row = await findDocument(ctx.tx, id);
  if (!row) return null;
  const facts = documentFactsSchema.parse(row.facts);
  const names = await readWorkerNames(
    ctx.tx,
    facts.placements.map(({ placementId }) => placementId),
  );
  const person = row.participantId === null ? null : await findParticipant(ctx.tx, row.participantId);
  await recordAudit(ctx, { action: 'report.download', subjectKind: 'document', subjectId: id });
  const code = ctx.seals.codeOf(id, row.factsSha256);
  const issue = {
    code,
    issuedOn: parisDayOf(row.issuedAt),
    address: `${ctx.publicUrl}/verification/${code}`,
    names,
    personName: person ? `${person.firstName} ${person.lastName}` : null,
  };
  const { audience, employerId, issuedAt } = row;
  const name = documentName(facts, issue.issuedOn);
  return { facts, audience, employerId, issuedAt, name, printed: layOutDocument(facts, issue, 'fr') };
}

/** Plain letters: every system keeps them. As known on another day than that of its issue, the file says so. */
export function documentName({ kind, contract, fromMonth, toMonth, knownOn }: NameFacts, issuedOn: Day): string {
  const names = { statement: 'releve', certificate: 'certificat', attestation: 'attestation', record: 'releve-heures' };
  return [
    names[kind],
    ...(contract ? [`marche-${contract.number}`] : []),
    fromMonth,
    toMonth,
    ...(knownOn === issuedOn ? [] : ['connu-au', knownOn]),
  ].join('-');
}

type NameFacts = Pick<DocumentFacts, 'kind' | 'fromMonth' | 'toMonth' | 'knownOn'> & {
  contract: { number: number } | null;
};
