import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';

let product: Product;
let here: House;

beforeAll(async () => {
  product = await startProduct();
  here = await makeHouse(product, 'du Val');
});
afterAll(() => product.close());

describe('reference.occupations', () => {
  it('finds an occupation in everyday words, misspelt or by its code', async () => {
    const codes = async (title: string) => {
      const found = await here.partner.client.reference.occupations.query({ title });
      return found.map(({ code }) => code);
    };
    expect((await codes('femme de ménage en entreprise'))[0]).toBe('K2204');
    expect((await codes('ripeur'))[0]).toBe('K2303');
    expect(await codes('netoyage de locau')).toContain('K2204');
    expect(await codes('k2204')).toEqual(['K2204']);
    expect(await codes('')).toEqual([]);
  });

  it('names codes, and says a code that it does not know as it is', async () => {
    const named = await here.partner.client.reference.occupationLabels.query({ codes: ['K2204', 'A0000'] });
    expect(named).toEqual([
      { code: 'K2204', label: 'Nettoyage de locaux' },
      { code: 'A0000', label: 'A0000' },
    ]);
    const all = await here.partner.client.reference.occupationLabels.query({ codes: null });
    expect(all.length).toBeGreaterThan(60);
  });

  it('reads the official table as soon as one is loaded', async () => {
    await product.system.client`insert into rome_code values ('K2204', 'Libellé officiel', 'test')`;
    await product.system.client`insert into rome_title values ('K2204', 'Laveur / Laveuse de halls')`;
    await product.system.client`insert into reference_load (name, version, counts) values ('rome', 'v3', '{}')`;
    const [found] = await here.partner.client.reference.occupations.query({ title: 'laveuse de halls' });
    expect(found).toMatchObject({ code: 'K2204', label: 'Libellé officiel' });
    await product.system.client`delete from reference_load`;
  });

  it('is for those who are signed in', async () => {
    expect(await refusalOf(product.client().reference.occupations.query({ title: 'maçon' }))).toBe(
      'access.sign_in_needed',
    );
  });
});

describe('reference.communes', () => {
  it('finds a town by the start of its name or of its postal code', async () => {
    const found = await here.partner.client.reference.communes.query({ typed: 'montreu' });
    expect(found).toMatchObject([{ postalCode: '93100', name: 'Montreuil' }]);
    const paris = await here.partner.client.reference.communes.query({ typed: '7501', limit: 20 });
    expect(paris).toHaveLength(10);
  });
});

describe('reference.cpvs', () => {
  it('offers nothing and names nothing where no vocabulary is loaded', async () => {
    expect(await here.facilitator.client.reference.cpvs.query({ typed: 'nettoyage' })).toEqual([]);
    expect(await here.facilitator.client.reference.cpvLabels.query({ codes: ['90910000'] })).toEqual([]);
  });

  it('finds codes in force by digits or by words without their accents, the widest first; names the older ones too', async () => {
    await product.system.client`insert into cpv_code (code, label, version) values
      ('90911200', 'Services de nettoyage de bâtiments', 2), ('90910000', 'Services de nettoyage', 2),
      ('74700000', 'Services de nettoyage (ancienne liste)', 1), ('45000000', 'Travaux de construction', 2)`;
    const found = async (typed: string) =>
      (await here.facilitator.client.reference.cpvs.query({ typed })).map(({ code }) => code);
    expect(await found('nettoyage')).toEqual(['90910000', '90911200']);
    expect(await found('NETTOYAGE batiment')).toEqual(['90911200']);
    expect(await found('9091')).toEqual(['90910000', '90911200']);
    expect(await found('100% net_oyage')).toEqual([]);
    expect(await here.partner.client.reference.cpvLabels.query({ codes: ['74700000', '00000000'] })).toEqual([
      { code: '74700000', label: 'Services de nettoyage (ancienne liste)' },
    ]);
  });

  it('is for those who are signed in', async () => {
    expect(await refusalOf(product.client().reference.cpvs.query({ typed: 'net' }))).toBe('access.sign_in_needed');
    expect(await refusalOf(product.client().reference.cpvLabels.query({ codes: [] }))).toBe('access.sign_in_needed');
  });
});
