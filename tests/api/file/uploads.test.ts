import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';

let product: Product;
let facilitator: Person;
let stranger: Person;

beforeAll(async () => {
  product = await startProduct();
  const structureId = await makeOrganisation(product, 'structure', 'Clauses du Val');
  const otherId = await makeOrganisation(product, 'structure', 'Clauses du Mont');
  facilitator = await makePerson(product, 'facilitator', { organisationId: structureId, structureId });
  stranger = await makePerson(product, 'facilitator', { organisationId: otherId, structureId: otherId });
});
afterAll(() => product.close());

async function upload(
  purpose: string,
  content: Uint8Array<ArrayBuffer> | string,
  headers: Record<string, string>,
  name = 'liste.csv',
) {
  const form = new FormData();
  form.set('file', new File([content], name, { type: 'application/x-msdownload' }));
  const response = await product.app.fetch(
    new Request(`http://jonction.test/api/uploads/${purpose}`, { method: 'POST', body: form, headers }),
  );
  return {
    status: response.status,
    body: (await response.json()) as { fileId?: string; code?: string; sentence?: string },
  };
}

const download = (fileId: string, headers: Record<string, string>) =>
  product.app.fetch(new Request(`http://jonction.test/api/downloads/${fileId}`, { headers }));

describe('an upload', () => {
  it('is kept encrypted, and read again by its structure alone, as an attachment in a sandbox', async () => {
    const content = 'Nom;Prénom\nVaillant;Ada\n';
    const { status, body } = await upload('participants', content, facilitator.headers);
    expect(status).toBe(200);
    const answer = await download(body.fileId ?? '', facilitator.headers);
    expect(await answer.text()).toBe(content);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    expect((await download(body.fileId ?? '', stranger.headers)).status).toBe(404);
    expect((await download(body.fileId ?? '', {})).status).toBe(404);
  });

  it('is told by its content: what the browser says of it is never served back', async () => {
    const { body } = await upload('participants', 'Nom;Prénom\nVaillant;Ada\n', facilitator.headers);
    const [row] = await product.system.client<
      { media: string }[]
    >`select media from stored_file where id = ${body.fileId ?? ''}`;
    expect(row?.media).toMatch(/^text\//);
  });

  it('is refused in words when it is a program, whatever its name', async () => {
    const program = new Uint8Array(64);
    program.set([0x7f, 0x45, 0x4c, 0x46]);
    const { status, body } = await upload('cv', program, facilitator.headers, 'cv.pdf');
    expect(status).toBe(422);
    expect(body.sentence).toMatch(/\S/);
    expect(body.code).toMatch(/^upload\./);
  });

  it('is refused in its own words when it is empty, and in others when none was chosen', async () => {
    const empty = await upload('cv', '', facilitator.headers, 'cv.pdf');
    expect(empty).toMatchObject({ status: 422, body: { code: 'file.empty', sentence: 'Ce fichier est vide.' } });
    const none = await upload('cv', '', facilitator.headers, '');
    expect(none).toMatchObject({ status: 422, body: { code: 'file.missing', sentence: 'Choisissez un fichier.' } });
  });

  it('is refused beyond ten megabytes', async () => {
    const { status } = await upload('participants', 'a;b\n'.repeat(2_800_000), facilitator.headers);
    expect([413, 422]).toContain(status);
  });

  it('is refused to somebody who is not signed in', async () => {
    expect((await upload('participants', 'a;b\n1;2\n', {})).status).toBe(401);
  });

  it('is refused for a purpose that nobody has', async () => {
    expect((await upload('executable', 'a;b\n1;2\n', facilitator.headers)).body.code).toBe('shared.not_found');
  });
});
