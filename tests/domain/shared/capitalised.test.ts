import { capitalised } from '@jonction/domain/shared/capitalised';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it.each([
  ['NOISY LE SEC', 'Noisy Le Sec'],
  ["N'DIAYE", "N'Diaye"],
  ['N’DIAYE', 'N’Diaye'],
  ['JEAN-LUC', 'Jean-Luc'],
  ['ÉVRY', 'Évry'],
  ['SAINT-OUEN-SUR-SEINE', 'Saint-Ouen-Sur-Seine'],
  ['  DIOP', '  Diop'],
  ['75013', '75013'],
  ['', ''],
])('writes %j as %j', (shouted, written) => {
  expect(capitalised(shouted)).toBe(written);
});

it.each(['Diop', 'Le Goff', 'McAllister', 'de la Tour', 'DIOP née Sow'])('leaves "%s" as it is', (name) => {
  expect(capitalised(name)).toBe(name);
});

it('changes the case of letters and nothing else, and once is enough', () => {
  const names = fc.stringMatching(/^[A-ZÀÉÈÇ' ’-]{0,20}$/);
  fc.assert(
    fc.property(names, (name) => {
      const written = capitalised(name);
      expect(written.toLocaleUpperCase('fr')).toBe(name);
      expect(capitalised(written)).toBe(written);
    }),
  );
});
