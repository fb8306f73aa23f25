import type { Tx } from '@jonction/db/client';
import { peopleInOrder } from '@jonction/db/participant/list';
import { exportedPeople, sealedEvidenceOf } from '@jonction/db/report/export/people';
import { frenchLevels } from '@jonction/documents/sheet/participants-form';
import type { TableCell } from '@jonction/documents/write-table';
import { categoryOf } from '@jonction/domain/eligibility/categories';
import { type SealedEvidence, sealedEvidenceSchema } from '@jonction/domain/eligibility/record';
import { listParticipantsSchema } from '@jonction/domain/participant/list';
import { participantWords } from '@jonction/domain/participant/words';
import { licenceLabel } from '@jonction/domain/reference/licence';
import { mostFound } from '@jonction/search/port';
import { evidenceSeal } from '../../eligibility/evidence.ts';
import { placeAsked } from '../../participant/place-asked.ts';
import { occupationTable } from '../../reference/occupations.ts';
import { findInIndex } from '../../search/find.ts';
import { structureOf } from '../../speaker.ts';
import type { Vault } from '../../vault/vault.ts';
import { type SourceOf, writer } from './source.ts';

/** The CV bank with its filters. The vault is opened only where a column asks for it; whoever calls writes why in the audit. */
export const peopleSource: SourceOf = async (ctx, { question, keys, locale }) => {
  const { near, text, page: _, pageSize: __, ...filters } = listParticipantsSchema.parse(question);
  const place = await placeAsked(ctx.tx, near);
  const structureId = structureOf(ctx);
  const found = text ? await findInIndex(ctx, { structureId, text, limit: mostFound }) : null;
  const table = await occupationTable(ctx.tx);
  const { word, yesNo } = writer(locale);
  const { today, vault } = ctx;
  const opens = keys.has('category') || keys.has('evidenceIssuedOn');
  return {
    ids: peopleInOrder(ctx.tx, { ...filters, ids: found?.ids ?? null, near: place, today }),
    cellsOf: async (tx, ids) => {
      const people = await exportedPeople(tx, ids, today);
      const proofs = opens ? await openLatest({ tx, vault, structureId }, ids) : new Map<string, SealedEvidence>();
      return people.map(({ id, status, radiusMetres, ...person }): Record<string, TableCell> => {
        const proof = proofs.get(id);
        return {
          ...person,
          personStatus: word(participantWords, 'participant.status.', status),
          frenchLevel: frenchLevels[(person.frenchLevel ?? 0) - 1] ?? null,
          occupations: person.occupations.map((code) => table.labelOf(code)).join(' ; '),
          licences:
            person.licences === null ? null : person.licences.map((code) => licenceLabel(code, locale)).join(' ; '),
          radiusKm: radiusMetres === null ? null : Math.round(radiusMetres / 1000),
          eligible: yesNo(person.eligible),
          category: proof ? (categoryOf(proof.category)?.label[locale] ?? proof.category) : null,
          evidenceIssuedOn: proof?.issuedOn ?? null,
        };
      });
    },
  };
};

/** The paper issued last of each person. */
async function openLatest(
  { tx, vault, structureId }: { tx: Tx; vault: Vault; structureId: string },
  ids: readonly string[],
): Promise<Map<string, SealedEvidence>> {
  const latest = new Map<string, SealedEvidence>();
  for (const { id, participantId, sealed } of await sealedEvidenceOf(tx, ids)) {
    const proof = sealedEvidenceSchema.parse(await vault.open(tx, structureId, evidenceSeal(id), sealed));
    const known = latest.get(participantId);
    if (!known || known.issuedOn <= proof.issuedOn) latest.set(participantId, proof);
  }
  return latest;
}
