import { addPasswordUser } from '@jonction/api/access/add-user';
import { openSignInLimit } from '@jonction/api/access/sign-in-limit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, publicUrl, startProduct } from '../../support/product.ts';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

function signIn(email: string, password: string, address: string): Promise<Response> {
  return Promise.resolve(
    product.app.fetch(
      new Request(`${publicUrl}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: publicUrl, 'x-forwarded-for': address },
        body: JSON.stringify({ email, password }),
      }),
    ),
  );
}

describe('the sign-in limit', () => {
  it('stops ten wrong tries on one account, and lets colleagues at the same address in', async () => {
    const address = '203.0.113.10';
    const good = 'une phrase de passe assez longue';
    const attacked = await account('attacked@exemple.test', good);
    const colleague = await account('colleague@exemple.test', good);
    for (let n = 0; n < 10; n += 1) expect((await signIn(attacked, `essai ${n}`, address)).status).toBe(401);
    const stopped = await signIn(attacked.toUpperCase(), good, address);
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(50);
    expect((await signIn(colleague, good, address)).status).toBe(200);
    expect((await signIn(attacked, good, '203.0.113.11')).status).toBe(200);
  });

  it('does not count successes, and a success clears the failures before it', async () => {
    const address = '203.0.113.20';
    const good = 'une autre phrase de passe longue';
    const email = await account('regular@exemple.test', good);
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await signIn(email, good, address)).status);
    for (let n = 0; n < 9; n += 1) statuses.push((await signIn(email, 'faux', address)).status);
    statuses.push((await signIn(email, good, address)).status);
    for (let n = 0; n < 9; n += 1) statuses.push((await signIn(email, 'faux', address)).status);
    expect(statuses).not.toContain(429);
  });
});

describe('the pause after failures', () => {
  let at = 1_800_000_000_000;
  const limit = () => openSignInLimit(product.app.services.authDatabase, () => at);

  it('doubles with each failure after it, up to about an hour, and is forgotten after a quiet while', async () => {
    const tries = limit();
    for (let n = 0; n < 10; n += 1) expect(await tries.begin('a', 'x@exemple.test')).toBe(0);
    const waits: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      const wait = await tries.begin('a', 'x@exemple.test');
      waits.push(wait);
      at += wait * 1000;
      expect(await tries.begin('a', 'x@exemple.test')).toBe(0);
    }
    expect(waits).toEqual([60, 120, 240, 480, 960, 1920, 3840, 3840]);
    at += 3840_000 + 300_000;
    for (let n = 0; n < 10; n += 1) expect(await tries.begin('a', 'x@exemple.test')).toBe(0);
  });

  it('does not come for failures spread over more than a minute', async () => {
    const tries = limit();
    for (let n = 0; n < 40; n += 1) {
      at += 7_000;
      expect(await tries.begin('b', 'y@exemple.test')).toBe(0);
    }
  });

  it('comes for an address that tries a hundred accounts in a minute, for a minute', async () => {
    const tries = limit();
    for (let n = 0; n < 100; n += 1) expect(await tries.begin('c', `${n}@exemple.test`)).toBe(0);
    expect(await tries.begin('c', 'other@exemple.test')).toBe(60);
    expect(await tries.begin('d', 'other@exemple.test')).toBe(0);
    at += 60_000;
    expect(await tries.begin('c', 'another@exemple.test')).toBe(0);
  });

  it('counts tries that come all at once', async () => {
    const tries = limit();
    const waits = await Promise.all(Array.from({ length: 30 }, () => tries.begin('e', 'z@exemple.test')));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(10);
  });
});

async function account(email: string, password: string): Promise<string> {
  await product.system.as({ kind: 'system' }, (tx) => addPasswordUser(tx, { email, name: email, password }));
  return email;
}
