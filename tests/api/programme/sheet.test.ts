import { programmeForm } from '@jonction/documents/sheet/programme-form';
import { writeTemplate } from '@jonction/documents/write-sheet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicUrl, refusalOf } from '../../support/product.ts';
import { uploaded } from '../../support/upload.ts';
import { today } from '../contract/world.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.product.system.client`update organisation set identifier = '21990001600011' where id = ${world.buyerId}`;
});
afterAll(() => world.product.close());

const csv = (...rows: string[]) => ({ name: 'programme.csv', bytes: rows.join('\n') });
const header = 'Référence;Intitulé;Estimation;Durée;Publication;Département;Nature';

describe('programme.importSheet', () => {
  it('takes what is good, says what is wrong row by row, and knows its rows again', async () => {
    const { programme } = world.buyer.client;
    const sheet = csv(
      header,
      'A-1;Nettoyage des écoles;250 000;48;15/03/2027;75;services',
      'A-2;Voirie;trop;12;;93;travaux',
      'A-3;Rénovation du stade;6000000;5;;Paris;travaux',
      'A-1;Nettoyage des écoles, bis;1;1;;75;services',
      ';Espaces verts;;;;;',
    );
    const fileId = await uploaded(world.product, world.buyer, 'programme', sheet);
    const preview = await programme.previewSheet.query({ fileId });
    expect(preview).toMatchObject({ name: 'programme.csv', rows: 5, missing: [] });
    expect(preview.columns.map(({ field }) => field)).toEqual([
      ...['reference', 'object', 'amount', 'months', 'publication', 'area', 'kind'],
    ]);
    const entry = { fileId, year: 2027, buyerId: null, mapping: {} };
    const first = await programme.importSheet.mutate(entry);
    expect(first).toMatchObject({ read: 5, created: 2, updated: 0, unchanged: 0 });
    expect(first.rejected.map(({ record, field }) => [record, field])).toEqual([
      [3, 'Estimation'],
      [4, 'Département'],
      [5, 'Objet'],
    ]);
    expect(await programme.importSheet.mutate(entry)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    const { rows } = await world.facilitator.client.programme.list.query({ year: 2027, text: 'ecoles' });
    expect(rows).toMatchObject([
      { reference: 'A-1', amountCents: 25_000_000, durationMonths: 48, publicationOn: '2027-03-15', area: '75' },
    ]);
  });

  it('corrects what is still studied, erases nothing that it leaves empty, and leaves alone what is out', async () => {
    const { programme } = world.facilitator.client;
    const bring = async (...rows: string[]) => {
      const fileId = await uploaded(world.product, world.facilitator, 'programme', csv(header, ...rows));
      return programme.importSheet.mutate({ fileId, year: 2028, buyerId: world.buyerId, mapping: {} });
    };
    await bring('B-1;Nettoyage;250 000;48;;75;services', 'B-2;Peinture;100 000;;;75;travaux');
    expect(await bring('B-1;Nettoyage;300 000;;;;')).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
    const { rows } = await programme.list.query({ year: 2028, text: 'B-1' });
    expect(rows).toMatchObject([{ amountCents: 30_000_000, durationMonths: 48, kind: 'services' }]);
    const { acts } = await programme.show.query({ plannedId: rows[0]?.id ?? '' });
    expect(acts[0]).toMatchObject({ act: 'corrected', facts: { amountCents: 25_000_000 } });
    const [painting] = (await programme.list.query({ year: 2028, text: 'B-2' })).rows;
    await programme.act.mutate({ plannedId: painting?.id ?? '', act: 'drop', on: today, why: 'Reporté' });
    expect((await bring('B-2;Peinture;1;;;;')).rejected).toMatchObject([{ record: 2 }]);
  });

  it('takes the buyer of each row from its SIRET, for a team alone; and remembers what columns mean', async () => {
    const { programme } = world.facilitator.client;
    const sheet = csv(
      'SIRET acheteur;Quoi;Prix',
      '21990001600011;Balayage;10',
      ';Sans acheteur;10',
      '99000001000019;Autre;10',
    );
    const fileId = await uploaded(world.product, world.facilitator, 'programme', sheet);
    const mapping = { Quoi: 'object', Prix: 'amount' };
    const entry = { fileId, year: 2029, buyerId: null };
    expect(await refusalOf(programme.importSheet.mutate({ ...entry, mapping: {} }))).toBe('sheet.columns_missing');
    const taken = await programme.importSheet.mutate({ ...entry, mapping });
    expect(taken).toMatchObject({ created: 1, rejected: [{ record: 3 }, { record: 4 }] });
    const known = await programme.previewSheet.query({ fileId });
    expect(known.columns.map(({ field }) => field)).toEqual(['buyer', 'object', 'amount']);
  });

  it('takes for itself alone what a buyer brings, and is not there for others', async () => {
    const sheet = csv('Acheteur (SIRET);Objet', '21990001600011;Pas à elle');
    const fileId = await uploaded(world.product, world.otherBuyer, 'programme', sheet);
    const entry = { fileId, year: 2027, buyerId: world.buyerId, mapping: {} };
    expect(await world.otherBuyer.client.programme.importSheet.mutate(entry)).toMatchObject({ created: 0 });
    for (const person of [world.buyer, world.stranger]) {
      expect(await refusalOf(person.client.programme.importSheet.mutate(entry))).toBe('file.not_found');
      expect(await refusalOf(person.client.programme.previewSheet.query({ fileId }))).toBe('file.not_found');
    }
    expect(await refusalOf(world.employer.client.programme.importSheet.mutate(entry))).toBe('access.not_allowed');
  });

  it('says so of a sheet without a row, or that is none', async () => {
    const { programme } = world.buyer.client;
    const empty = await uploaded(world.product, world.buyer, 'programme', {
      ...{ name: 'vide.xlsx', bytes: new Uint8Array(await writeTemplate(programmeForm)) },
    });
    const entry = { fileId: empty, year: 2027, buyerId: null, mapping: {} };
    expect(await refusalOf(programme.importSheet.mutate(entry))).toBe('programme.sheet_empty');
  });
});

describe('the list of a year, sent and sent back', () => {
  const fetched = (person: { headers: Record<string, string> }, query: string) =>
    world.product.app.fetch(new Request(`${publicUrl}/api/templates/programme${query}`, { headers: person.headers }));

  it('goes out as it comes in: nothing changes when it is sent back', async () => {
    await world.planned({ year: 2033, reference: 'C-1' });
    const answer = await fetched(world.buyer, '?annee=2033');
    expect(answer.headers.get('content-disposition')).toContain('programmation-2033.xlsx');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const fileId = await uploaded(world.product, world.buyer, 'programme', { name: 'programme.xlsx', bytes });
    const taken = await world.buyer.client.programme.importSheet.mutate({
      fileId,
      year: 2033,
      buyerId: null,
      mapping: {},
    });
    expect(taken).toMatchObject({ read: 1, created: 0, updated: 0, unchanged: 1, rejected: [] });
  });

  it('is empty without a year, and closed to who plans nothing', async () => {
    expect((await fetched(world.facilitator, '')).status).toBe(200);
    expect((await fetched(world.employer, '?annee=2033')).status).toBe(404);
    expect((await fetched({ headers: {} }, '')).status).not.toBe(200);
  });
});
