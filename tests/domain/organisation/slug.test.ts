import { slugOf } from '@jonction/domain/organisation/slug';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('the short name of a structure', () => {
  it.each([
    ['Clauses sociales du Val d’Orette', 'clauses-sociales-du-val-d-orette'],
    ['Maison de l’Emploi & du Cœur-de-Flandre', 'maison-de-l-emploi-du-coeur-de-flandre'],
    ['  ÉPEC  ', 'epec'],
    ['…', ''],
  ])('of « %s » is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('can be typed on a command line, and is its own short name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (name) => {
        const slug = slugOf(name);
        expect(slug).toMatch(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?)?$/);
        expect(slug.length).toBeLessThanOrEqual(60);
        expect(slugOf(slug)).toBe(slug);
      }),
    );
  });

  it('never ends with a hyphen where a long name was cut', () => {
    expect(slugOf(`${'a'.repeat(59)} suite`)).toBe('a'.repeat(59));
  });
});
