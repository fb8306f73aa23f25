import { buildOccupationIndex } from '@jonction/domain/reference/occupation-index';
import { searchOccupations } from '@jonction/domain/reference/occupation-search';
import { describe, expect, it } from 'vitest';
import { ceilingOf } from '../../apps/api/src/cli/bench/titles-ceiling.ts';

const index = buildOccupationIndex([
  { code: 'A1101', label: 'Élagage', titles: ['Élagueur', 'Grimpeur d’arbres'], skills: ['Conduire une nacelle'] },
  { code: 'B2202', label: 'Maçonnerie', titles: ['Maçon', 'Coffreur', 'Ferrailleur'] },
  { code: 'C3303', label: 'Couture', titles: ['Couturier', 'Retoucheur'] },
  { code: 'D4404', label: 'Accueil', titles: ['Standardiste', 'Hôte'] },
  { code: 'E5505', label: 'Cuisine', titles: ['Cuisinier', 'Commis de cuisine'] },
  { code: 'F6606', label: 'Caisse', titles: ['Caissier'] },
]);
const ceiling = (...titles: [title: string, rome: string][]) =>
  ceilingOf(
    index,
    titles.map(([title, rome]) => ({ title, rome })),
  );

describe('how far the words of titles can lead', () => {
  it('counts a title whose code one sign places first', () => {
    expect(ceiling(['élagueur de parc', 'A1101'], ['conducteur de nacelle', 'A1101'])).toEqual({ top1: 2, top5: 2 });
  });

  it('counts none whose code shares no word and no letters with it', () => {
    expect(ceiling(['maçon', 'C3303'])).toEqual({ top1: 0, top5: 0 });
  });

  it('counts a second one among five only', () => {
    const apart = ceiling(['élagueur, maçon, maçon coffreur', 'A1101'], ['couturier maçon', 'D4404']);
    expect(apart.top5).toBeGreaterThanOrEqual(apart.top1);
    expect(apart.top5).toBe(1);
  });

  it('counts a title once, whichever of its codes is right, and none for a code that the tables do not have', () => {
    expect(ceiling(['maçon', 'Z9999|B2202'])).toEqual({ top1: 1, top5: 1 });
    expect(ceiling(['maçon', 'Z9999'])).toEqual({ top1: 0, top5: 0 });
    expect(ceiling(['de', 'B2202'])).toEqual({ top1: 0, top5: 0 });
  });

  it('is never under what the search finds', () => {
    const titles: [string, string][] = [
      ['aide maçon', 'B2202'],
      ['commis', 'E5505'],
      ['hôte de caisse', 'F6606'],
      ['retouches', 'C3303'],
    ];
    const found = titles.filter(([title, rome]) => searchOccupations(index, title, 1)[0]?.code === rome).length;
    expect(ceiling(...titles).top1).toBeGreaterThanOrEqual(found);
  });
});
