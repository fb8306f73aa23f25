import { erasePaper } from '@jonction/api/jobs/erase-paper';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagesPdf, scannedPdf } from '../../support/cv-pdf.ts';
import { type Declaring, makeDeclaring, makeWorker, sickWeek } from '../../support/declaring.ts';
import { nirs } from '../../support/fictitious-numbers.ts';
import { type Product, publicUrl, refusalOf, startProduct } from '../../support/product.ts';
import { upload, uploaded } from '../../support/upload.ts';

let product: Product;
let at: Declaring;
let other: Declaring;

beforeAll(async () => {
  product = await startProduct({ today: '2020-05-18' });
  at = await makeDeclaring(product, 'des Papiers');
  other = await makeDeclaring(product, 'du Mont');
});
afterAll(() => product.close());

const statement = (said: string) => ({
  name: 'releve.pdf',
  bytes: Uint8Array.from(pagesPdf([['Relevé d’indemnités journalières', said]])),
});
const bring = (who: Declaring['employer'], file = statement(crypto.randomUUID())) =>
  uploaded(product, who, 'paper', file);

/** A sick week of a worker of its own, without its paper. */
async function line(): Promise<string> {
  const { placementId } = await makeWorker(product, at);
  await at.employer.client.hours.declare.mutate({ month: '2020-04', rows: [sickWeek(placementId, { evidence: [] })] });
  const { rows } = await at.employer.client.hours.listLines.query({ placementId });
  return rows[0]?.id ?? '';
}

async function download(who: Declaring['employer'], fileId: string): Promise<number> {
  const response = await product.app.fetch(
    new Request(`${publicUrl}/api/downloads/${fileId}`, { headers: who.headers }),
  );
  return response.status;
}

describe('a paper that holds a number it should not', () => {
  it('is refused before anything of it is kept, with the page named', async () => {
    const [nir = { body: '', key: '' }] = fc.sample(nirs, { numRuns: 1, seed: 3 });
    const files = async () => {
      const [row] = await product.system.client<{ count: number }[]>`select count(*)::int as count from stored_file`;
      return row?.count;
    };
    const before = await files();
    const bytes = Uint8Array.from(pagesPdf([['Bulletin de paie de mars 2020'], [`Salariée ${nir.body} ${nir.key}`]]));
    const answer = await upload(product, at.employer, 'paper', { name: 'paie.pdf', bytes });
    expect(answer).toMatchObject({ code: 'upload.nir_in_page', facts: { page: 2 } });
    expect(JSON.stringify(answer)).toContain('page 2');
    expect(JSON.stringify(answer)).not.toContain(nir.body);
    expect(await files()).toBe(before);
  });

  it('is not looked for in files that are sent for something else', async () => {
    expect(await upload(product, at.facilitator, 'document', { name: 'a.csv', bytes: 'a;b\n1;2' })).toHaveProperty(
      'fileId',
    );
  });
});

describe('hours.attachPaper', () => {
  it('puts a paper on a line, read by the company and its team, and by nobody else', async () => {
    const lineId = await line();
    const fileId = await bring(at.employer);
    const done = await at.employer.client.hours.attachPaper.mutate({ lineId, kind: 'payslip', fileId });
    expect(done).toMatchObject({ lineId, unread: false, announced: false });
    for (const who of [at.employer, at.facilitator, at.lead]) {
      const { papers, line: shown } = await who.client.hours.showLine.query({ lineId });
      expect(papers).toMatchObject([
        { kind: 'payslip', name: 'releve.pdf', side: 'employer', unread: false, withdrawnAt: null },
      ]);
      expect(shown.papers).toBe(1);
      expect(await download(who, fileId)).toBe(200);
    }
    for (const who of [other.employer, other.facilitator]) expect(await download(who, fileId)).toBe(404);
  });

  it('brings a rule the evidence that it waits for: the hours move at once, and the paper stays on the corrected line', async () => {
    const lineId = await line();
    expect((await at.facilitator.client.hours.showLine.query({ lineId })).line).toMatchObject({ waiting: 3500 });
    const fileId = await bring(at.employer);
    const done = await at.employer.client.hours.attachPaper.mutate({ lineId, kind: 'benefit_statement', fileId });
    expect(done.announced).toBe(true);
    expect(done.lineId).not.toBe(lineId);
    const after = await at.employer.client.hours.showLine.query({ lineId: done.lineId });
    expect(after.line).toMatchObject({ waiting: 0, pending: 3500, evidence: ['benefit_statement'], papers: 1 });
    expect(after.entries.find(({ holds }) => holds)?.reason).toBe('decision-needed');
    const late = at.employer.client.hours.attachPaper.mutate({
      lineId,
      kind: 'other',
      fileId: await bring(at.employer),
    });
    expect(await refusalOf(late)).toBe('hours.paper_corrected');
  });

  it('opens to the company what the team attached', async () => {
    const lineId = await line();
    const fileId = await bring(at.facilitator);
    await at.facilitator.client.hours.attachPaper.mutate({ lineId, kind: 'attestation', fileId });
    expect(await download(at.employer, fileId)).toBe(200);
    expect(await download(other.employer, fileId)).toBe(404);
  });

  it('says that a scan must be looked at', async () => {
    const lineId = await line();
    const fileId = await bring(at.employer, { name: 'scan.pdf', bytes: Uint8Array.from(scannedPdf()) });
    const done = await at.employer.client.hours.attachPaper.mutate({ lineId, kind: 'payslip', fileId });
    expect(done.unread).toBe(true);
    const { papers } = await at.facilitator.client.hours.showLine.query({ lineId });
    expect(papers).toMatchObject([{ unread: true }]);
  });

  it('refuses a line or a file of somebody else, and a file that was not read as a paper', async () => {
    const lineId = await line();
    const fileId = await bring(at.employer);
    const attach = (who: Declaring['employer'], given: Partial<{ lineId: string; fileId: string }>) =>
      refusalOf(who.client.hours.attachPaper.mutate({ lineId, fileId, kind: 'payslip', ...given }));
    expect(await attach(other.employer, { fileId: await bring(other.employer) })).toBe('hours.line_not_found');
    expect(await attach(other.facilitator, {})).toBe('hours.line_not_found');
    expect(await attach(at.employer, { fileId: await bring(other.employer) })).toBe('file.not_found');
    const list = await uploaded(product, at.employer, 'document', { name: 'a.csv', bytes: 'a;b\n1;2' });
    expect(await attach(at.employer, { fileId: list })).toBe('file.not_found');
    expect((await at.facilitator.client.hours.showLine.query({ lineId })).papers).toEqual([]);
  });
});

describe('hours.withdrawPaper', () => {
  const reason = 'Bulletin d’une autre personne';

  it('closes the paper to everybody who read it by the line, and says that there was one, who took it back and why', async () => {
    const lineId = await line();
    const fileId = await bring(at.facilitator);
    const { paperId } = await at.facilitator.client.hours.attachPaper.mutate({ lineId, kind: 'other', fileId });
    const withdraw = (who: Declaring['employer'], given = reason) =>
      refusalOf(who.client.hours.withdrawPaper.mutate({ paperId, reason: given }));
    expect(await withdraw(at.employer)).toBe('hours.paper_not_found');
    expect(await withdraw(other.facilitator)).toBe('hours.paper_not_found');
    expect(await withdraw(at.facilitator, '  ')).toBe('shared.fields_to_correct');
    await at.facilitator.client.hours.withdrawPaper.mutate({ paperId, reason });
    expect(await withdraw(at.facilitator)).toBe('hours.paper_withdrawn');
    expect(await download(at.employer, fileId)).toBe(404);
    const { papers, line: shown } = await at.employer.client.hours.showLine.query({ lineId });
    expect(papers).toMatchObject([
      { withdrawnByName: expect.stringMatching(/^facilitator/), withdrawnReason: reason, erased: false },
    ]);
    expect(shown.papers).toBe(0);
  });

  it('lets the company take back its own', async () => {
    const lineId = await line();
    const { paperId } = await at.employer.client.hours.attachPaper.mutate({
      lineId,
      kind: 'payslip',
      fileId: await bring(at.employer),
    });
    await at.employer.client.hours.withdrawPaper.mutate({ paperId, reason });
    expect((await at.facilitator.client.hours.showLine.query({ lineId })).line.papers).toBe(0);
  });

  it('is for good: the row of a paper that was taken back changes no more', async () => {
    const lineId = await line();
    const fileId = await bring(at.employer);
    const { paperId } = await at.employer.client.hours.attachPaper.mutate({ lineId, kind: 'other', fileId });
    await at.employer.client.hours.withdrawPaper.mutate({ paperId, reason });
    const again = product.system.client`update hour_paper set withdrawn_reason = 'Autre' where id = ${paperId}`;
    await expect(again).rejects.toThrow('taken back already');
  });
});

describe('a paper that was taken back', () => {
  const files = () => product.app.services.files;
  const erase = (paperId: string) => erasePaper({ subjectId: paperId }, { database: product.system, files: files() });

  async function attach(file = statement(crypto.randomUUID())) {
    const lineId = await line();
    const fileId = await bring(at.employer, file);
    const { paperId } = await at.employer.client.hours.attachPaper.mutate({ lineId, kind: 'other', fileId });
    const [row] = await product.system.client<
      { sha256: string }[]
    >`select sha256 from stored_file where id = ${fileId}`;
    return { lineId, fileId, paperId, sha256: row?.sha256 ?? '' };
  }
  const takeBack = (paperId: string) =>
    at.employer.client.hours.withdrawPaper.mutate({ paperId, reason: 'Envoyé par erreur' });

  it('loses its bytes and its name, once, and is opened by nobody, the team neither', async () => {
    const { lineId, fileId, paperId, sha256 } = await attach();
    expect((await files().read(sha256)).length).toBeGreaterThan(0);
    await erase(paperId);
    expect((await files().read(sha256)).length).toBeGreaterThan(0);
    await takeBack(paperId);
    const told = await product.system
      .client`select 1 from outbox where type = 'hours.paper_withdrawn' and subject_id = ${paperId}`;
    expect(told).toHaveLength(1);
    await erase(paperId);
    await expect(files().read(sha256)).rejects.toThrow('ENOENT');
    for (const who of [at.employer, at.facilitator]) expect(await download(who, fileId)).toBe(404);
    const { papers } = await at.facilitator.client.hours.showLine.query({ lineId });
    expect(papers).toMatchObject([{ name: '', erased: true, withdrawnReason: 'Envoyé par erreur' }]);
    await expect(erase(paperId)).resolves.toBeUndefined();
  });

  it('keeps the bytes that somebody else brought too, until the last of them is taken back', async () => {
    const same = statement('la même feuille');
    const first = await attach(same);
    const second = await attach(same);
    expect(second.sha256).toBe(first.sha256);
    await takeBack(first.paperId);
    await erase(first.paperId);
    expect(await download(at.employer, second.fileId)).toBe(200);
    await takeBack(second.paperId);
    await erase(second.paperId);
    await expect(files().read(first.sha256)).rejects.toThrow('ENOENT');
    const third = await attach(same);
    expect(await download(at.facilitator, third.fileId)).toBe(200);
  });

  it('stays where a derogation rests on it', async () => {
    const { fileId, paperId, sha256, lineId } = await attach();
    const structureId = at.structureId;
    const clauseId = at.made.clauseId;
    await product.system
      .client`insert into hour_derogation (structure_id, line_id, clause_id, centihours, sealed, file_id, asked_by)
      values (${structureId}, ${lineId}, ${clauseId}, 100, '\\x00', ${fileId}, ${at.facilitator.userId})`;
    await takeBack(paperId);
    await erase(paperId);
    expect((await files().read(sha256)).length).toBeGreaterThan(0);
  });
});
