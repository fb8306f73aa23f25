import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import { lockLine } from '@jonction/db/paper/queries';
import { paperPiece } from '@jonction/db/paper/tables';
import { findRequest, listToldOf, type RequestDetail } from '@jonction/db/signature/queries';
import { expiryOf, mayBring } from '@jonction/domain/paper/asked';
import { type Day, parisDayOf } from '@jonction/domain/shared/day';
import { type SignatureEndFacts, signatureEndLetter } from '@jonction/messages/signature-letters';
import type { EventJob, JobContext } from '../jobs/start.ts';
import { writeMessage } from '../message/write.ts';
import { forNameOf, writeToSigner } from './write-letter.ts';

const system = { kind: 'system' } as const;
const newsOf = { complete: 'signed', refused: 'refused', withdrawn: 'withdrawn' } as const;

/**
 * A document is signed by all, refused, or withdrawn: those whom it concerns are told, once each however often it runs, and a paper
 * that was asked is brought by it.
 */
export async function tellSignatureEnd({ subjectId }: EventJob, { database, publicUrl }: JobContext): Promise<void> {
  if (subjectId === null) return;
  await database.as(system, async (tx) => {
    const today = parisDayOf(new Date());
    const request = await findRequest(tx, subjectId, today);
    if (!request || request.state === 'open' || request.state === 'expired') return;
    const news = newsOf[request.state];
    if (news === 'signed') await bringSigned(tx, request, today);
    const told = await listToldOf(tx, request.id, news);
    const refuser = request.signers.find(({ answer }) => answer === 'refused') ?? null;
    const facts = {
      ...{ news, title: request.title, forName: forNameOf(request), byName: null },
      reason: request.end?.reason ?? null,
    };
    for (const signer of request.signers) {
      // Whoever refused knows it, and why is for whoever asked.
      if (signer.id === refuser?.id || told.signerIds.includes(signer.id)) continue;
      await writeToSigner(tx, request, {
        ...{ signer, news, sentBy: null, publicUrl },
        letterOf: (url) => signatureEndLetter({ ...facts, recipientName: signer.name, url }),
      });
    }
    if (news !== 'withdrawn' && !told.asker) {
      const said = { byName: refuser?.name ?? null, reason: refuser?.reason ?? null };
      await tellAsker(tx, request, { ...facts, ...said }, publicUrl);
    }
  });
}

async function tellAsker(
  tx: Tx,
  request: RequestDetail,
  facts: Omit<SignatureEndFacts, 'recipientName' | 'url'>,
  publicUrl: string,
): Promise<void> {
  if (request.askedByAddress === null) return;
  const portal = request.side === 'team' ? 'facilitateur' : 'entreprise';
  const recipientName = request.askedByName ?? request.structureName;
  const letter = signatureEndLetter({
    ...facts,
    recipientName,
    url: `${publicUrl}/${portal}/signatures/${request.id}`,
  });
  const about = { kind: 'signature_request', id: request.id };
  await writeMessage(tx, letter, { structureId: request.structureId, to: request.askedByAddress, about });
}

/** The signed document answers the paper that was asked; the team checks it as any other. */
async function bringSigned(tx: Tx, { itemId, fileId, structureId, side }: RequestDetail, today: Day): Promise<void> {
  if (itemId === null) return;
  const line = await lockLine(tx, itemId, today);
  if (!line || !mayBring(line.state).ok || line.fileId === fileId) return;
  const until = expiryOf(line, { issuedOn: today, validUntil: null }, today);
  const source = side === 'team' ? ('team' as const) : ('account' as const);
  await tx.insert(paperPiece).values({
    ...{ id: newId(), itemId, structureId, employerId: line.employerId, fileId, issuedOn: today },
    ...{ validUntil: until.ok ? until.value : null, source },
  });
}
