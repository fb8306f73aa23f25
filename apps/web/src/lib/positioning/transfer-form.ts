import type { agreeTransferInput, askTransferInput } from '@jonction/domain/positioning/transfer-schema';
import type { z } from 'zod';
import { optionalText, text } from '#lib/server/form.ts';

/** What a company asks, as its form posts it; what is wrong is refused at its field. */
export function readTransferAsked(form: FormData, positioningId: string): z.input<typeof askTransferInput> {
  return {
    positioningId,
    companyName: text(form, 'companyName'),
    contactName: optionalText(form, 'contactName'),
    contactEmail: optionalText(form, 'contactEmail'),
    why: text(form, 'why') as 'subcontractor',
    note: optionalText(form, 'note'),
  };
}

/** What the team decides, as its form posts it. */
export function readTransferAgreed(form: FormData): z.input<typeof agreeTransferInput> {
  return {
    transferId: text(form, 'transferId'),
    employerId: text(form, 'employerId'),
    recipientEmail: text(form, 'recipientEmail'),
    recipientName: optionalText(form, 'recipientName'),
    message: optionalText(form, 'message'),
    personAgrees: (text(form, 'personAgrees') === 'oui') as true,
  };
}
