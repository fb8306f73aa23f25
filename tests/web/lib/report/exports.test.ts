import { type ExportList, exportColumns, exportLists, usualExport } from '@jonction/domain/report/export-list';
import { describe, expect, it } from 'vitest';
import ExportColumns from '../../../../apps/web/src/lib/report/ExportColumns.svelte';
import ExportLink from '../../../../apps/web/src/lib/report/ExportLink.svelte';
import ExportTemplates from '../../../../apps/web/src/lib/report/ExportTemplates.svelte';
import {
  exportHref,
  homes,
  listHref,
  readChosen,
  readExportList,
} from '../../../../apps/web/src/lib/report/export-address.ts';
import { exportQuestion } from '../../../../apps/web/src/lib/report/export-question.ts';
import { all, draw, heard } from '../../../support/drawn.ts';

const at = (address: string) => new URL(address, 'http://jonction.test');

describe('the way to an export', () => {
  it('keeps the filters of the list, and neither its page nor its columns', () => {
    const list = at('/facilitateur/marches?statut=active&q=voirie+%26+eau&page=3&colonnes=x');
    const href = exportHref('contracts', list);
    expect(href).toBe('/facilitateur/exports/marches?de=statut%3Dactive%26q%3Dvoirie%2B%2526%2Beau');
    const page = at(href);
    expect(page.searchParams.get('de')).toBe('statut=active&q=voirie+%26+eau');
    expect(listHref('contracts', page)).toBe('/facilitateur/marches?statut=active&q=voirie+%26+eau');
    expect(exportHref('offers', at('/facilitateur/offres?page=2'))).toBe('/facilitateur/exports/offres');
    expect(listHref('offers', at('/facilitateur/exports/offres'))).toBe('/facilitateur/offres');
  });

  it('has a word of its own for each list, and none for another', () => {
    for (const list of exportLists) {
      const name =
        at(exportHref(list, at(homes[list])))
          .pathname.split('/')
          .at(-1) ?? '';
      expect(readExportList(name)).toBe(list);
    }
    expect(readExportList('people')).toBeNull();
    expect(readExportList('')).toBeNull();
  });

  it('asks of each list what its page asks', () => {
    const asked = (list: ExportList, de: string) =>
      exportQuestion(list, at(`/facilitateur/exports/x?${new URLSearchParams({ de })}`), 'me') as Record<
        string,
        unknown
      >;
    expect(asked('people', 'q=soudeur&suivi=moi&accord=oui')).toMatchObject({
      text: 'soudeur',
      ownerId: 'me',
      consents: true,
    });
    expect(asked('contracts', 'statut=stopped&registre=oui')).toMatchObject({
      scope: 'register',
      statuses: ['stopped'],
    });
    expect(asked('positionings', 'etat=seen&du=2026-11-01')).toMatchObject({
      statuses: ['seen'],
      sentFrom: '2026-11-01',
    });
    expect(asked('hours', 'mois=2020-04&etat=pending&connu=2020-05-31')).toMatchObject({
      ...{ month: '2020-04', status: 'pending', knownOn: '2020-05-31' },
    });
    expect(asked('offers', 'etat=pourvues&tri=start')).toMatchObject({
      statuses: ['filled'],
      sort: 'start',
      descending: false,
    });
  });

  it('is a link beside the list', () => {
    const drawn = draw(ExportLink, { list: 'hours', url: at('/facilitateur/heures/lignes?mois=2020-04') });
    expect(all(drawn, 'a')[0]?.attributes.get('href')).toBe('/facilitateur/exports/heures?de=mois%3D2020-04');
    expect(heard(drawn)).toContain('Exporter');
  });
});

describe('the columns that a form names', () => {
  it('come in their order, with the names given to them', () => {
    const asked = new URLSearchParams('c=title&c=number&n:title=&n:number=+N%C2%B0+&n:gone=x');
    expect(readChosen(asked)).toEqual([
      { key: 'title', header: null },
      { key: 'number', header: 'N°' },
    ]);
  });

  it('are none where none is ticked', () => {
    expect(readChosen(new URLSearchParams('n:title=Titre'))).toEqual([]);
  });
});

describe('the choice of columns', () => {
  const chosen = [
    { key: 'lastName', header: null },
    { key: 'firstName', header: 'PRENOM' },
  ];
  const drawn = draw(ExportColumns, { list: 'people', columns: chosen });
  const boxes = all(drawn, 'input').filter((input) => input.attributes.get('type') === 'checkbox');

  it('shows those of the file first, ticked and in their order, then all the others', () => {
    expect(boxes.slice(0, 2).map((box) => box.attributes.get('value'))).toEqual(['lastName', 'firstName']);
    expect(boxes.filter((box) => box.attributes.has('checked')).length).toBe(2);
    expect(boxes.map((box) => box.attributes.get('value')).sort()).toEqual(
      exportColumns.people.map(({ key }) => key).sort(),
    );
  });

  it('moves each by a button with a name that says which, that works without scripts', () => {
    const buttons = all(drawn, 'button');
    const moves = buttons.filter((button) => ['monter', 'descendre'].includes(button.attributes.get('name') ?? ''));
    expect(moves.map((button) => button.attributes.get('aria-label')?.replaceAll(/\s/g, ' '))).toEqual([
      'Monter « Nom »',
      'Descendre « Nom »',
      'Monter « Prénom »',
      'Descendre « Prénom »',
    ]);
    expect(moves.map((button) => button.attributes.get('aria-disabled'))).toEqual(['true', 'false', 'false', 'true']);
    expect(moves.every((button) => button.attributes.get('type') === 'submit')).toBe(true);
  });

  it('opens the names where a column bears another than ours', () => {
    expect(all(drawn, 'details')[0]?.attributes.has('open')).toBe(true);
    const names = all(drawn, 'input').filter((input) => input.attributes.get('name')?.startsWith('n:'));
    expect(names.map((input) => input.attributes.get('value'))).toEqual(['', 'PRENOM']);
    const usual = draw(ExportColumns, { list: 'people', columns: usualExport('people') });
    expect(all(usual, 'details')[0]?.attributes.has('open')).toBe(false);
  });

  it('marks what is kept apart', () => {
    expect(heard(drawn)).toContain('gardé à part');
    expect(heard(draw(ExportColumns, { list: 'offers', columns: usualExport('offers') }))).not.toContain(
      'gardé à part',
    );
  });

  it('offers nothing more where all of it is in the file', () => {
    const everything = exportColumns.offers.map(({ key }) => ({ key, header: null }));
    expect(all(draw(ExportColumns, { list: 'offers', columns: everything }), 'fieldset').length).toBe(1);
  });
});

describe('the sets of columns', () => {
  const url = at('/facilitateur/exports/personnes?de=q%3Dsoudeur&c=lastName');
  const mine = { id: 'm1', name: 'Pour la commission', shared: true, own: true, userName: 'Lou' };
  const theirs = { id: 't1', name: 'Suivi mensuel', shared: true, own: false, userName: 'Dominique' };
  const drawn = draw(ExportTemplates, { list: 'people', templates: [mine, theirs], url, current: 't1' });
  const links = all(drawn, 'a');

  it('lead to the same filters with other columns', () => {
    const hrefs = links.map((link) => link.attributes.get('href'));
    expect(hrefs[0]).toBe('/facilitateur/exports/personnes?de=q%3Dsoudeur');
    expect(hrefs).toContain('/facilitateur/exports/personnes?de=q%3Dsoudeur&modele=people_import');
    expect(hrefs).toContain('/facilitateur/exports/personnes?de=q%3Dsoudeur&modele=m1');
  });

  it('say which one is shown, whose it is, and that one of mine is shared', () => {
    expect(links.filter((link) => link.attributes.has('aria-current')).map(heard)).toEqual(['Suivi mensuel']);
    expect(links.at(-1)?.attributes.get('title')).toBe('Suivi mensuel, gardé par Dominique');
    expect(heard(drawn)).toContain('partagé');
  });

  it('go away for whoever kept them, and for nobody else', () => {
    expect(all(drawn, 'form').length).toBe(1);
    expect(drawn.html).toContain('value="m1"');
  });

  it('have no empty headings', () => {
    const bare = draw(ExportTemplates, {
      list: 'offers',
      templates: [],
      url: at('/facilitateur/exports/offres'),
      current: null,
    });
    expect(all(bare, 'h3')).toEqual([]);
    expect(all(bare, 'a').map((link) => link.attributes.get('aria-current'))).toEqual(['true']);
  });
});
