import { matchContracts } from '@jonction/domain/published/match';
import { describe, expect, it } from 'vitest';
import AmendmentsTable from '../../../../apps/web/src/lib/published/AmendmentsTable.svelte';
import ComparedTable from '../../../../apps/web/src/lib/published/ComparedTable.svelte';
import DecidedAmendments from '../../../../apps/web/src/lib/published/DecidedAmendments.svelte';
import FilesTaken from '../../../../apps/web/src/lib/published/FilesTaken.svelte';
import { comparedQuestion, shownLists } from '../../../../apps/web/src/lib/published/list-address.ts';
import {
  actionAt,
  type ComparedRow,
  type Decision,
  type Side,
} from '../../../../apps/web/src/lib/published/published.ts';
import SidesTable from '../../../../apps/web/src/lib/published/SidesTable.svelte';
import Trail from '../../../../apps/web/src/lib/published/Trail.svelte';
import { all, attribute, draw, inside, one, type Tag, words as wordsAsIs } from '../../../support/drawn.ts';

const words = (tag: Tag) => wordsAsIs(tag).replaceAll(/[\u00a0\u202f]/g, ' ');
const today = '2026-11-20';
const at = (search: string) => new URL(`http://jonction.test/facilitateur/marches/rapprochement${search}`);

const decision: Decision = {
  ...{ id: 'd1', contractId: 'c1', openId: 'o1', openReference: 'S24-9', verdict: 'same', reason: null },
  ...{ confidence: 900, byName: 'Inès Marchand', at: '2026-11-18 10:00:00+00', undoneByName: null, undoneAt: null },
};
const row: ComparedRow = {
  ...{ id: 'c1', number: 7, reference: 'VOI-3', object: 'Voirie <nord>', buyerName: 'Ville de Montval' },
  ...{ holderNames: ['Bâtisseurs réunis'], holderCount: 1, notifiedOn: '2024-03-01', endsOn: null },
  ...{ amountCents: 12_000_000, social: 'unknown', decision: null },
  match: { openId: 'o1', reference: 'S24-9', object: 'Voirie', confidence: 912, level: 'sure', others: 2 },
};
const drawn = (list: (typeof shownLists)[number][1], changes: Partial<ComparedRow> = {}, search = '') =>
  draw(ComparedTable, { list, rows: [{ ...row, ...changes }], url: at(search) });

describe('the lists of the comparison', () => {
  it('show what waits beside what is most like it, how sure, and lead to both side by side', () => {
    const page = drawn('decide');
    one(page, 'a', { href: '/facilitateur/marches/rapprochement/c1' });
    expect(words(page)).toContain('Voirie <nord>');
    expect(words(page)).toContain('presque sûr');
    expect(words(page)).toContain('912 sur 1 000');
    expect(words(page)).toContain('et 2 autres ressemblants');
    expect(attribute(one(page, 'button', { name: 'pair' }), 'value')).toBe('c1 o1');
  });

  it('offer no answer in one press where it is only possible', () => {
    const match = row.match && { ...row.match, level: 'possible' as const, others: 0 };
    expect(all(drawn('decide', { match }), 'button', { name: 'pair' })).toHaveLength(0);
  });

  it('tell a contract by its number, or by who said it, with the way back', () => {
    expect(words(drawn('both', { match: null }))).toContain('même acheteur, même numéro');
    const page = drawn('both', { match: null, decision });
    expect(words(page)).toContain('dit par Inès Marchand le 18 nov. 2026');
    expect(words(page)).toContain('publié sous le numéro S24-9');
    expect(attribute(one(page, 'button', { name: 'decisionId' }), 'value')).toBe('d1');
  });

  it('never say no where the publication says nothing', () => {
    expect(words(drawn('there', { match: null }))).toContain('la publication n’en dit rien');
    expect(words(drawn('there', { match: null, social: 'none' }))).toContain('aucune, selon la publication');
    expect(words(drawn('there', { match: null, social: 'yes' }))).toContain('considération sociale publiée');
    expect(words(drawn('here', { match: null, notifiedOn: null, amountCents: null }))).toContain('non dit');
  });

  it('let what nobody follows be followed, or ticked and set aside with a reason', () => {
    const page = drawn('there', { match: null });
    expect(attribute(one(page, 'button', { name: 'contractId' }), 'value')).toBe('c1');
    one(page, 'input', { type: 'checkbox', name: 'openId', value: 'c1' });
    one(page, 'input', { name: 'reason' });
  });

  it('say why a contract was set aside, by whom', () => {
    const page = drawn('aside', {
      match: null,
      decision: { ...decision, verdict: 'aside', contractId: null, reason: 'Hors territoire' },
    });
    expect(words(page)).toContain('Hors territoire');
    one(page, 'button', { name: 'decisionId', value: 'd1' });
  });

  it('come back to the same list, filters and page after an act', () => {
    const page = drawn('there', { match: null }, '?liste=publies&sociale=yes&page=2');
    expect(attribute(one(page, 'button', { name: 'contractId' }), 'formaction')).toBe(
      '?/suivre&liste=publies&sociale=yes&page=2',
    );
  });
});

describe('the address of a list', () => {
  it('asks what waits where it says nothing, and nothing that it does not know', () => {
    expect(comparedQuestion(at(''))).toMatchObject({ list: 'decide', text: '', level: null, social: null, page: 1 });
    expect(comparedQuestion(at('?liste=x&ressemblance=y&sociale=z&page=-3'))).toMatchObject({
      ...{ list: 'decide', level: null, social: null, page: 1 },
    });
    for (const [word, list] of shownLists) expect(comparedQuestion(at(`?liste=${word}`)).list).toBe(list);
    expect(comparedQuestion(at('?ressemblance=likely&sociale=none&q=voirie&page=4'))).toMatchObject({
      ...{ level: 'likely', social: 'none', text: 'voirie', page: 4 },
    });
  });

  it('of an act leaves out the act before', () => {
    expect(actionAt(at('?/meme&liste=publies'), 'defaire')).toBe('?/defaire&liste=publies');
    expect(actionAt(at('?/meme'), 'defaire')).toBe('?/defaire');
  });
});

const side: Side = {
  ...{ id: 'c1', number: 7, reference: 'VOI-3', object: 'Voirie', buyer: '21990001600011', buyerName: 'Montval' },
  ...{ holderNames: ['Bâtisseurs'], notifiedOn: '2024-03-01', endsOn: null, amountCents: 12_000_000, cpv: '45233000' },
  ...{ place: '75013', publishedOn: null, social: 'yes', considerations: ['Clause sociale'], followed: true },
};
const facts = { ...side, holders: ['1'], amountsCents: [12_000_000], buyer: side.buyer };

describe('two contracts side by side', () => {
  it('mark each field as the same, close, different or not said, in words', () => {
    const published: Side = { ...side, id: 'o1', reference: 'S9', cpv: null, social: 'unknown', considerations: [] };
    const match = matchContracts(facts, { ...facts, reference: 'S9', cpv: null });
    const page = draw(SidesTable, { ours: side, pair: { published, match, decision: null } });
    const rows = all(one(page, 'tbody'), 'tr').map((tr) => words(tr).replaceAll(/\s+/g, ' '));
    expect(rows[0]).toMatch(/^Acheteur.*identique$/);
    expect(rows.find((text) => text.startsWith('Référence'))).toMatch(/VOI-3.*S9.*différent$/);
    expect(rows.find((text) => text.startsWith('CPV'))).toMatch(/45233000.*non dit.*non dit$/);
    expect(rows.find((text) => text.startsWith('Considération'))).toMatch(
      /Clause sociale.*la publication n’en dit rien/,
    );
    expect(words(one(page, 'caption'))).toContain('S9');
  });
});

describe('the trail of decisions', () => {
  it('tells each with who and why, those taken back too, and lets the standing one be taken back', () => {
    const gone = {
      ...{ ...decision, id: 'd0', verdict: 'different' as const, reason: 'Lot voisin' },
      ...{ undoneAt: '2026-11-19 10:00:00+00', undoneByName: 'Rachid Montagnac' },
    };
    const page = draw(Trail, { trail: [decision, gone], today });
    expect(words(page)).toContain('même marché : marché publié S24-9');
    expect(words(page)).toContain('Lot voisin');
    expect(words(page)).toContain('défait par Rachid Montagnac');
    expect(all(page, 'button').map((button) => attribute(button, 'value'))).toEqual(['d1']);
  });

  it('is not drawn where nothing was decided', () => {
    expect(words(draw(Trail, { trail: [], today }))).toBe('');
  });
});

const amendment = {
  ...{ key: '2026-06-01 | 36', on: '2026-06-01', object: 'Reconduction', months: { before: 24, after: 36 } },
  ...{ endsOn: { before: '2026-12-31', after: '2027-12-31' }, amountCents: { before: null, after: 13_000_000 } },
  holders: { before: ['Blanc'], after: ['Groupe Blanc'] },
};

describe('published amendments', () => {
  it('show before, after and what we know, and can be ticked', () => {
    const contract = { contractId: 'c1', number: 7, reference: 'VOI-3', object: 'Voirie', buyerName: 'Montval' };
    const rows = [{ ...contract, endsOn: '2026-12-31', amountCents: 12_000_000, amendment }];
    const page = draw(AmendmentsTable, { rows, actions: inside('<i></i>') });
    const text = words(page).replaceAll(/\s+/g, ' ');
    expect(text).toContain('avenant du 1er juin 2026');
    expect(text).toMatch(/31 déc. 2026 → 31 déc. 2027/);
    expect(text).toContain('24 mois → 36 mois');
    expect(text).toMatch(/— → 130 000 €/);
    expect(text).toContain('chez nous : 120 000 €');
    expect(text).toContain('Blanc → Groupe Blanc');
    one(page, 'input', { type: 'checkbox', name: 'which', value: 'c1 2026-06-01 | 36' });
  });

  it('that were decided tell by whom, and have their way back', () => {
    const decided = [
      {
        ...{ id: 'a1', contractId: 'c1', number: 7, object: 'Voirie', verdict: 'refused' as const, reason: 'Annulé' },
        ...{ said: { ...amendment, on: null }, byName: 'Inès Marchand', at: '2026-11-18 10:00:00+00' },
      },
    ];
    const page = draw(DecidedAmendments, { decided, today });
    const text = words(page).replaceAll(/\s+/g, ' ');
    expect(text).toContain('avenant sans date');
    expect(text).toContain('refusé');
    expect(text).toContain('Annulé');
    one(page, 'button', { name: 'decisionId', value: 'a1' });
    expect(words(draw(DecidedAmendments, { decided: [], today }))).toBe('');
  });
});

describe('files that came in', () => {
  it('tell what each brought and when, or how to bring the first', () => {
    expect(words(draw(FilesTaken, { files: [], today }))).toContain(
      'C’est l’administrateur du logiciel qui les fait entrer',
    );
    const counts = { read: 812, created: 12, updated: 3, unchanged: 795, rejected: 2 };
    const page = draw(FilesTaken, {
      ...{ today, files: [{ name: '2026-11-17.json', ...counts, takenAt: '2026-11-18 03:00:00+00' }] },
    });
    expect(words(page)).toContain('2026-11-17.json : 812 enregistrements lus, 12 nouveaux');
    expect(words(page)).toContain('il y a 2');
  });
});
