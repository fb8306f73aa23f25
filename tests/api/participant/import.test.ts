import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestJobs } from '../../support/jobs.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';
import { uploaded } from '../../support/upload.ts';

let product: Product;
let here: House;
let elsewhere: House;
let jobs: Awaited<ReturnType<typeof startTestJobs>>;

beforeAll(async () => {
  product = await startProduct();
  jobs = await startTestJobs(product);
  here = await makeHouse(product, 'du Val');
  elsewhere = await makeHouse(product, 'du Mont');
});
afterAll(async () => {
  await jobs.close();
  await product.close();
});

const headers =
  'Nom;Prénom;Date de naissance;Téléphone;Courriel;Code postal;Métiers visés;Permis et habilitations;Niveau de français;Catégorie;Justificatif émis le;Prescripteur;Consentement le';

const client = () => here.facilitator.client.participant;

async function preview(text: string, who = here.facilitator): Promise<string> {
  const fileId = await uploaded(product, who, 'participants', { name: 'liste.csv', bytes: text });
  return (await who.client.participant.previewImport.mutate({ fileId })).runId;
}

async function enter(text: string) {
  const runId = await preview(text);
  await client().applyImport.mutate({ runId });
  await jobs.settled();
  return client().showImport.query({ runId, pageSize: 200 });
}

const count = async (structureId: string) => {
  const [row] = await product.system.client<{ n: number }[]>`
    select count(*)::int as n from participant where structure_id = ${structureId}`;
  return row?.n ?? 0;
};

describe('participant.previewImport', () => {
  it('shows what would enter, and lets nobody in', async () => {
    const before = await count(here.structureId);
    const runId = await preview(
      `${headers}\nMartin;Awa;12/04/1987;0612345678;;75013;agent de propreté;;B1;;;;\n;Sans nom;;;;;;;;;;;`,
    );
    const run = await client().showImport.query({ runId });
    expect(run.counts).toMatchObject({ ready: 1, wrong: 1 });
    expect(run.rows).toMatchObject([
      { record: 2, name: 'Martin Awa', outcome: null, problems: [] },
      { record: 3, problems: [{ field: 'Nom', sentence: expect.stringContaining('Remplissez') }] },
    ]);
    expect(run.columns.samples.Nom).toEqual(['Martin']);
    expect(await count(here.structureId)).toBe(before);
  });

  it('tells before anybody enters what each row would do, cell by cell, as it then does', async () => {
    await enter(`${headers}\nForeseen;Lise;12/04/1987;0612345001;;75013;agent de propreté;B;A2;;;;`);
    const runId = await preview(
      [
        headers,
        'Foreseen;Lise;12/04/1987;0612345002;lise@exemple.test;;maçon;CACES R489 1B;B1;;;;01/10/2026',
        'Foreseen;Lise;12/04/1987;;;;;;;rsa;01/09/2026;;',
        'Foreseen;Marc;;0612345003;;;;;;;;;',
        'Foreseen;Marc;;0612345003;;75013;;;;;;;',
      ].join('\n'),
    );
    const { rows } = await client().showImport.query({ runId });
    const told = rows.map(({ foreseen }) => [
      foreseen?.outcome,
      foreseen?.changes.map(({ field, before, after }) => `${field} : ${before ?? '-'} > ${after}`.replace(/\s/g, ' ')),
    ]);
    expect(told).toEqual([
      [
        'updated',
        [
          'Téléphone : 06 12 34 50 01 > 06 12 34 50 02',
          'Courriel : - > lise@exemple.test',
          expect.stringMatching(/^Métiers visés : - > Maç/),
          expect.stringMatching(/^Permis et habilitations : - > CACES/),
          'Niveau de français : A2 > B1',
          'Consentement le : - > 1er oct. 2026',
        ],
      ],
      ['unchanged', []],
      ['created', []],
      ['updated', ['Code postal : - > 75013']],
    ]);
    expect(rows.map(({ foreseen }) => foreseen?.compared)).toEqual([[], ['Catégorie'], [], []]);
    expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
    expect((await client().list.query({ text: 'Foreseen' })).total).toBe(1);

    await client().applyImport.mutate({ runId });
    await jobs.settled();
    const after = await client().showImport.query({ runId });
    // The evidence of the second was not kept yet.
    expect(after.rows.map(({ outcome }) => outcome)).toEqual(['updated', 'updated', 'created', 'updated']);
    expect(after.rows.map(({ foreseen }) => foreseen)).toEqual([null, null, null, null]);
  });

  it('refuses what is no list, and who may not bring one', async () => {
    const fileId = await uploaded(product, here.facilitator, 'participants', { name: 'liste.csv', bytes: headers });
    expect(await refusalOf(elsewhere.facilitator.client.participant.previewImport.mutate({ fileId }))).toBe(
      'file.not_found',
    );
    expect(await refusalOf(here.partner.client.participant.previewImport.mutate({ fileId }))).toBe(
      'access.not_allowed',
    );
  });
});

describe('participant.mapImport', () => {
  it('reads columns of any name once somebody has said what they are, and remembers it', async () => {
    const text = 'Patronyme;Petit nom;Portable;Courriel du conseiller\nOllivier;Nora;0698765432;conseil@mission.test';
    const runId = await preview(text);
    const unread = await client().showImport.query({ runId });
    expect(unread.columns.missing).toEqual(expect.arrayContaining(['lastName', 'firstName']));
    expect(await refusalOf(client().applyImport.mutate({ runId }))).toBe('participant.import_needs_names');
    const mapping = { Patronyme: 'lastName', 'Petit nom': 'firstName', Portable: 'phone' };
    expect(await refusalOf(elsewhere.facilitator.client.participant.mapImport.mutate({ runId, mapping }))).toBe(
      'participant.import_not_found',
    );
    await client().mapImport.mutate({ runId, mapping });
    const read = await client().showImport.query({ runId });
    expect(read.rows).toMatchObject([{ name: 'Ollivier Nora', problems: [] }]);
    const again = await client().showImport.query({ runId: await preview(text) });
    expect(again.rows).toMatchObject([{ name: 'Ollivier Nora' }]);
  });

  it('leaves out a column that nobody mapped, even one that it would have guessed', async () => {
    const runId = await preview('Nom;Prénom;Téléphone\nSow;Rose;0600112233');
    await client().mapImport.mutate({ runId, mapping: { Nom: 'lastName', Prénom: 'firstName' } });
    await client().applyImport.mutate({ runId });
    await jobs.settled();
    const [row] = await product.system
      .client`select phone from participant where last_name = 'Sow' and first_name = 'Rose'`;
    expect(row?.phone).toBeNull();
  });
});

describe('participant.applyImport', () => {
  it('enters each good row whole: trades, licences, consent, evidence under lock, partner', async () => {
    const run = await enter(
      `${headers}\nPerrot;Léa;05/05/1990;06 11 11 11 11;lea@exemple.test;75013;agent de propreté;permis B;B2;RSA;20/06/2020;Mission Locale DU VAL;01/06/2020`,
    );
    expect(run).toMatchObject({ status: 'done', counts: { created: 1, notes: 0 } });
    const participantId = run.rows[0]?.participantId ?? '';
    const { participant, eligible, consents } = await client().show.query({ participantId });
    expect(participant).toMatchObject({
      phone: '+33611111111',
      licences: ['B'],
      frenchLevel: 4,
      consents: true,
      partnerName: 'Mission locale du Val',
      occupations: [{ code: 'K2204' }],
    });
    expect(consents).toMatchObject([{ way: 'written', on: '2020-06-01' }]);
    // Three months after the paper: long past.
    expect(eligible).toBeNull();
    const { evidences } = await here.facilitator.client.eligibility.show.query({ participantId, purpose: 'record' });
    expect(evidences).toMatchObject([{ category: 'RSA', issuedOn: '2020-06-20' }]);
    const found = await client().list.query({ text: 'perrot' });
    expect(found.rows.map(({ id }) => id)).toEqual([participantId]);
  });

  it('keeps no copy of a person beside her record once she is in', async () => {
    const run = await enter(`${headers}\nRoussel;Théa;01/02/1993;0622222222;;;;;;;;;\n;Personne;;;;;;;;;;;`);
    const rows = await product.system.client<{ cells: object }[]>`
      select cells from import_row where run_id = ${run.id} order by record`;
    expect(rows[0]?.cells).toEqual({});
    expect(run.counts).toMatchObject({ created: 1, rejected: 1 });
  });

  it('makes nobody new of a list that comes twice, in capitals and without accents', async () => {
    const first = await enter(`${headers}\nQuéré;Émile;03/03/1980;0633333333;emile@exemple.test;;;;;;;;`);
    const again = await enter(`${headers}\nQUERE;EMILE;03/03/1980;0633333333;emile@exemple.test;;;;;;;;`);
    expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 1 });
    const changed = await enter(`${headers}\nQuéré;Émile;03/03/1980;0644444444;emile@exemple.test;93200;;;;;;;`);
    expect(changed.counts).toMatchObject({ created: 0, updated: 1 });
    const participantId = first.rows[0]?.participantId ?? '';
    const { participant } = await client().show.query({ participantId });
    expect(participant).toMatchObject({ lastName: 'Quéré', phone: '+33644444444', postalCode: '93200' });
  });

  it('empties nothing that a list leaves empty, and takes no trade away', async () => {
    const run = await enter(`${headers}\nFaure;Gaël;01/01/1985;0655555555;;75013;maçon;permis B;B1;;;;`);
    await enter(`${headers}\nFaure;Gaël;01/01/1985;;;;cariste;;;;;;`);
    const { participant } = await client().show.query({ participantId: run.rows[0]?.participantId ?? '' });
    expect(participant).toMatchObject({ phone: '+33655555555', postalCode: '75013', licences: ['B'], frenchLevel: 3 });
    expect(participant.occupations).toHaveLength(2);
  });

  it('tells apart two people who share an address or a telephone', async () => {
    const run = await enter(
      `${headers}\nIsnard;Lina;01/01/2000;0666666666;conseil@mission.test;;;;;;;;\nIsnard;Lisa;01/01/2002;0666666666;conseil@mission.test;;;;;;;;`,
    );
    expect(run.counts).toMatchObject({ created: 2 });
  });

  it('does not bring back a consent that was taken away since', async () => {
    const line = `${headers}\nKeller;Hind;01/01/1991;0677777777;;;;;;;;;01/02/2020`;
    const run = await enter(line);
    const participantId = run.rows[0]?.participantId ?? '';
    await client().withdrawConsent.mutate({ participantId, way: 'spoken', on: '2020-03-01' });
    const again = await enter(line);
    expect(again.counts).toMatchObject({ unchanged: 1 });
    expect((await client().show.query({ participantId })).participant.consents).toBe(false);
  });

  it('says what it did not recognise, and lets the person in', async () => {
    const run = await enter(
      `${headers}\nHamidi;Karim;01/01/1979;0688888888;;;zzqx wwk;permis lunaire;;;;Personne de connu;`,
    );
    expect(run.counts).toMatchObject({ created: 1, notes: 1 });
    expect(run.rows[0]?.problems.map(({ field }) => field)).toEqual([
      'Métiers visés',
      'Permis et habilitations',
      'Prescripteur',
    ]);
  });

  it('goes on where it was stopped, and enters nobody twice', async () => {
    const lines = Array.from({ length: 450 }, (_, n) => `Ligne;Numéro-${n};;07${String(10_000_000 + n)};;;;;;;;;`);
    const runId = await preview([headers, ...lines].join('\n'));
    await product.system.client`update import_run set status = 'running' where id = ${runId}`;
    const { applyRun } = await import('@jonction/api/participant/list-in/apply-run');
    const { openVault } = await import('@jonction/api/vault/vault');
    const world = { database: product.system, vault: openVault(product.secret) };
    expect(await applyRun(world, runId, { mostBatches: 1 })).toEqual({ more: true });
    await client().stopImport.mutate({ runId });
    expect(await applyRun(world, runId)).toEqual({ more: false });
    expect(await client().showImport.query({ runId })).toMatchObject({ status: 'stopped', rowsDone: 200 });
    expect(await refusalOf(client().stopImport.mutate({ runId }))).toBe('participant.import_not_running');
    await client().applyImport.mutate({ runId });
    await jobs.settled();
    expect(await client().showImport.query({ runId })).toMatchObject({
      status: 'done',
      rowsDone: 450,
      counts: { created: 450 },
    });
    expect(await refusalOf(client().applyImport.mutate({ runId }))).toBe('participant.import_done');
    expect(await refusalOf(elsewhere.facilitator.client.participant.showImport.query({ runId }))).toBe(
      'participant.import_not_found',
    );
    expect((await elsewhere.facilitator.client.participant.listImports.query()).length).toBe(0);
  });
});
