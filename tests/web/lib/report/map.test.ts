import type { DrawnPlace } from '@jonction/domain/report/map';
import { describe, expect, it } from 'vitest';
import MapTable from '../../../../apps/web/src/lib/report/MapTable.svelte';
import TeamMap from '../../../../apps/web/src/lib/report/TeamMap.svelte';
import { all, draw, heard, one } from '../../../support/drawn.ts';

const places: DrawnPlace[] = [
  {
    code: '75013',
    name: 'Paris',
    latitude: 48.8287,
    longitude: 2.3625,
    contracts: 9,
    companies: 2,
    partners: 1,
    people: 40,
  },
  {
    code: '93200',
    name: 'Saint-Denis',
    latitude: 48.9296,
    longitude: 2.3592,
    contracts: 1,
    companies: 0,
    partners: 0,
    people: null,
  },
];
const off = { contracts: 3, companies: 0, partners: 0, people: null };

describe('the map', () => {
  const drawn = draw(TeamMap, { places, dots: [{ latitude: 48.85, longitude: 2.35 }] });

  it('has a name, and a legend in words', () => {
    const picture = all(drawn, 'svg').find((svg) => svg.attributes.get('role') === 'img');
    expect(picture?.attributes.get('aria-label')).toContain('dans le tableau');
    for (const word of ['Personnes', 'Marchés en cours', 'Entreprises titulaires', 'Partenaires'])
      expect(heard(drawn)).toContain(word);
  });

  it('draws people only where they may be shown, and names what a place is', () => {
    const people = all(drawn, 'circle').filter((circle) => circle.attributes.get('class')?.includes('people'));
    // One disc on the map, one in the legend.
    expect(people).toHaveLength(2);
    expect(drawn.html).toContain('Saint-Denis');
    expect(drawn.html).toContain('moins de 5');
  });

  it('is drawn by itself: no picture, no script, no address of elsewhere', () => {
    expect(drawn.html).not.toMatch(/<img|<script|https?:/);
  });

  it('draws the larger count with the larger disc', () => {
    const radii = all(drawn, 'circle')
      .filter((circle) => circle.attributes.get('class')?.includes('contracts'))
      .map((circle) => Number(circle.attributes.get('r')));
    expect(radii[0]).toBeGreaterThan(radii[1] ?? 0);
  });
});

describe('the table of the map', () => {
  it('says the same, commune by commune, and what is off the map', () => {
    const table = one(draw(MapTable, { places, off }), 'table');
    const rows = all(table, 'tr').map((row) => heard(row).replaceAll(/\s+/g, ' '));
    expect(rows.find((row) => row.includes('75013'))).toContain('40');
    expect(rows.find((row) => row.includes('93200'))).toContain('moins de 5');
    expect(rows.at(-1)).toMatch(/Hors carte.*3/);
  });
});
