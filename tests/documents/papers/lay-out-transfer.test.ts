import { layOutTransfer, type TransferPaper } from '@jonction/documents/papers/lay-out-transfer';
import { printPdf } from '@jonction/documents/printed/print';
import type { Day } from '@jonction/domain/shared/day';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';

const transfer: TransferPaper = {
  structureName: 'Clauses du Val',
  contract: { reference: 'M-31', object: 'Réfection de voirie', lotNumber: '2' },
  ...{ sellerName: 'Bâtisseurs réunis', purchaserName: 'Peinture Amiel', centihours: 2_850, priceCents: 2_004 },
  ...{ totalCents: 57_114, reason: 'Nos agents ont fait plus', proposedOn: '2026-03-02' as Day },
};
const plain = (text: string) => text.replaceAll(/\s+/g, ' ');
async function read(given: Partial<TransferPaper> = {}, locale: 'fr' | 'en' = 'fr'): Promise<string> {
  const bytes = await printPdf(layOutTransfer({ ...transfer, ...given }, locale), new Date('2026-03-02T09:00:00Z'));
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return plain(text);
}

describe('the paper of a transfer of hours', () => {
  it('says who takes over what of whom, at what price, on which contract, and why, read back from the file', async () => {
    const text = await read();
    for (const part of ['Clauses du Val', 'Réfection de voirie (M-31)', 'Bâtisseurs réunis', 'Peinture Amiel'])
      expect(text).toContain(part);
    expect(text).toContain('28,5 h');
    expect(text).toContain('20,04 €');
    expect(text).toContain('571,14 €');
    expect(text).toContain('Nos agents ont fait plus');
    expect(text).toContain('2 mars 2026');
  });

  it('says that it changes nothing of what the contract owes, and what undoes it', async () => {
    const text = await read();
    expect(text).toContain('ne change pas les heures dues par le marché');
    expect(text).toContain('un transfert dans l’autre sens');
  });

  it('leaves out the lot where the contract has one alone, and speaks both languages', async () => {
    const rows = (lotNumber: string | null) => {
      const block = layOutTransfer({ ...transfer, contract: { ...transfer.contract, lotNumber } }, 'fr').blocks[1];
      return block?.kind === 'facts' ? block.rows.map(([label]) => label) : [];
    };
    expect(rows('2')).toContain('Lot');
    expect(rows(null)).not.toContain('Lot');
    expect(await read({}, 'en')).toContain('takes over from');
  });

  it('is the same bytes each time for the same terms: what is signed is told by them', async () => {
    const at = new Date('2026-03-02T09:00:00Z');
    const [one, two] = await Promise.all([0, 1].map(() => printPdf(layOutTransfer(transfer, 'fr'), at)));
    expect(Buffer.from(one ?? []).equals(Buffer.from(two ?? []))).toBe(true);
  });
});
