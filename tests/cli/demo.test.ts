import { makeWorld } from '@jonction/api/cli/demo/make-world';
import { parisDayOf } from '@jonction/domain/shared/day';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
const progress: string[] = [];
// Small enough to be made in seconds, big enough for one of everything.
const world = {
  ...{ name: 'small' as const, participants: 60, contracts: 16, offers: 20, buyers: 3, employers: 8, placements: 4 },
};

const make = () =>
  makeWorld({
    database: product.system,
    services: product.app.services,
    world,
    today: parisDayOf(new Date()),
    progress: (line) => void progress.push(line),
  });
const count = async (query: string): Promise<number> => {
  const [row] = await product.system.client.unsafe<{ n: number }[]>(`select count(*)::int as n from ${query}`);
  return row?.n ?? Number.NaN;
};
const counted = () =>
  Promise.all(
    [
      'participant',
      'offer',
      'shortlist',
      'saved_search',
      'prospect',
      'committee_member',
      'offer_broadcast',
      'interview',
      'participant_project',
      'eligibility_regime',
      'positioning_transfer',
      'arrival_kit',
      'bank_query',
      'placement',
    ].map(async (table) => [table, await count(table)] as const),
  );

beforeAll(async () => {
  product = await startProduct({ today: parisDayOf(new Date()) });
  await make();
});
afterAll(() => product.close());

describe('a world of demonstration', () => {
  it('is as big as it says', async () => {
    expect(await count('participant')).toBe(world.participants);
    expect(await count(`contract where source <> 'decp'`)).toBe(world.contracts);
    expect(await count('offer')).toBe(world.offers);
    expect(progress.at(-1)).toBe('Le monde de démonstration est prêt.');
  });

  it('is published in part: under its own numbers with amendments, under others, and what nobody follows', async () => {
    expect(await count(`contract where source <> 'decp' and open_data is not null`)).toBe(2);
    expect(await count(`contract where source = 'decp'`)).toBe(6);
    expect(await count(`contract where source = 'decp' and social_considerations = '{}'`)).toBe(1);
    expect(await count(`contract where source = 'decp' and social_considerations is null`)).toBe(2);
  });

  it('has CVs of a team that keeps its bank: few are due for confirmation', async () => {
    const due = await count(`cv where status = 'confirmed' and confirmed_on <= current_date - 60`);
    const all = await count(`cv where status = 'confirmed'`);
    expect(due / all).toBeGreaterThan(0.05);
    expect(due / all).toBeLessThan(0.3);
  });

  it('keeps searches, one of them with an alert that found who arrived since', async () => {
    expect(await count('saved_search')).toBe(3);
    expect(await count('search_find where not known and told_at is not null')).toBeGreaterThan(0);
    expect(await count(`message where template = 'search_alert'`)).toBe(1);
  });

  it('keeps lists with a note, and a pool by hand', async () => {
    expect(await count('shortlist')).toBe(2);
    expect(await count('shortlist_member where note is not null')).toBe(2);
    expect(await count('bank_pin')).toBe(1);
  });

  it('meets companies at each step, the last one with an offer', async () => {
    const stages = await product.system.client<{ stage: string }[]>`select stage from prospect order by stage`;
    expect(stages.map(({ stage }) => stage).sort()).toEqual(['contacted', 'need_found', 'partner', 'to_visit']);
    expect(await count('prospect where next_action_on < current_date')).toBe(1);
  });

  it('spreads offers to the committee, one answered with somebody and one with nobody', async () => {
    expect(await count('committee_member')).toBe(4);
    const answers = await product.system.client<{ answer: string }[]>`
      select answer from offer_broadcast where answer is not null order by answer`;
    expect(answers.map(({ answer }) => answer)).toEqual(['nobody', 'people']);
  });

  it('leaves two offers without news for so long that the team is asked', async () => {
    expect(await count(`offer where status = 'open' and updated_at < now() - interval '30 days'`)).toBe(2);
  });

  it('shows a meeting at each step', async () => {
    expect(await count(`positioning where status = 'meeting_set'`)).toBe(1);
    expect(await count(`interview where outcome = 'took_place'`)).toBeGreaterThan(0);
    expect(await count(`positioning where status = 'hired'`)).toBe(1);
    expect(await count(`positioning where status = 'refused'`)).toBeGreaterThan(0);
  });

  it('follows people: projects of the team and of the partner, skills it heard, schemes, an opinion to decide', async () => {
    expect(await count(`participant_project where state = 'active'`)).toBeGreaterThan(4);
    expect(await count(`participant_project where state = 'achieved'`)).toBe(1);
    expect(await count('participant_skill where by_hand')).toBeGreaterThan(6);
    expect(await count('eligibility_regime')).toBe(4);
    expect(await count('eligibility_derogation where decision is null')).toBe(1);
    expect(await count(`eligibility_derogation where decision = 'granted'`)).toBe(1);
  });

  it('shows a CV to pass on, a first day to come and what was asked of the bank', async () => {
    expect(await count(`positioning_transfer where status = 'asked'`)).toBe(1);
    expect(
      await count(`arrival_kit k join placement l on l.id = k.placement_id
      where l.starts_on > current_date and k.welcomed_by is not null and k.tutor is null`),
    ).toBe(1);
    expect(await count('bank_query')).toBeGreaterThan(10);
    expect(await count(`bank_query where results = 0`)).toBeGreaterThan(5);
  });

  it('holds somebody recorded twice, a little otherwise', async () => {
    const pairs = await count(`participant one join participant other on one.birth_date = other.birth_date
      and one.phone = other.phone and one.first_name = other.first_name and one.last_name < other.last_name`);
    expect(pairs).toBe(1);
  });

  it('is completed and never doubled when it is made again', async () => {
    const before = await counted();
    await make();
    expect(await counted()).toEqual(before);
  });
});
