import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uploaded } from '../../support/upload.ts';
import { startWorld, type World } from '../contract/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

const pdf = { name: 'Pièce n° 7.pdf', bytes: '%PDF-1.4\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n' };
const csv = { name: 'liste.csv', bytes: 'Nom;Prénom\nAubrelin;Oumar\n' };
const everybody = [
  'facilitator',
  'administrator',
  'partner',
  'employer',
  'otherEmployer',
  'buyer',
  'otherBuyer',
  'stranger',
] as const;
type Who = (typeof everybody)[number];

const open = (fileId: string, headers: Record<string, string> = {}, query = '') =>
  world.product.app.fetch(new Request(`http://jonction.test/api/downloads/${fileId}${query}`, { headers }));

/** Who brings a file, of which kind, and who opens it then: those named and nobody else. */
const doors: { by: Who; purpose: string; file: typeof pdf; readers: Who[]; query?: string }[] = [
  { by: 'facilitator', purpose: 'cv', file: pdf, readers: ['facilitator'] },
  { by: 'partner', purpose: 'cv', file: pdf, readers: ['facilitator', 'partner'] },
  { by: 'facilitator', purpose: 'evidence', file: pdf, readers: [] },
  { by: 'facilitator', purpose: 'evidence', file: pdf, readers: ['facilitator'], query: '?purpose=hire_check' },
  { by: 'partner', purpose: 'evidence', file: pdf, readers: ['facilitator'], query: '?purpose=hire_check' },
  { by: 'facilitator', purpose: 'participants', file: csv, readers: ['facilitator'] },
  { by: 'employer', purpose: 'hours', file: csv, readers: ['facilitator', 'employer'] },
  { by: 'buyer', purpose: 'document', file: pdf, readers: ['facilitator', 'buyer'] },
];

describe('a file', () => {
  it.each(doors)('of kind $purpose brought by the $by opens to $readers alone (asked with "$query")', async (door) => {
    const fileId = await uploaded(world.product, world[door.by], door.purpose, door.file);
    const opened: Who[] = [];
    for (const who of everybody) {
      const answer = await open(fileId, world[who].headers, door.query);
      if (answer.status === 200) opened.push(who);
      else expect(answer.status, who).toBe(404);
    }
    expect(opened).toEqual(door.readers);
  });

  it('opens to nobody who has not signed in, and to no made-up id', async () => {
    const fileId = await uploaded(world.product, world.facilitator, 'cv', pdf);
    expect((await open(fileId)).status).toBe(404);
    expect((await open('00000000-0000-7000-8000-000000000000', world.facilitator.headers)).status).toBe(404);
    expect((await open('..%2F..%2Fsecret', world.facilitator.headers)).status).toBe(404);
  });

  it('comes back byte for byte, as something that no browser runs', async () => {
    const fileId = await uploaded(world.product, world.facilitator, 'participants', csv);
    const answer = await open(fileId, world.facilitator.headers);
    expect(await answer.text()).toBe(csv.bytes);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''/);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  it('leaves a line in the journal when it is opened, and none when it is not', async () => {
    const fileId = await uploaded(world.product, world.facilitator, 'evidence', pdf);
    const lines = () => world.product.system.client`
      select purpose from audit_entry where action = 'file.download' and subject_id = ${fileId}`;
    await open(fileId, world.stranger.headers, '?purpose=hire_check');
    await open(fileId, world.facilitator.headers);
    expect(await lines()).toHaveLength(0);
    await open(fileId, world.facilitator.headers, '?purpose=hire_check');
    expect(await lines()).toMatchObject([{ purpose: 'hire_check' }]);
  });

  it('has no name that breaks out of its header', async () => {
    const name = 'CV"\r\nset-cookie: a=b.pdf';
    const fileId = await uploaded(world.product, world.facilitator, 'cv', { ...pdf, name });
    const answer = await open(fileId, world.facilitator.headers);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('content-disposition')).not.toMatch(/["\r\n]/);
  });
});
