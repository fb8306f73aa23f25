import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFront, type Front } from '../../apps/api/src/server/front.ts';

const spoofed = { 'x-forwarded-for': '6.6.6.6, 10.0.0.9', 'x-forwarded-proto': 'https', 'x-real-ip': '6.6.6.6' };

describe('the front door', () => {
  let server: Server;

  beforeEach(() => {
    server = createServer();
  });

  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
  });

  it('says that it lives and why it cannot serve, to programs and to people', async () => {
    const { url, front } = await open();
    front.wait(['la base démarre']);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([503, { reasons: ['la base démarre'] }]);
    const page = await fetch(url, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await page.text()).toContain('<html lang="fr">');
    expect((await fetch(`${url}/api/trpc/x`)).headers.get('content-type')).toBe('application/problem+json');
  });

  it('is not ready when the API says why, or does not answer', async () => {
    const { url, front } = await open();
    front.open({ api: { fetch: echo, readiness: async () => ['La base de données ne répond pas.'] }, pages: null });
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ reasons: ['La base de données ne répond pas.'] });
    front.open({ api: { fetch: echo, readiness: () => Promise.reject(new Error('select 1')) }, pages: null });
    expect(await (await fetch(`${url}/readyz`)).text()).not.toContain('select');
  });

  it('gives /api to the API and the rest to the pages', async () => {
    const { url, front } = await open();
    front.open({ api, pages: (_request, response) => void response.end('page') });
    expect(await (await fetch(`${url}/api/x`)).json()).toHaveProperty('x-forwarded-for');
    expect(await (await fetch(`${url}/apiculture`)).text()).toBe('page');
    expect(await (await fetch(`${url}/`)).text()).toBe('page');
  });

  it('drops what a visitor claims to be when no proxy of ours stands in front', async () => {
    const { url, front } = await open();
    front.open({ api, pages: null });
    const seen = await (await fetch(`${url}/api/x`, { headers: spoofed })).json();
    expect(seen['x-forwarded-for']).toMatch(/^(::1|127\.0\.0\.1|::ffff:127\.0\.0\.1)$/);
    expect(seen['x-forwarded-proto']).toBe('http');
    expect(seen['x-forwarded-host']).toBe(new URL(url).host);
    expect(seen).not.toHaveProperty('x-real-ip');
  });

  it('shows the pages the same headers as the API', async () => {
    const { url, front } = await open();
    front.open({ api: null, pages: (request, response) => void response.end(JSON.stringify(request.headers)) });
    const seen = await (await fetch(url, { headers: spoofed })).json();
    expect(seen['x-forwarded-proto']).toBe('http');
    expect(seen['x-forwarded-for']).not.toContain('6.6.6.6');
  });

  it('believes our proxy, and only the visitor that the proxy itself saw', async () => {
    const { url, front } = await open({ trustProxy: true });
    front.open({ api, pages: null });
    const seen = await (await fetch(`${url}/api/x`, { headers: spoofed })).json();
    expect([seen['x-forwarded-for'], seen['x-forwarded-proto']]).toEqual(['10.0.0.9', 'https']);
  });

  it('takes the declared public address as https, so that forms sent to it are from the same site', async () => {
    const { url, front } = await open({ publicUrl: 'https://jonction.example' });
    front.open({ api, pages: null });
    const { port } = new URL(url);
    const seen = await askAs('jonction.example', Number(port));
    expect(seen).toMatchObject({ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'jonction.example' });
  });

  async function open(
    options: { trustProxy?: boolean; publicUrl?: string } = {},
  ): Promise<{ url: string; front: Front }> {
    const front = createFront({ trustProxy: options.trustProxy ?? false, publicUrl: options.publicUrl ?? null });
    server.on('request', front.listener);
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    return { url: `http://127.0.0.1:${port}`, front };
  }
});

const echo = (request: Request): Response => Response.json(Object.fromEntries(request.headers));
const api = { fetch: echo, readiness: async () => [] };

/** `fetch` writes the Host header itself. */
async function askAs(host: string, port: number): Promise<unknown> {
  const { request } = await import('node:http');
  return await new Promise((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path: '/api/x', headers: { host } }, (response) => {
      let body = '';
      response.on('data', (words) => {
        body += String(words);
      });
      response.on('end', () => resolve(JSON.parse(body)));
    });
    asking.once('error', reject);
    asking.end();
  });
}
