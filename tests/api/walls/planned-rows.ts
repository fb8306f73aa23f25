import { storedFile } from '@jonction/db/file/tables';
import { newId } from '@jonction/db/new-id';
import { plannedAct, plannedContract } from '@jonction/db/programme/tables';
import { system } from '../../support/hiring.ts';
import type { Product } from '../../support/product.ts';

interface Of {
  structureId: string;
  buyerId: string;
  /** Of the buyer, and of the team. */
  buyerUserId: string;
  secretName: string;
}

/** A contract that the buyer plans, another that was awarded, and a list of the year as each of them brings it. */
export async function layPlanned(product: Product, { structureId, buyerId, buyerUserId, secretName }: Of) {
  const ids = { plannedId: newId(), awardedId: newId(), teamSheetId: newId(), buyerSheetId: newId() };
  const base = { structureId, buyerId, year: 2026, statusSince: '2026-01-10', receivedOn: '2026-01-10' };
  const bytes = new TextEncoder().encode(`Objet;Montant HT\n${secretName} voirie;10\n`);
  const sha256 = await product.app.services.files.keep(bytes);
  const file = {
    structureId,
    sha256,
    sizeBytes: bytes.byteLength,
    media: 'text/csv',
    name: 'programme.csv',
    purpose: 'programme',
  };
  await product.system.as(system, async (tx) => {
    await tx.insert(plannedContract).values([
      { ...base, id: ids.plannedId, key: 'o:un', object: `Voirie ${secretName}`, source: 'buyer' },
      { ...base, id: ids.awardedId, key: 'o:deux', object: `Toits ${secretName}`, source: 'buyer', status: 'awarded' },
    ]);
    await tx.insert(plannedAct).values({
      ...{ plannedId: ids.plannedId, structureId, buyerId, act: 'added', toStatus: 'planned', onDay: '2026-01-10' },
      ...{ byUser: buyerUserId, byRole: 'buyer' },
    });
    await tx.insert(storedFile).values([
      { ...file, id: ids.teamSheetId, organisationId: structureId },
      { ...file, id: ids.buyerSheetId, organisationId: buyerId },
    ]);
  });
  return ids;
}
