import { dueAsKnown } from '@jonction/db/contract/obligation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { refusalOf } from '../../support/product.ts';
import { uploaded } from '../../support/upload.ts';
import { startWorld, today, type World } from './world.ts';

let world: World;
let lead: Person;
let at: Awaited<ReturnType<World['contract']>>;
const steps = {
  ...{ mode: 'per_tranche' as const, trigger: 'marginal' as const },
  ...{ invoicedCents: 0, triggerCents: 0, stepCents: 200_000 },
};

beforeAll(async () => {
  world = await startWorld();
  lead = await makePerson(world.product, 'lead', { organisationId: world.structureId, structureId: world.structureId });
  at = await world.contract({ target: steps, notifiedOn: '2024-01-08', endsOn: '2025-01-07', reference: 'M-77' });
});
afterAll(() => world.product.close());

const client = () => world.facilitator.client.contract;
const show = (who: Person = world.facilitator) => who.client.contract.showObligation.query({ clauseId: at.clauseId });
const invoiced = (number: string, amountCents: number, changes: Record<string, unknown> = {}) =>
  client().recordBill.mutate({
    ...{ lotId: at.lotId, kind: 'invoice' as const, number, on: '2024-03-31', amountCents },
    ...changes,
  });
const csv = (rows: readonly string[], header = 'Contrat;Lot;Facture;Date;Montant HT') =>
  new TextEncoder().encode([header, ...rows].join('\n'));

describe('contract.recordBill', () => {
  it('moves what is owed by an invoice, not by an order, and tells where the figure comes from', async () => {
    expect(await invoiced('B-1', 50_000_000, { kind: 'order', on: '2024-02-01' })).toEqual({ outcome: 'created' });
    expect(await show()).toMatchObject({ dueHours: 0, expectedHours: 250, follows: true });
    expect(await invoiced('F-1', 10_000_050)).toEqual({ outcome: 'created' });
    const shown = await show();
    expect(shown).toMatchObject({ dueHours: 50, expectedHours: 250, target: { invoicedCents: 10_000_050 } });
    expect(shown.versions.map(({ dueHours, cause }) => [dueHours, cause])).toEqual([
      [0, 'written'],
      [50, 'invoice'],
    ]);
    expect(shown.versions.at(-1)?.byName).toBe('Inès Marchand');
    expect(shown.bills.map(({ number, source, corrected }) => [number, source, corrected])).toEqual([
      ['B-1', 'form', false],
      ['F-1', 'form', false],
    ]);
    expect((await client().show.query({ contractId: at.contractId })).lots[0]?.clauses[0]?.dueHours).toBe(50);
  });

  it('takes the same number again as the same, or as its correction', async () => {
    expect(await invoiced('F-1', 10_000_050)).toEqual({ outcome: 'unchanged' });
    expect(await invoiced('F-1', 20_000_000)).toEqual({ outcome: 'updated' });
    const shown = await show();
    expect(shown.dueHours).toBe(100);
    expect(shown.bills.filter(({ number }) => number === 'F-1')).toMatchObject([
      { amountCents: 20_000_000, corrected: true },
    ]);
  });

  it('takes credit notes, and one of the same number as an order is another paper', async () => {
    await invoiced('AV-1', -2_000_000);
    expect((await show()).dueHours).toBe(90);
    expect(await invoiced('B-1', 1_000_000)).toEqual({ outcome: 'created' });
    expect((await show()).dueHours).toBe(95);
  });

  it('refuses the future, nothing, a company of another lot, a lot of nobody, and whoever may not', async () => {
    expect(await refusalOf(invoiced('F-9', 100, { on: '2024-06-13' }))).toBe('contract.bill_in_future');
    expect(await refusalOf(invoiced('F-9', 0))).toBe('contract.bill_of_nothing');
    expect(await refusalOf(invoiced('F-9', 100, { holderId: world.buyerId }))).toBe('contract.bill_of_another');
    const bill = { lotId: at.lotId, kind: 'invoice' as const, number: 'F-9', on: today, amountCents: 100 };
    expect(await refusalOf(client().recordBill.mutate({ ...bill, lotId: at.clauseId }))).toBe('contract.lot_not_found');
    expect(await refusalOf(world.stranger.client.contract.recordBill.mutate(bill))).toBe(
      'contract.attachment_not_found',
    );
    for (const who of [world.buyer, world.employer, world.partner])
      expect(await refusalOf(who.client.contract.recordBill.mutate(bill))).toBe('access.not_allowed');
  });
});

describe('contract.removeBill', () => {
  it('takes an invoice out once, and leaves what was written readable', async () => {
    const { bills, dueHours } = await show();
    const bill = bills.find(({ number, kind }) => number === 'B-1' && kind === 'invoice');
    const billId = bill?.id ?? '';
    expect(await refusalOf(world.stranger.client.contract.removeBill.mutate({ billId }))).toBe(
      'contract.bill_not_found',
    );
    await client().removeBill.mutate({ billId });
    expect((await show()).dueHours).toBe(dueHours - 5);
    expect(await refusalOf(client().removeBill.mutate({ billId }))).toBe('contract.bill_changed_meanwhile');
    const kept = await world.product.system.client`select 1 from invoice where number = 'B-1' and kind = 'invoice'`;
    expect(kept).toHaveLength(2);
    expect(await invoiced('B-1', 1_000_000)).toEqual({ outcome: 'created' });
  });
});

describe('tranches, renewals and call-offs', () => {
  it('owe nothing until they are affirmed, once, today at the latest', async () => {
    const before = (await show()).dueHours;
    const target = { mode: 'fixed' as const, hours: 30 };
    const { partId, hours } = await client().addPart.mutate({
      ...{ clauseId: at.clauseId, kind: 'tranche', title: 'Tranche optionnelle 1', target },
    });
    expect(hours).toBe(30);
    expect((await show()).dueHours).toBe(before);
    expect(await refusalOf(client().affirmPart.mutate({ partId, on: '2024-06-13' }))).toBe(
      'contract.affirmed_in_future',
    );
    expect(await client().affirmPart.mutate({ partId, on: today })).toEqual({ dueHours: before + 30 });
    expect(await refusalOf(client().affirmPart.mutate({ partId, on: today }))).toBe('contract.part_affirmed');
    const shown = await show();
    expect(shown.parts).toMatchObject([{ title: 'Tranche optionnelle 1', affirmedOn: today, hours: 30 }]);
    expect(shown.versions.at(-1)).toMatchObject({ cause: 'part', dueHours: before + 30 });
  });

  it('are the team’s to write, on its own clause', async () => {
    const part = {
      clauseId: at.clauseId,
      kind: 'renewal' as const,
      title: 'An 2',
      target: { mode: 'fixed' as const, hours: 1 },
    };
    expect(await refusalOf(world.stranger.client.contract.addPart.mutate(part))).toBe('contract.clause_not_found');
    expect(await refusalOf(world.buyer.client.contract.addPart.mutate(part))).toBe('access.not_allowed');
    const affirmed = { partId: at.clauseId, on: today };
    expect(await refusalOf(client().affirmPart.mutate(affirmed))).toBe('contract.part_not_found');
    expect(await refusalOf(world.stranger.client.contract.affirmPart.mutate(affirmed))).toBe('contract.part_not_found');
    expect(await refusalOf(world.employer.client.contract.affirmPart.mutate(affirmed))).toBe('access.not_allowed');
  });

  it('stay counted when the clause is written again', async () => {
    const before = (await show()).dueHours;
    const { dueHours } = await client().writeClause.mutate({
      ...{ lotId: at.lotId, kind: 'execution', target: { ...steps, stepCents: 100_000 }, categoryCodes: ['RSA'] },
      ...{ hourBasis: 'worked', startsOn: null, endsOn: null, penalty: null },
    });
    expect(dueHours).toBe(2 * (before - 30) + 30);
    expect((await show()).dueHours).toBe(dueHours);
  });
});

describe('contract.showObligation', () => {
  it('tells the same hours otherwise, with the setting, and forecast, orders and hours by month', async () => {
    const shown = await show();
    expect(shown.setting.fteHours).toBe(1600);
    expect(shown.due.fteHundredths).toBe(Math.round((100 * shown.gauge.dueHours) / 1600));
    expect(shown.series.map(({ month }) => month).at(0)).toBe('2024-01');
    expect(shown.series).toHaveLength(13);
    expect(shown.series.find(({ month }) => month === '2024-06')?.dueHours).toBe(shown.dueHours);
    expect(shown.people).toBe(0);
  });

  it('shows the buyer and the holder the figure and its papers, no name of the team, and nobody else anything', async () => {
    for (const who of [world.buyer, world.employer]) {
      const shown = await show(who);
      expect(shown.dueHours).toBeGreaterThan(0);
      expect(shown.bills.length).toBeGreaterThan(0);
      expect(shown.people).toBeNull();
      expect(shown.versions.every(({ byName }) => byName === null)).toBe(true);
    }
    for (const who of [world.stranger, world.otherBuyer, world.otherEmployer])
      expect(await refusalOf(show(who))).toBe('contract.clause_not_found');
    expect(await refusalOf(show(world.partner))).toBe('access.not_allowed');
  });

  it('is told as it was known on a day: neither the invoices nor the figures of later', async () => {
    const knownOn = '2020-01-01';
    const before = await client().showObligation.query({ clauseId: at.clauseId, knownOn });
    expect([before.bills, before.parts, before.versions]).toEqual([[], [], []]);
  });

  it('is told so by the base too: the figure that held at an instant', async () => {
    const [clock] = await world.product.system.client<{ at: string }[]>`select clock_timestamp()::text as at`;
    const { dueHours } = await show();
    await invoiced('F-30', 100_000_000);
    const after = (await show()).dueHours;
    expect(after).toBeGreaterThan(dueHours);
    await world.product.system.as({ kind: 'system' }, async (tx) => {
      const known = async (instant: Date) => (await dueAsKnown(tx, [at.clauseId], instant)).get(at.clauseId)?.dueHours;
      expect(await known(new Date(clock?.at ?? ''))).toBe(dueHours);
      expect(await known(new Date(Date.now() + 60_000))).toBe(after);
      expect(await known(new Date('2020-01-01'))).toBeUndefined();
    });
  });

  it('reads a fixed number of times, however many invoices', async () => {
    const counting = countStatements(world.product, world.facilitator);
    const ask = () => counting.count((procedures) => procedures.contract.showObligation({ clauseId: at.clauseId }));
    const few = await ask();
    for (const number of ['F-20', 'F-21', 'F-22']) await invoiced(number, 100);
    expect(await ask()).toBe(few);
    await counting.close();
  });
});

describe('what changed since it was last seen', () => {
  const told = async (who: Person) =>
    (await who.client.report.today.query()).items.flatMap((item) =>
      item.kind === 'due' && item.id === at.clauseId ? [[item.before, item.after]] : [],
    );

  it('is told to the rest of the team, once they look no more, and never to whoever did it', async () => {
    await lead.client.contract.showObligation.query({ clauseId: at.clauseId });
    expect(await told(lead)).toEqual([]);
    const { dueHours } = await show();
    await invoiced('F-40', 100_000_000);
    expect(await told(lead)).toEqual([[dueHours, (await show()).dueHours]]);
    expect(await told(world.facilitator)).toEqual([]);
    expect(await told(world.stranger)).toEqual([]);
    await lead.client.contract.showObligation.query({ clauseId: at.clauseId });
    expect(await told(lead)).toEqual([]);
  });
});

describe('the equivalents of a structure', () => {
  const setting = { fteHours: 1607, weekCentihours: 3500, dayCentihours: 700, hourlyCostCents: 2500 };

  it('are set by its lead, and printed with the figures', async () => {
    expect(await client().showHourSetting.query()).toMatchObject({ fteHours: 1600 });
    await lead.client.contract.saveHourSetting.mutate(setting);
    expect((await show()).setting).toEqual(setting);
    expect((await show(world.buyer)).setting).toEqual(setting);
    expect(await world.stranger.client.contract.showHourSetting.query()).toMatchObject({ fteHours: 1600 });
  });

  it('are refused out of reason, and from anybody else', async () => {
    expect(await refusalOf(lead.client.contract.saveHourSetting.mutate({ ...setting, fteHours: 1 }))).toBe(
      'shared.fields_to_correct',
    );
    for (const who of [world.facilitator, world.buyer, world.employer])
      expect(await refusalOf(who.client.contract.saveHourSetting.mutate(setting))).toBe('access.not_allowed');
  });
});

describe('a sheet of invoices', () => {
  const send = async (bytes: Uint8Array<ArrayBuffer>, mapping: Record<string, string> = {}) => {
    const fileId = await uploaded(world.product, world.facilitator, 'invoices', { name: 'factures.csv', bytes });
    return { fileId, result: await client().importInvoices.mutate({ fileId, mapping }) };
  };
  const numbered = async () => String((await client().show.query({ contractId: at.contractId })).contract.number);

  it('goes in row by row; sent twice, it changes nothing', async () => {
    const number = await numbered();
    const rows = [`${number};;S-1;30/04/2024;1000000,50`, `${number};;S-2;31/05/2024;-200`];
    const before = (await show()).bills.length;
    expect((await send(csv(rows))).result).toMatchObject({ read: 2, created: 2, rejected: [], changed: 1 });
    expect((await send(csv(rows))).result).toMatchObject({ read: 2, created: 0, unchanged: 2, changed: 0 });
    const { bills } = await show();
    expect(bills).toHaveLength(before + 2);
    expect(bills.find((one) => one.number === 'S-1')).toMatchObject({
      ...{ amountCents: 100_000_050, source: 'sheet', fileName: 'factures.csv', record: 2 },
    });
    const corrected = [`${number};;S-1;30/04/2024;1200`];
    expect((await send(csv(corrected))).result).toMatchObject({ updated: 1 });
  });

  it('gives each bad row back with its column and why, and takes the others', async () => {
    const number = await numbered();
    const { result } = await send(
      csv([
        `${number};;S-10;30/04/2024;10`,
        `${number};;S-10;30/04/2024;10`,
        `${number};9;S-11;30/04/2024;10`,
        '999999;;S-12;30/04/2024;10',
        `${number};;S-13;30/04/2031;10`,
        `${number};;S-14;30/04/2024;0`,
        `${number};;;30/04/2024;dix`,
      ]),
    );
    expect(result).toMatchObject({ read: 7, created: 1 });
    expect(result.rejected.map(({ record, field }) => [record, field])).toEqual([
      [3, 'Facture'],
      [4, 'Lot'],
      [5, 'Contrat'],
      [6, 'Date'],
      [7, 'Montant HT'],
      [8, 'Facture'],
    ]);
    expect(result.rejected.every(({ reason }) => reason.length > 10)).toBe(true);
  });

  it('with other headers asks once, and remembers the answer', async () => {
    const number = await numbered();
    const strange = csv([`${number};X-1;30/04/2024;10`], 'Machin;Pièce;Quand;Combien');
    const upload = () => uploaded(world.product, world.facilitator, 'invoices', { name: 'compta.csv', bytes: strange });
    const asked = await client().previewInvoices.query({ fileId: await upload() });
    expect(asked.missing).toEqual(['Contrat', 'Facture', 'Date', 'Montant HT']);
    const mapping = { Machin: 'contract', Pièce: 'invoice', Quand: 'date', Combien: 'amount' };
    expect(await client().importInvoices.mutate({ fileId: await upload(), mapping })).toMatchObject({ created: 1 });
    const again = await client().previewInvoices.query({ fileId: await upload() });
    expect(again.missing).toEqual([]);
    expect(again.columns.map(({ field }) => field)).toEqual(['contract', 'invoice', 'date', 'amount']);
  });

  it('is the team’s: its file is found by no other team, and no company or buyer sends one here', async () => {
    const { fileId } = await send(csv([`${await numbered()};;S-30;30/04/2024;10`]));
    expect(await refusalOf(world.stranger.client.contract.previewInvoices.query({ fileId }))).toBe('file.not_found');
    expect(await refusalOf(world.stranger.client.contract.importInvoices.mutate({ fileId }))).toBe('file.not_found');
    expect(await refusalOf(world.buyer.client.contract.importInvoices.mutate({ fileId }))).toBe('access.not_allowed');
  });

  it('refuses a sheet without a row', async () => {
    const fileId = await uploaded(world.product, world.facilitator, 'invoices', { name: 'vide.csv', bytes: csv([]) });
    expect(await refusalOf(client().importInvoices.mutate({ fileId }))).toBe('hours.sheet_empty');
  });
});

describe('a sheet of purchase orders', () => {
  const header = 'Contrat;Lot;Bon de commande;Date;Montant HT';
  const upload = (bytes: Uint8Array<ArrayBuffer>) =>
    uploaded(world.product, world.facilitator, 'invoices', { name: 'commandes.csv', bytes });
  const number = async () => String((await client().show.query({ contractId: at.contractId })).contract.number);

  it('goes in as orders: they say what to expect, and owe nothing', async () => {
    const bytes = csv([`${await number()};;BC-1;30/04/2024;90000000`], header);
    const before = await show();
    const asked = await client().previewInvoices.query({ fileId: await upload(bytes), kind: 'order' });
    expect(asked.missing).toEqual([]);
    expect(asked.fields.map((field) => field.header)).toEqual([
      'Contrat',
      'Lot',
      'Bon de commande',
      'Date',
      'Montant HT',
    ]);
    const fileId = await upload(bytes);
    expect(await client().importInvoices.mutate({ fileId, kind: 'order' })).toMatchObject({ created: 1, changed: 0 });
    const after = await show();
    expect(after.bills.find((bill) => bill.number === 'BC-1')).toMatchObject({ kind: 'order', source: 'sheet' });
    expect(after.dueHours).toBe(before.dueHours);
    expect(after.expectedHours).toBeGreaterThan(before.expectedHours ?? 0);
  });

  it('remembers its columns apart from those of invoices', async () => {
    const bytes = csv([`${await number()};BC-9;30/04/2024;10`], 'Truc;Ref;Jour;Somme');
    const mapping = { Truc: 'contract', Ref: 'invoice', Jour: 'date', Somme: 'amount' };
    await client().importInvoices.mutate({ fileId: await upload(bytes), kind: 'order', mapping });
    const asked = async (kind: 'order' | 'invoice') =>
      (await client().previewInvoices.query({ fileId: await upload(bytes), kind })).missing.length;
    expect([await asked('order'), await asked('invoice')]).toEqual([0, 4]);
  });
});
