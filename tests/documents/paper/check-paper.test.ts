import { checkPaperInWorker } from '@jonction/documents/paper/check-in-worker';
import { readPaper } from '@jonction/documents/paper/read-paper';
import { checkUpload } from '@jonction/documents/upload';
import { uploadWords } from '@jonction/documents/upload/words';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { odtOf } from '../../support/cv-odt.ts';
import { pagesPdf, scannedPdf } from '../../support/cv-pdf.ts';
import { ibanOf, nirs, ribs } from '../../support/fictitious-numbers.ts';
import { workbookOf } from '../sheet/fixtures.ts';

const [nir = { body: '', key: '' }] = fc.sample(nirs, { numRuns: 1, seed: 7 });
const [rib = { bank: '', desk: '', account: '', key: '' }] = fc.sample(ribs, { numRuns: 1, seed: 7 });
const iban = ibanOf('FR', rib.bank + rib.desk + rib.account + rib.key);
const spacedNir = `${nir.body[0]} ${nir.body.slice(1, 3)} ${nir.body.slice(3, 5)} ${nir.body.slice(5, 7)} ${nir.body.slice(7, 10)} ${nir.body.slice(10)} ${nir.key}`;
const plain = ['Bulletin de paie, mars 2026', 'Propreté du Val, SIRET 123 456 789 00012', '151,67 h à 12,02 €'];

const check = async (bytes: Uint8Array, kind: 'pdf' | 'xlsx' | 'odt' | 'png' | 'jpeg', name = 'paie.pdf') => {
  const checked = await checkPaperInWorker(bytes, kind, name);
  return checked.ok ? checked.value : checked.refusal;
};

describe('a PDF', () => {
  it('without such a number is taken, and needs nobody to look at it', async () => {
    expect(await check(pagesPdf([plain, plain]), 'pdf')).toMatchObject({ unread: false });
  });

  it('is refused with the page that holds a social security number', async () => {
    const bytes = pagesPdf([plain, [...plain, `N° SS ${spacedNir}`], plain]);
    const refusal = await check(bytes, 'pdf');
    expect(refusal).toMatchObject({ code: 'upload.nir_in_page', facts: { page: 2 } });
    expect(sentence(uploadWords, 'fr', 'upload.nir_in_page', { page: 2 })).toContain('page 2');
  });

  it('is refused with the page that holds bank details', async () => {
    const refusal = await check(pagesPdf([[...plain, `Viré sur ${iban}`]]), 'pdf');
    expect(refusal).toMatchObject({ code: 'upload.bank_in_page', facts: { page: 1 } });
  });

  it('of which a page is a scan is taken, and says that a person must look', async () => {
    expect(await check(scannedPdf(), 'pdf')).toMatchObject({ unread: true });
    expect(await check(pagesPdf([plain, []]), 'pdf')).toMatchObject({ unread: true });
  });

  it('of more pages than a payslip has is refused as too long, a damaged one as damaged', async () => {
    expect(await check(pagesPdf(Array.from({ length: 61 }, () => plain)), 'pdf')).toMatchObject({
      code: 'upload.paper_too_long',
    });
    expect(await check(Buffer.from('%PDF-1.4 rien'), 'pdf')).toMatchObject({ code: 'upload.broken' });
  });
});

describe('a sheet', () => {
  it('is refused with the name of the sheet, where the parts stand in cells of their own too', async () => {
    const parts = [nir.body[0], nir.body.slice(1, 3), nir.body.slice(3, 5), nir.body.slice(5, 7)];
    const rest = [nir.body.slice(7, 10), nir.body.slice(10), nir.key];
    const bytes = await workbookOf({ Mars: [plain], Salariés: [['Nom', ...parts, ...rest]] });
    expect(await check(bytes, 'xlsx', 'mars.xlsx')).toMatchObject({
      code: 'upload.nir_in_sheet',
      facts: { value: 'Salariés' },
    });
  });

  it('is refused where the number was typed as a number, and taken otherwise', async () => {
    const typed = await workbookOf({ Feuil1: [['NIR', Number(nir.body.replace(/[AB]/, '0') + nir.key)]] });
    if (!/[AB]/.test(nir.body))
      expect(await check(typed, 'xlsx', 'a.xlsx')).toMatchObject({ code: 'upload.nir_in_sheet' });
    const clear = await workbookOf({
      Mars: [
        ['Heures', 151.67],
        ['SIRET', 12345678900012],
      ],
    });
    expect(await check(clear, 'xlsx', 'a.xlsx')).toMatchObject({ unread: false });
  });
});

describe('a text and a photo', () => {
  it('a text is refused for what it says, a photo is taken for a person to look at', async () => {
    expect(await check(odtOf(`Attestation\nIBAN ${iban}`), 'odt', 'a.odt')).toMatchObject({
      code: 'upload.bank_in_text',
    });
    expect(await check(odtOf('Attestation de présence du 2 au 31 mars'), 'odt', 'a.odt')).toMatchObject({
      unread: false,
    });
    expect(await check(Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), 'png', 'photo.png')).toMatchObject({
      unread: true,
    });
  });
});

describe('the name of a file', () => {
  it('is looked at as well', async () => {
    const refusal = await check(pagesPdf([plain]), 'pdf', `paie_${nir.body}_${nir.key}.pdf`);
    expect(refusal).toMatchObject({ code: 'upload.nir_in_name' });
    expect(await check(pagesPdf([plain]), 'pdf', 'paie_2026-03_12345678900012.pdf')).toMatchObject({ unread: false });
  });
});

describe('what takes too long or too much', () => {
  it('ends as a sentence', async () => {
    const checked = await checkPaperInWorker(pagesPdf([plain]), 'pdf', 'a.pdf', { timeoutMs: 1, maxMb: 256 });
    expect(checked).toMatchObject({ ok: false, refusal: { code: 'upload.paper_too_heavy' } });
  });
});

describe('kinds', () => {
  it('are those of a payroll program, a telephone and an office, and no other', () => {
    expect(checkUpload(pagesPdf([plain]), 'paper')).toMatchObject({ ok: true, value: { kind: 'pdf' } });
    expect(checkUpload(Buffer.from('Nom;Heures\nA;7'), 'paper')).toMatchObject({
      ok: false,
      refusal: { code: 'upload.not_here' },
    });
  });

  it('are each read without a thread the same way', async () => {
    expect(await readPaper(pagesPdf([plain, [spacedNir, ...plain]]), 'pdf')).toEqual({
      kind: 'secret',
      secret: 'nir',
      where: '2',
    });
  });
});
