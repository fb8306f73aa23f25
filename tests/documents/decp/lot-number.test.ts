import { lotNumberOf } from '@jonction/documents/decp/lot-number';
import { describe, expect, it } from 'vitest';

describe('the lot is read from the object', () => {
  it.each([
    ['Groupe scolaire : Lot 7 : Menuiseries', '7'],
    ['LOT N°3 SERRURERIE', '3'],
    ['Bâtiments communaux LOT N°05:PLOMBERIE', '5'],
    ['Construction lot06a menuiseries', '6A'],
    ['Fournitures LOT No1 PAPIER', '1'],
    ['Formations: Lot 422: Le packaging', '422'],
    ['Salle des fêtes - lot n° 12 - Sols', '12'],
    ['Aménagement - LOT G - ZAC du Moulin', 'G'],
    ['Curage. Lot n°1bis : quais', '1BIS'],
    ['Réhabilitation : Lot 7 (Lot 14) : Peinture', '7'],
    ['Relance du lot 2 du marché 2023: Lot 5: Voirie', '5'],
  ])('%s -> %s', (object, lot) => {
    expect(lotNumberOf(object)).toBe(lot);
  });

  it.each([
    'Espaces verts (7 lots)',
    'Relance des lots 3 et 8',
    'Accessoires (lots 1, 2, 3, 4 et 5)',
    'Siège social - îlot 5A',
    'Transports en Lot-et-Garonne',
    'Voirie, département du Lot 46000 Cahors',
    'Lot unique',
    'Lot ossature bois',
    'Complexe sportif 2 LOTS - gymnase',
    'Pilote 3',
  ])('names no lot: %s', (object) => {
    expect(lotNumberOf(object)).toBeNull();
  });
});
