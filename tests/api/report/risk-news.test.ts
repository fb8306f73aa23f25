import { watchForecasts } from '@jonction/api/jobs/watch-forecasts';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Declaring, makeDeclaring } from '../../support/declaring.ts';
import { type Product, startProduct } from '../../support/product.ts';

let product: Product;
let at: Declaring;
let other: Declaring;
const late = '2022-06-15';

beforeAll(async () => {
  product = await startProduct({ today: late });
  at = await makeDeclaring(product, 'du Val');
  other = await makeDeclaring(product, 'du Mont');
  for (const { made } of [at, other]) {
    await product.system
      .client`update clause set starts_on = '2020-01-06', ends_on = '2022-12-31' where id = ${made.clauseId}`;
  }
});
afterAll(() => product.close());

const watch = () => watchForecasts({ database: product.system, log: pino({ level: 'silent' }) }, late);
const owe = (hours: number) => product.system.client`update clause set due_hours = ${hours}`;
const told = async (who = at.facilitator) =>
  (await who.client.report.today.query()).items.filter((item) => item.kind === 'risk');
const rows = async () =>
  (
    await product.system.client<{ atRisk: boolean }[]>`
    select at_risk as "atRisk" from clause_risk where clause_id = ${at.made.clauseId} order by recorded_at`
  ).map(({ atRisk }) => atRisk);
const look = (who = at.facilitator) => who.client.contract.showObligation.query({ clauseId: at.made.clauseId });

describe('a forecast that comes under what is due', () => {
  it('is written down once, however many nights look at it; where it stood at first is told to nobody', async () => {
    await owe(0);
    await watch();
    expect(await rows()).toEqual([false]);
    expect(await told()).toEqual([]);
    await owe(9000);
    await watch();
    await watch();
    expect(await rows()).toEqual([false, true]);
  });

  it('is told to nobody where it was so from the first look', async () => {
    const { clauseId } = (await makeDeclaring(product, 'du Lac')).made;
    await product.system.client`
      update clause set due_hours = 9000, starts_on = '2020-01-06', ends_on = '2022-12-31' where id = ${clauseId}`;
    await watch();
    const first = await product.system.client`select at_risk from clause_risk where clause_id = ${clauseId}`;
    expect(first).toMatchObject([{ at_risk: true }]);
    const [owner] = await product.system.client`select structure_id from clause where id = ${clauseId}`;
    expect(owner?.structure_id).not.toBe(at.structureId);
  });

  it('is told to each of the team until she has looked, and to no other team', async () => {
    const [item, ...more] = await told();
    expect(more).toEqual([]);
    expect(item).toMatchObject({ id: at.made.clauseId, contractId: at.made.contractId, atRisk: true, group: 'coming' });
    expect((await told(other.facilitator)).map(({ id }) => id)).toEqual([other.made.clauseId]);
    await look();
    expect(await told()).toEqual([]);
    expect(await told(at.lead)).toHaveLength(1);
    await watch();
    expect(await told()).toEqual([]);
  });

  it('that comes back is told to whoever saw it at risk, and to nobody else', async () => {
    await owe(0);
    await watch();
    expect(await rows()).toEqual([false, true, false]);
    expect(await told()).toMatchObject([{ atRisk: false }]);
    expect(await told(at.lead)).toEqual([]);
    await look();
    expect(await told()).toEqual([]);
  });

  it('is no forecast where the dates are not known, nor on a contract that is over', async () => {
    await product.system.client`update contract set status = 'completed' where id = ${other.made.contractId}`;
    await product.system.client`update clause set due_hours = 9000 where id = ${other.made.clauseId}`;
    const before = await product.system.client`select 1 from clause_risk where clause_id = ${other.made.clauseId}`;
    await watch();
    const after = await product.system.client`select 1 from clause_risk where clause_id = ${other.made.clauseId}`;
    expect(after).toHaveLength(before.length);
  });

  it('is never written twice alike, whoever writes, nor changed', async () => {
    const { clauseId } = at.made;
    const insert = (atRisk: boolean) => product.system.client`
      insert into clause_risk (clause_id, structure_id, at_risk, forecast_centihours, due_hours)
      values (${clauseId}, ${at.structureId}, ${atRisk}, 0, 1)`;
    await insert(false);
    expect(await rows()).toEqual([false, true, false]);
    expect((await product.system.client`delete from clause_risk where clause_id = ${clauseId}`).count).toBe(0);
  });
});
