import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fictitiousCvs, fileOf } from '../../support/cv-files.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';
import { upload, uploaded } from '../../support/upload.ts';

let product: Product;
let here: House;
let elsewhere: House;
let otherPartner: Person;
const cleaner = fictitiousCvs().find(({ name }) => name.startsWith('01'))?.text ?? '';

beforeAll(async () => {
  product = await startProduct({ today: '2026-05-04' });
  here = await makeHouse(product, 'du Val');
  elsewhere = await makeHouse(product, 'du Mont');
  const otherId = await makeOrganisation(product, 'partner', 'Cap emploi');
  otherPartner = await makePerson(product, 'partner', { organisationId: otherId, structureId: here.structureId });
});
afterAll(() => product.close());

async function recommended(): Promise<string> {
  const { participantId } = await here.partner.client.participant.recommend.mutate({
    firstName: 'Fatou',
    lastName: 'Diarrassouba',
    phone: '06 39 98 10 01',
    occupations: [{ code: 'G1501', months: 3 }],
  });
  return participantId;
}

const bytesOf = (as: 'pdf' | 'docx' | 'odt' | 'txt') => Uint8Array.from(fileOf(cleaner, as));

describe('cv.preview', () => {
  it('fills the form in from the file, and keeps nothing', async () => {
    const fileId = await uploaded(product, here.partner, 'cv', { name: 'cv.pdf', bytes: bytesOf('pdf') });
    expect(await here.partner.client.cv.preview.query({ fileId })).toMatchObject({
      firstName: 'Fatou',
      lastName: 'Diarrassouba',
      phone: '+33639981001',
      email: 'fatou.diarrassouba@example.org',
      postalCode: '75013',
    });
    expect(await product.system.client`select 1 from cv`).toHaveLength(0);
  });

  it('opens nobody else’s file', async () => {
    const fileId = await uploaded(product, here.partner, 'cv', { name: 'cv.txt', bytes: bytesOf('txt') });
    expect(await refusalOf(otherPartner.client.cv.preview.query({ fileId }))).toBe('file.not_found');
    expect(await refusalOf(elsewhere.facilitator.client.cv.preview.query({ fileId }))).toBe('file.not_found');
  });
});

describe('cv.read', () => {
  it('gives a trade the months of the job it was proposed from, whatever that job is called', async () => {
    const participantId = await recommended();
    const text =
      'Moussa Personnage\nExpériences\n2020 – 2023 Agent de collecte des déchets (ripeur), Propre Imaginaire';
    const bytes = new TextEncoder().encode(text);
    const fileId = await uploaded(product, here.partner, 'cv', { name: 'cv.txt', bytes });
    const { cvId } = await here.partner.client.cv.read.mutate({ participantId, fileId });
    const cv = await here.partner.client.cv.show.query({ cvId });
    expect(cv.proposed?.occupations.map(({ rome }) => rome)).toEqual(['K2303']);
    expect(cv.monthsOf).toEqual({ K2303: 48 });
  });

  it.each(['pdf', 'docx', 'odt', 'txt'] as const)('proposes trades with their passage from a %s file', async (as) => {
    const participantId = await recommended();
    const fileId = await uploaded(product, here.partner, 'cv', { name: `cv.${as}`, bytes: bytesOf(as) });
    const { cvId } = await here.partner.client.cv.read.mutate({ participantId, fileId });
    const cv = await here.partner.client.cv.show.query({ cvId });
    expect(cv.status).toBe('proposed');
    const cleaning = cv.proposed?.occupations.find(({ rome }) => rome === 'K2204');
    expect(cleaning?.passage).toMatch(/entretien/i);
    expect(cv.text).toContain(cleaning?.passage.slice(0, 12) ?? 'nothing');
    expect(cv.proposed?.languages.map(({ code }) => code)).toEqual(expect.arrayContaining(['fr', 'bm']));
    expect(cv.months).toBeGreaterThan(60);
  });

  it('writes nothing of what it proposes into the record before a person confirms', async () => {
    const participantId = await recommended();
    const fileId = await uploaded(product, here.partner, 'cv', { name: 'cv.txt', bytes: bytesOf('txt') });
    await here.partner.client.cv.read.mutate({ participantId, fileId });
    const { participant } = await here.partner.client.participant.showMine.query({ participantId });
    expect(participant.occupations.map(({ code }) => code)).toEqual(['G1501']);
    expect(participant.skills).toEqual([]);
    expect(participant.languages).toEqual([]);
    expect(participant.licences).toBeNull();
  });

  it('puts nothing of family, origin or health in a proposal', async () => {
    const participantId = await recommended();
    const fileId = await uploaded(product, here.partner, 'cv', { name: 'cv.txt', bytes: bytesOf('txt') });
    const { cvId } = await here.partner.client.cv.read.mutate({ participantId, fileId });
    const { proposed } = await here.partner.client.cv.show.query({ cvId });
    expect(JSON.stringify(proposed)).not.toMatch(/malienne|Bamako|Mariée|enfants|malade/);
  });

  it.each([
    ['a picture', 'photo.png', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64')],
    ['a program', 'cv.pdf', Buffer.from('MZ\u0090\u0000\u0003\u0000\u0000\u0000', 'latin1')],
    ['an empty page', 'cv.txt', Buffer.from('   \n  ')],
  ])('refuses %s in words', async (_, name, content) => {
    const participantId = await recommended();
    const answer = await upload(product, here.partner, 'cv', { name, bytes: Uint8Array.from(content) });
    const code =
      answer.code ?? (await refusalOf(here.partner.client.cv.read.mutate({ participantId, fileId: answer.fileId })));
    expect(code).toMatch(/^(upload|cv_file|file)\./);
  });

  it('refuses a person of another partner or structure', async () => {
    const participantId = await recommended();
    const fileId = await uploaded(product, otherPartner, 'cv', { name: 'cv.txt', bytes: bytesOf('txt') });
    expect(await refusalOf(otherPartner.client.cv.read.mutate({ participantId, fileId }))).toBe(
      'participant.not_found',
    );
    const theirs = await uploaded(product, elsewhere.facilitator, 'cv', { name: 'cv.txt', bytes: bytesOf('txt') });
    expect(await refusalOf(elsewhere.facilitator.client.cv.read.mutate({ participantId, fileId: theirs }))).toBe(
      'participant.not_found',
    );
    expect(await product.system.client`select 1 from cv where participant_id = ${participantId}`).toHaveLength(0);
  });
});

describe('cv.confirm', () => {
  const content = {
    occupations: [{ code: 'K2204', months: 27 }],
    skills: [{ skill: 'monobrosse', label: 'monobrosse' }],
    licences: ['haccp'],
    languages: [{ code: 'fr', level: 'B1' as const }],
    experience: [{ label: 'Agente d’entretien', from: '2018-03', to: '2020-06' }],
  };

  async function typed(): Promise<{ participantId: string; cvId: string }> {
    const participantId = await recommended();
    return { participantId, ...(await here.partner.client.cv.create.mutate({ participantId })) };
  }

  it('writes what was confirmed, and only that, into the record', async () => {
    const { participantId, cvId } = await typed();
    await here.partner.client.cv.confirm.mutate({ cvId, version: 1, title: 'Agente de propreté', content });
    const { participant, cvs } = await here.facilitator.client.participant.show.query({ participantId });
    expect(participant).toMatchObject({
      occupations: [{ code: 'K2204', months: 27 }],
      skills: [{ skill: 'monobrosse', label: 'monobrosse' }],
      licences: ['haccp'],
      languages: [{ code: 'fr', level: 'B1', levelText: null }],
      frenchLevel: 3,
    });
    expect(cvs).toMatchObject([{ id: cvId, current: true, status: 'confirmed', confirmedOn: '2026-05-04' }]);
  });

  it('shows one CV at a time: a newer one takes the place of the last', async () => {
    const { participantId, cvId } = await typed();
    await here.partner.client.cv.confirm.mutate({ cvId, version: 1, title: 'Ancien', content });
    const next = await here.facilitator.client.cv.create.mutate({ participantId });
    await here.facilitator.client.cv.confirm.mutate({ cvId: next.cvId, version: 1, title: 'Nouveau', content });
    const { cvs } = await here.facilitator.client.participant.show.query({ participantId });
    expect(cvs.map(({ title, status, current }) => [title, status, current])).toEqual([
      ['Nouveau', 'confirmed', true],
      ['Ancien', 'replaced', false],
    ]);
    const again = here.partner.client.cv.confirm.mutate({ cvId, version: 2, title: 'Ancien', content });
    expect(await refusalOf(again)).toBe('cv.replaced');
  });

  it('refuses an older version, an unknown trade, an unknown licence, and people of others', async () => {
    const { cvId } = await typed();
    const confirm = (change: object, who: Person = here.partner) =>
      refusalOf(who.client.cv.confirm.mutate({ cvId, version: 1, title: 'CV', content, ...change }));
    expect(await confirm({ content: { ...content, occupations: [{ code: 'A0000' }] } })).toBe(
      'participant.occupation_unknown',
    );
    expect(await confirm({ content: { ...content, licences: ['diploma'] } })).toBe('shared.fields_to_correct');
    expect(await confirm({}, otherPartner)).toBe('cv.not_found');
    expect(await confirm({}, elsewhere.facilitator)).toBe('cv.not_found');
    expect(await confirm({}, here.administrator)).toBe('access.not_allowed');
    await here.partner.client.cv.confirm.mutate({ cvId, version: 1, title: 'CV', content });
    expect(await confirm({})).toBe('shared.changed_meanwhile');
  });
});
