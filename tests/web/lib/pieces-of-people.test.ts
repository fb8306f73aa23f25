import { categories } from '@jonction/domain/eligibility/categories';
import { describe, expect, it } from 'vitest';
import AcceptedPeople from '../../../apps/web/src/lib/contract/AcceptedPeople.svelte';
import Corrections from '../../../apps/web/src/lib/contract/Corrections.svelte';
import KnownOn from '../../../apps/web/src/lib/contract/KnownOn.svelte';
import ListFields from '../../../apps/web/src/lib/contract/ListFields.svelte';
import EvidenceTable from '../../../apps/web/src/lib/eligibility/EvidenceTable.svelte';
import SheetResult from '../../../apps/web/src/lib/hours/SheetResult.svelte';
import ContactFields from '../../../apps/web/src/lib/organisation/ContactFields.svelte';
import ContactProofs from '../../../apps/web/src/lib/organisation/ContactProofs.svelte';
import DuplicateNotice from '../../../apps/web/src/lib/participant/DuplicateNotice.svelte';
import ImportRows from '../../../apps/web/src/lib/participant/ImportRows.svelte';
import ProjectCard from '../../../apps/web/src/lib/participant/ProjectCard.svelte';
import HiredPerson from '../../../apps/web/src/lib/placement/HiredPerson.svelte';
import PaperFiles from '../../../apps/web/src/lib/report/PaperFiles.svelte';
import DocumentFacts from '../../../apps/web/src/lib/signature/DocumentFacts.svelte';
import { all, attribute, type Drawn, draw, heard, labelOf, one, words } from '../../support/drawn.ts';

const plain = (text: string) =>
  text
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const said = (page: Drawn) => plain(heard(page));
const hrefs = (page: Drawn) => all(page, 'a').map((link) => attribute(link, 'href'));
/** A day as a machine keeps it is nobody's words. */
const rawDay = /\b20\d\d-\d\d-\d\d\b/;
const hidden = (page: Drawn) =>
  all(page, 'input')
    .filter((input) => attribute(input, 'type') === 'hidden')
    .map((input) => [attribute(input, 'name'), attribute(input, 'value')]);

describe('what a sheet of hours did', () => {
  const result = { name: 'mars.xlsx', read: 3, created: 2, updated: 0, unchanged: 1, rejected: [] };

  it('names the file, counts what came in, and leads to its months', () => {
    const page = draw(SheetResult, { result: { ...result, months: ['2026-03'] } });
    expect(said(page)).toContain('mars.xlsx');
    expect(said(page)).toContain('mars 2026');
    expect(hrefs(page)).toEqual(['/entreprise/heures/2026-03']);
    expect(all(page, 'table')).toEqual([]);
  });

  it('shows every bad cell with its column and why, two of one row too', () => {
    const rejected = [
      { record: 4, field: 'Heures', reason: 'Écrivez un nombre.' },
      { record: 4, field: 'Mois', reason: 'Ce mois est clos.' },
    ];
    const page = draw(SheetResult, { result: { ...result, rejected } });
    const rows = all(one(page, 'tbody'), 'tr').map((row) => plain(words(row)));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('Heures');
    expect(rows[1]).toContain('Ce mois est clos.');
    expect(attribute(one(page, 'section'), 'aria-labelledby')).toBe('a-corriger');
  });

  it('says that nothing came in, and counts nothing then', () => {
    const nothing = {
      ...result,
      created: 0,
      unchanged: 0,
      rejected: [{ record: 2, field: 'Lot', reason: 'Inconnu.' }],
    };
    expect(said(draw(SheetResult, { result: nothing }))).not.toBe(
      said(draw(SheetResult, { result: { ...nothing, created: 1 } })),
    );
    expect(said(draw(SheetResult, { result: nothing }))).not.toMatch(/\b0\b/);
  });
});

describe('the rows of an import', () => {
  const row = { record: 2, name: 'Awa Diop', outcome: null, participantId: null, problems: [] };
  const cells = (given: object) =>
    all(one(draw(ImportRows, { name: 'Personne', rows: [{ ...row, ...given }] as never }), 'tbody'), 'td').map((cell) =>
      plain(words(cell)),
    );

  it('are each told apart in words: to come, to mend, done', () => {
    const outcomes = [
      cells({}),
      cells({ problems: [{ field: 'Téléphone', sentence: 'Illisible.' }] }),
      cells({ outcome: 'created' }),
      cells({ outcome: 'rejected' }),
    ].map((each) => each.at(-2));
    expect(new Set(outcomes).size).toBe(4);
    expect(outcomes.every((word) => (word ?? '').length > 0)).toBe(true);
  });

  it('lead to the person once she is recorded, and not before', () => {
    expect(hrefs(draw(ImportRows, { name: 'Personne', rows: [row] }))).toEqual([]);
    expect(
      hrefs(draw(ImportRows, { name: 'Personne', rows: [{ ...row, outcome: 'created', participantId: 'p1' }] })),
    ).toEqual(['/facilitateur/participants/p1']);
  });

  it('name each field that is wrong, and say a row without a name', () => {
    expect(cells({ name: '', problems: [{ field: 'Nom', sentence: 'Il manque.' }] }).join(' ')).toContain(
      'Nom : Il manque.',
    );
    expect(cells({ name: '' }).join(' ')).toContain('—');
  });
});

describe('somebody who may be recorded twice', () => {
  const other = { id: 'b', number: 12, firstName: 'Awa', lastName: 'DIOP', why: ['name_birth'] };

  it('is shown with why, compared by a link, told apart by a form', () => {
    const page = draw(DuplicateNotice, { personId: 'a', duplicates: [other] as never });
    expect(hrefs(page)).toEqual(['/facilitateur/participants/b', '/facilitateur/participants/doublons/a/b']);
    expect(attribute(one(page, 'form'), 'action')).toBe('/facilitateur/participants/a?/deux');
    expect(attribute(one(page, 'form'), 'method')).toBe('post');
    expect(hidden(page)).toEqual([['otherId', 'b']]);
  });

  it('is not spoken of when there is nobody', () => {
    expect(said(draw(DuplicateNotice, { personId: 'a', duplicates: [] }))).toBe('');
  });
});

describe('the papers of a person', () => {
  const paper = {
    id: 'e1',
    categoryLabel: 'Bénéficiaire du RSA',
    issuedOn: '2026-01-05',
    validTo: null,
    label: null,
    fileId: null,
    proves: { from: '2026-01-05', to: '2027-01-04' },
  };
  const page = (changes: object = {}) =>
    draw(EvidenceTable, { evidences: [{ ...paper, ...changes }], purpose: 'eligibility' });

  it('say the days that they establish as people write them, or that they establish none', () => {
    expect(said(page())).not.toMatch(rawDay);
    expect(said(page({ proves: { from: '2026-01-05', to: null } }))).not.toMatch(rawDay);
    expect(said(page({ proves: null }))).not.toBe(said(page()));
  });

  it('open with their purpose, and only where there is a file', () => {
    expect(hrefs(page())).toEqual([]);
    expect(hrefs(page({ fileId: 'f1' }))).toEqual(['/api/downloads/f1?purpose=eligibility']);
  });

  it('are taken back one by one', () => {
    expect(hidden(page())).toEqual([['evidenceId', 'e1']]);
    expect(attribute(one(page(), 'form'), 'action')).toBe('?/retirer');
  });

  it('that are not there are said not to be', () => {
    const none = draw(EvidenceTable, { evidences: [], purpose: 'eligibility' });
    expect(all(none, 'table')).toEqual([]);
    expect(said(none).length).toBeGreaterThan(5);
  });
});

describe('somebody in a company', () => {
  it('is proven by one of two clicks, each saying whom to whoever cannot see the row', () => {
    const page = draw(ContactProofs, { contact: { id: 'c1', name: 'Marc Petit' } });
    const buttons = all(page, 'button');
    expect(buttons.map((button) => [attribute(button, 'name'), attribute(button, 'value')])).toEqual([
      ['proof', 'call'],
      ['proof', 'gone'],
    ]);
    for (const button of buttons) expect(plain(heard(button))).toContain('Marc Petit');
    expect(hidden(page)).toEqual([['contactId', 'c1']]);
  });

  it('has fields named apart in two forms of one page, the keyboard of each, and a name at least', () => {
    const page = draw(ContactFields, {
      of: 'nouveau',
      person: { name: 'Marc', function: null, email: null, phone: '0199001234' },
    });
    const inputs = all(page, 'input');
    expect(inputs.map((input) => attribute(input, 'id'))).toEqual(
      ['name', 'function', 'email', 'phone'].map((name) => `nouveau-${name}`),
    );
    expect(inputs.map((input) => attribute(input, 'type'))).toEqual(['text', 'text', 'email', 'tel']);
    expect(inputs.map((input) => attribute(input, 'required') !== undefined)).toEqual([true, false, false, false]);
    for (const input of inputs) expect(labelOf(page, input)).not.toBe('');
  });

  it('keeps what was typed when it is refused, over what was known', () => {
    const refused = { values: { name: 'Marco' }, fields: { email: 'Écrivez une adresse.' } };
    const page = draw(ContactFields, {
      of: 'a',
      person: { name: 'Marc', function: null, email: null, phone: null },
      refused: refused as never,
    });
    expect(attribute(one(page, 'input', { name: 'name' }), 'value')).toBe('Marco');
    expect(attribute(one(page, 'input', { name: 'email' }), 'aria-invalid')).toBe('true');
    expect(said(page)).toContain('Écrivez une adresse.');
  });
});

describe('who is hired', () => {
  const begun = {
    participantId: 'p1',
    positioningId: null,
    romeCode: 'F1703',
    personName: 'Awa Diop',
    employer: null,
    offerTitle: null,
  };

  it('is carried with what the hire comes from, empty where it comes from nothing', () => {
    const page = draw(HiredPerson, { begun: begun as never, error: undefined });
    expect(hidden(page)).toEqual([
      ['participantId', 'p1'],
      ['positioningId', ''],
      ['romeCode', 'F1703'],
    ]);
    expect(said(page)).toContain('Awa Diop');
    expect(said(page)).not.toContain('null');
  });

  it('leads to her papers, once more beside a refusal', () => {
    const papers = '/facilitateur/participants/p1/eligibilite';
    expect(hrefs(draw(HiredPerson, { begun: begun as never, error: undefined }))).toEqual([papers]);
    const refused = draw(HiredPerson, { begun: begun as never, error: 'Aucun justificatif ce jour-là.' });
    expect(hrefs(refused)).toEqual([papers, papers]);
    expect(said(refused)).toContain('Aucun justificatif ce jour-là.');
  });

  it('says the company and the offer where they are known', () => {
    const page = draw(HiredPerson, {
      begun: { ...begun, employer: { name: 'Entreprise Inventée' }, offerTitle: 'Maçon' } as never,
      error: undefined,
    });
    expect(said(page)).toContain('Entreprise Inventée');
    expect(said(page)).toContain('Maçon');
  });
});

describe('files of a paper', () => {
  it('say of what each is to whoever hears them alone', () => {
    const page = draw(PaperFiles, {
      paper: { id: 'd1', kind: 'lot', fromMonth: '2026-01', toMonth: '2026-06' } as never,
    });
    expect(hrefs(page)).toEqual(['/api/documents/d1.pdf', '/api/documents/d1.xlsx']);
    const labels = all(page, 'a').map((link) => plain(attribute(link, 'aria-label') ?? ''));
    expect(new Set(labels).size).toBe(2);
    for (const label of labels) expect(label).toContain('2026');
  });

  it('are compared by eye: the hash in groups of eight, the size in words', () => {
    const sha256 = '0123456789abcdef'.repeat(4);
    const text = said(
      draw(DocumentFacts, { pages: 2, sizeBytes: 20480, sha256, first: [{ term: 'Objet', value: 'Avenant' }] }),
    );
    expect(text).toContain('01234567 89abcdef 01234567');
    expect(text).not.toContain(sha256);
    expect(text).toContain('2 pages');
    expect(text.indexOf('Avenant')).toBeLessThan(text.indexOf('2 pages'));
    expect(said(draw(DocumentFacts, { pages: 1, sizeBytes: 20480, sha256 }))).toContain('1 page');
  });
});

describe('a project', () => {
  const project = {
    label: 'Maçon',
    state: 'active',
    main: true,
    closedOn: null,
    wish: null,
    transports: [],
    radiusKm: null,
    availableFrom: null,
    weeklyHoursMin: null,
    weeklyHoursMax: null,
    recordedByName: null,
    statedOn: '2026-02-01',
  };
  const text = (changes: object = {}) => said(draw(ProjectCard, { project: { ...project, ...changes } as never }));

  it('says nothing of what was not said', () => {
    expect(text()).not.toMatch(/null|undefined|·/);
    expect(text()).not.toMatch(rawDay);
  });

  it('gives hours once when they are the same, and days as people write them', () => {
    expect(text({ weeklyHoursMin: 20, weeklyHoursMax: 20 })).not.toContain('20 – 20');
    expect(text({ weeklyHoursMin: 20, weeklyHoursMax: 35 })).toContain('20 – 35');
    expect(text({ availableFrom: '2026-09-01' })).not.toMatch(rawDay);
    expect(text({ state: 'dropped', main: false, closedOn: '2026-03-01' })).not.toMatch(rawDay);
  });

  it('says who wrote it down, or nobody', () => {
    expect(text({ recordedByName: 'Camille' })).toContain('Camille');
  });
});

describe('a contract', () => {
  it('is asked for on a day that is not to come', () => {
    const field = one(draw(KnownOn, { past: '2026-05-04', today: '2026-11-23' }), 'input', { name: 'connu' });
    expect([attribute(field, 'value'), attribute(field, 'max')]).toEqual(['2026-05-04', '2026-11-23']);
    expect(attribute(field, 'required')).toBeDefined();
  });

  it('accepts people by family, each category once and ticked where it is accepted', () => {
    const [first] = categories;
    const page = draw(AcceptedPeople, { codes: first ? [first.code] : [] });
    const boxes = all(page, 'input', { name: 'categoryCodes' });
    expect(boxes.map((box) => attribute(box, 'value')).sort()).toEqual(categories.map(({ code }) => code).sort());
    const ticked = boxes.filter((box) => attribute(box, 'checked') !== undefined);
    expect(ticked.map((box) => attribute(box, 'value'))).toEqual([first?.code]);
  });

  it('is filtered by fields that keep what the address holds', () => {
    const url = { pathname: '/facilitateur/marches', searchParams: new URLSearchParams('q=école&dep=93&cpv=45') };
    const page = draw(ListFields, { url });
    const value = (name: string) => attribute(one(page, 'input', { name }), 'value');
    expect([value('q'), value('dep'), value('cpv')]).toEqual(['école', '93', '45']);
    for (const input of all(page, 'input')) expect(labelOf(page, input)).not.toBe('');
    expect(attribute(one(page, 'input', { name: 'cpv' }), 'inputmode')).toBe('numeric');
  });

  it('tells what was corrected: before, after, of which lot, and by whom only where that is known', () => {
    const correction = {
      id: 'k1',
      field: 'ends_on',
      lotId: 'l2',
      before: '2026-06-30',
      after: '2026-09-30',
      source: 'buyer',
      saidBy: 'Mairie',
      recordedOn: '2026-05-04',
    };
    const page = (changes: object) =>
      said(
        draw(Corrections, { corrections: [{ ...correction, ...changes }] as never, lots: [{ id: 'l2', number: '2' }] }),
      );
    expect(page({})).not.toMatch(rawDay);
    expect(page({})).toContain('Mairie');
    expect(page({})).not.toContain('Camille');
    expect(page({ authorName: 'Camille' })).toContain('Camille');
    expect(page({ before: null })).not.toContain('null');
    expect(said(draw(Corrections, { corrections: [], lots: [] }))).toBe('');
  });
});
