import { knownPlaces, placeOfPostalCode } from '@jonction/domain/reference/place';
import { greatCircleMetres } from '@jonction/domain/shared/great-circle';
import { describe, expect, it } from 'vitest';

describe('the places that come with the product', () => {
  it('are read whole: each has a postal code, a name and a point in metropolitan France', () => {
    expect(knownPlaces.length).toBeGreaterThanOrEqual(60);
    for (const { postalCode, name, latitude, longitude } of knownPlaces) {
      expect(postalCode, name).toMatch(/^\d{5}$/);
      expect(name, postalCode).toMatch(/^\p{Lu}[\p{L}' -]+$/u);
      expect(latitude > 41 && latitude < 51.5, postalCode).toBe(true);
      expect(longitude > -5.5 && longitude < 9.8, postalCode).toBe(true);
    }
  });

  it('have a postal code each', () => {
    expect(new Set(knownPlaces.map(({ postalCode }) => postalCode)).size).toBe(knownPlaces.length);
  });

  it('hold the twenty districts of Paris, all within seven kilometres of Notre-Dame', () => {
    const paris = knownPlaces.filter(({ name }) => name === 'Paris');
    expect(paris.map(({ postalCode }) => postalCode)).toEqual(
      Array.from({ length: 20 }, (_, index) => String(75_001 + index)),
    );
    for (const { postalCode, latitude, longitude } of paris) {
      expect(greatCircleMetres(latitude, longitude, 48.853, 2.3499), postalCode).toBeLessThan(7_000);
    }
  });

  it('lie where their department does: those around Paris within thirty-five kilometres of it', () => {
    const around = knownPlaces.filter(({ postalCode }) => /^(78|9[1-5])/.test(postalCode));
    expect(around.length).toBeGreaterThanOrEqual(30);
    for (const { postalCode, latitude, longitude } of around) {
      expect(greatCircleMetres(latitude, longitude, 48.853, 2.3499), postalCode).toBeLessThan(35_000);
    }
  });

  it.each([
    ['59000', '13001', 834],
    ['75013', '69001', 390],
    ['33000', '31000', 212],
    ['44000', '35000', 100],
  ])('are as far apart as on a map: %s and %s, about %d km', (from, to, km) => {
    const [a, b] = [placeOfPostalCode(from), placeOfPostalCode(to)];
    expect(a && b).not.toBeNull();
    if (!a || !b) return;
    const metres = greatCircleMetres(a.latitude, a.longitude, b.latitude, b.longitude);
    expect(Math.abs(metres / 1000 - km) / km).toBeLessThan(0.06);
  });

  it.each([
    ['75013', 'Paris'],
    ['94200', 'Ivry-sur-Seine'],
    ['95200', 'Sarcelles'],
  ])('know %s as %s', (postalCode, name) => {
    expect(placeOfPostalCode(postalCode)?.name).toBe(name);
  });

  it.each(['', '75', '75021', '97400', 'Paris', '75013 '])('know nothing of "%s"', (postalCode) => {
    expect(placeOfPostalCode(postalCode)).toBeNull();
  });
});
