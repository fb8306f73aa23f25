import { newToken } from '@jonction/api/access/token';
import { hoursDerogationSeal } from '@jonction/api/hours/effort/derogations';
import { storedFile } from '@jonction/db/file/tables';
import { hourDerogation, hourDifficulty, hourMeans } from '@jonction/db/hours/effort-tables';
import { hourContest, hourContestWord, hourPaper } from '@jonction/db/hours/exchange-tables';
import { hourReminder } from '@jonction/db/hours/late-tables';
import { newId } from '@jonction/db/new-id';
import { paperItem, paperRequest } from '@jonction/db/paper/tables';
import { signatureRequest, signatureSigner } from '@jonction/db/signature/tables';
import { system } from '../../support/hiring.ts';
import type { Product } from '../../support/product.ts';

interface Declaring {
  structureId: string;
  employerId: string;
  lineId: string;
  contractId: string;
  clauseId: string;
  userId: string;
  secretName: string;
}

/** What goes with the declared hours of one structure: a paper, one more that waits, a contest, a letter about a month. */
export async function layDeclaring(
  product: Product,
  { structureId, employerId, lineId, contractId, clauseId, userId, secretName }: Declaring,
) {
  const ids = { hourPaperId: newId(), hourFileId: newId(), contestId: newId() };
  const attachedId = newId();
  const place = { structureId, employerId, lineId };
  await product.system.as(system, async (tx) => {
    const file = { structureId, sha256: 'z', sizeBytes: 1, media: 'application/pdf', purpose: 'paper', unread: false };
    await tx.insert(storedFile).values([
      { ...file, id: attachedId, name: `${secretName}.pdf` },
      { ...file, id: ids.hourFileId, name: `${secretName}-2.pdf` },
    ]);
    await tx
      .insert(hourPaper)
      .values({ ...place, id: ids.hourPaperId, kind: 'payslip', fileId: attachedId, side: 'employer' });
    await tx.insert(hourContest).values({ ...place, id: ids.contestId, side: 'team', openedBy: userId });
    await tx.insert(hourContestWord).values({
      ...{ structureId, employerId, contestId: ids.contestId, side: 'team', saidBy: userId },
      body: `Les heures de ${secretName}`,
    });
  });
  // Whoever holds a letter's link opens its month, people at work included: that is what it is for, and its bounds are proved with the
  // late months. The walk takes a month in which nobody was at work, since here a stranger is handed the token.
  const { token, hash } = newToken();
  await product.system.as(system, (tx) =>
    tx.insert(hourReminder).values({
      ...{ structureId, employerId, kind: 'month', period: '2025-06-01', rung: 0, address: 'rh@entreprise.test' },
      tokenHash: hash,
      expiresAt: new Date(Date.now() + 1e9),
    }),
  );
  const { vault } = product.app.services;
  const [difficultyId, hourDerogationId] = [newId(), newId()];
  await product.system.as(system, async (tx) => {
    const about = { structureId, employerId, contractId };
    await tx
      .insert(hourDifficulty)
      .values({ ...about, id: difficultyId, kind: 'departure', body: `Départ de ${secretName}`, toldBy: userId });
    await tx
      .insert(hourMeans)
      .values({ ...about, usedOn: '2026-02-02', means: 'interviews', note: secretName, recordedBy: userId });
    const sealed = await vault.seal(tx, structureId, hoursDerogationSeal(hourDerogationId), { opinion: secretName });
    await tx
      .insert(hourDerogation)
      .values({ id: hourDerogationId, structureId, lineId, clauseId, centihours: 100, sealed, askedBy: userId });
  });
  const [requestId, paperItemId] = [newId(), newId()];
  await product.system.as(system, async (tx) => {
    await tx
      .insert(paperRequest)
      .values({ id: requestId, structureId, employerId, note: `Pour ${secretName}`, askedBy: userId });
    await tx
      .insert(paperItem)
      .values({ id: paperItemId, requestId, structureId, employerId, kind: 'insurance', label: secretName });
  });
  const [signatureId, signerId] = [newId(), newId()];
  await product.system.as(system, async (tx) => {
    await tx.insert(signatureRequest).values({
      ...{ id: signatureId, structureId, employerId, side: 'team', title: secretName, fileId: ids.hourFileId },
      ...{ fileSha256: 'a'.repeat(64), pages: 1, sentence: secretName, expiresOn: '2026-12-31', askedBy: userId },
    });
    await tx.insert(signatureSigner).values({
      ...{
        id: signerId,
        requestId: signatureId,
        structureId,
        ordinal: 0,
        name: secretName,
        address: `${signerId}@walls.test`,
      },
    });
  });
  return { ...ids, hourToken: token, difficultyId, hourDerogationId, paperItemId, signatureId, signerId };
}
