import { listBuyersOf, listVersions } from '@jonction/db/legal/queries';
import { legalLetter } from '@jonction/db/legal/tables';
import { newId } from '@jonction/db/new-id';
import { findOrganisation } from '@jonction/db/organisation/queries';
import { legalLinkDays, mayWrite } from '@jonction/domain/legal/text';
import { optionalSafeText } from '@jonction/domain/reference/safe-text';
import { legalLetter as letterOf } from '@jonction/messages/legal-letter';
import { z } from 'zod';
import { newToken } from '../access/token.ts';
import { recordAudit } from '../audit/record.ts';
import { writeMessage } from '../message/write.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

const dayMs = 24 * 3600 * 1000;

/**
 * Writes to chosen buyers about a text, each with a link of its own; again to one that was written to is a reminder. All of them or
 * none: who cannot be written to today is named. Nothing is ever sent by itself.
 */
export const send = procedure('legal.send')
  .input(
    z.object({
      textId: z.uuid(),
      buyerIds: z.array(z.uuid()).min(1, { error: 'legal.nobody_chosen' }).max(500),
      /** A word of the sender's above the text. */
      note: optionalSafeText(1000),
    }),
  )
  .output(z.object({ sent: z.number() }))
  .mutation(async ({ ctx, input: { textId, buyerIds, note } }) => {
    const { userId, name, membership } = speaker(ctx);
    const { structureId } = membership;
    const [text] = await listVersions(ctx.tx, textId);
    const { id: versionId, title, source, validTo } = found(text, 'legal.not_found');
    const structure = found(await findOrganisation(ctx.tx, structureId), 'legal.not_found');
    const buyers = new Map((await listBuyersOf(ctx.tx, structureId, textId)).map((buyer) => [buyer.buyerId, buyer]));
    for (const buyerId of new Set(buyerIds)) {
      const buyer = found(buyers.get(buyerId), 'organisation.not_found');
      settle(mayWrite({ validTo, lastLetterOn: buyer.lastLetterOn }, ctx.today));
      if (buyer.address === null) throw new Refuse('legal.no_address', { name: buyer.name });
      const { token, hash } = newToken();
      const id = newId();
      const letter = letterOf({
        ...{ title, source, note, recipientName: buyer.contactName, reminder: buyer.letters > 0, senderName: name },
        ...{ structureName: structure.name, structurePhone: structure.phone },
        url: `${ctx.publicUrl}/textes/${token}`,
      });
      const to = { structureId, to: buyer.address, toName: buyer.contactName };
      const messageId = await writeMessage(ctx.tx, letter, { ...to, about: { kind: 'legal_letter', id } });
      await ctx.tx.insert(legalLetter).values({
        ...{ id, versionId, textId, structureId, buyerId, address: buyer.address, toName: buyer.contactName },
        ...{ reminder: buyer.letters > 0, tokenHash: hash, messageId, sentBy: userId, sentOn: ctx.today },
        expiresAt: new Date(Date.now() + legalLinkDays * dayMs),
      });
    }
    const sent = new Set(buyerIds).size;
    await recordAudit(ctx, { action: 'legal.send', subjectKind: 'legal_text', subjectId: textId, facts: { sent } });
    return { sent };
  });
