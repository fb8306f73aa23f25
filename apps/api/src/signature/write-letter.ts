import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import type { RequestDetail } from '@jonction/db/signature/queries';
import { type SignatureNews, signatureLetter as signatureLetterRow } from '@jonction/db/signature/tables';
import { formatDay } from '@jonction/domain/shared/typography';
import { signatureLinkDays } from '@jonction/domain/signature/request';
import type { Letter } from '@jonction/messages/letter';
import { signatureLetter } from '@jonction/messages/signature-letters';
import { newToken } from '../access/token.ts';
import { writeMessage } from '../message/write.ts';

const dayMs = 24 * 3600 * 1000;

type About = Pick<
  RequestDetail,
  'id' | 'structureId' | 'structureName' | 'structurePhone' | 'employerName' | 'side' | 'title' | 'note' | 'expiresOn'
>;
interface Named {
  id: string;
  name: string;
  address: string;
}
interface Given {
  sentBy: string | null;
  publicUrl: string;
  now?: Date;
}

/** For whom a document is asked to be signed: the company where it asks for its own papers, else the team. */
export function forNameOf({
  side,
  employerName,
  structureName,
}: Pick<RequestDetail, 'side' | 'employerName' | 'structureName'>) {
  return side === 'company' && employerName !== null ? employerName : structureName;
}

/** A link of her own to one person, with the letter that carries it, in one transaction. */
export async function writeToSigner(
  tx: Tx,
  request: Pick<RequestDetail, 'id' | 'structureId'>,
  {
    signer,
    news,
    letterOf,
    sentBy,
    publicUrl,
    now = new Date(),
  }: Given & { signer: Named; news: SignatureNews } & {
    letterOf: (url: string) => Letter | null;
  },
): Promise<string> {
  const { token, hash } = newToken();
  const id = newId();
  const letter = letterOf(`${publicUrl}/signer/${token}`);
  const about = { kind: 'signature_letter', id };
  const to = { structureId: request.structureId, to: signer.address, toName: signer.name, about };
  const messageId = letter ? await writeMessage(tx, letter, to) : null;
  await tx.insert(signatureLetterRow).values({
    ...{ id, requestId: request.id, signerId: signer.id, structureId: request.structureId, news },
    ...{ address: signer.address, tokenHash: hash, messageId, sentBy, sentAt: now },
    expiresAt: new Date(now.getTime() + signatureLinkDays * dayMs),
  });
  return token;
}

/** Asks one person to sign, or asks her again. */
export async function askToSign(
  tx: Tx,
  request: About & { askedByName: string },
  signer: Named,
  given: Given & { reminded: boolean },
): Promise<void> {
  const { reminded, ...sent } = given;
  await writeToSigner(tx, request, {
    ...sent,
    signer,
    news: reminded ? 'reminded' : 'asked',
    letterOf: (url) =>
      signatureLetter({
        ...{ recipientName: signer.name, askedByName: request.askedByName, forName: forNameOf(request), reminded, url },
        ...{ title: request.title, note: request.note, expiresOn: `le ${formatDay(request.expiresOn, 'fr')}` },
        phone: request.side === 'team' ? request.structurePhone : null,
      }),
  });
}
