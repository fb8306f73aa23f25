import { layOutDocument } from '@jonction/documents/papers/lay-out-document';
import { cellText } from '@jonction/documents/printed/printed';
import { documentFactsSchema } from '@jonction/domain/report/document';
import { documentWords } from '@jonction/domain/report/document-words';
import { describe, expect, it } from 'vitest';

const sum = { declared: 300, validated: 150, exceptional: 50, pending: 100, rejected: 50 };
const facts = documentFactsSchema.parse({
  kind: 'statement',
  audience: 'team',
  fromMonth: '2020-03',
  toMonth: '2020-04',
  knownOn: '2020-05-18',
  structure: { name: 'Clauses du Val' },
  contract: {
    number: 12,
    reference: '2020-07',
    object: 'Nettoyage',
    buyerName: 'Ville du Val',
    notifiedOn: '2020-01-06',
    endsOn: null,
    holderNames: ['Propreté du Val'],
  },
  employer: null,
  clauses: [{ lotNumber: '2', lotObject: 'Écoles', dueHours: 420, sum }],
  months: [{ month: '2020-03', sum }],
  contracts: [],
  placements: [
    { placementId: 'p1', number: 7, sum },
    { placementId: 'p2', number: 8, sum },
  ],
  policies: [
    { policy: null, title: null, publishedOn: null, sum },
    { policy: 'none', title: null, publishedOn: null, sum },
    { policy: 'ordinary', title: 'Règle ordinaire', publishedOn: '2000-01-01', sum },
    { policy: 'lost', title: null, publishedOn: null, sum },
  ],
  sum,
});
const issue = {
  code: 'AAAAA-BBBBB',
  issuedOn: '2020-05-18',
  address: 'http://jonction.test/verification/AAAAA-BBBBB',
  names: new Map([['p1', 'Aïcha Benali']]),
  personName: null,
};

function textOf(printed: ReturnType<typeof layOutDocument>): string {
  const lines = printed.blocks.flatMap((block): string[] => {
    if (block.kind === 'heading' || block.kind === 'text') return [block.text];
    if (block.kind === 'facts')
      return block.rows.map(([label, value]) => `${label} : ${cellText(value, printed.locale)}`);
    const row = (cells: Parameters<typeof cellText>[0][]) =>
      cells.map((cell) => cellText(cell, printed.locale)).join(' | ');
    return [
      block.caption,
      block.headers.join(' | '),
      ...block.rows.map((cells) => row([...cells])),
      row([...(block.total ?? [])]),
    ];
  });
  return lines.join('\n').replaceAll(/[\u00a0\u202f]/g, ' ');
}

describe('a paper laid out', () => {
  it('says what it is as known on a day, and how it adds up', () => {
    const text = textOf(layOutDocument(facts, issue, 'fr'));
    expect(text).toContain(
      'Heures travaillées de mars 2020 à avril 2020, telles que connues au 18 mai 2020 en fin de journée.',
    );
    expect(text).toContain('Heures déclarées : 3 h, soit 1,5 h validées, 1 h en attente et 0,5 h non validées.');
    expect(text).toContain('Dont 0,5 h validées sans avoir été travaillées');
    expect(text).toContain('Lot 2 · Écoles | 420 h | 3 h | 1,5 h | 0,5 h | 1 h | 0,5 h');
    expect(text).toContain('Total | 420 h | 3 h | 1,5 h | 0,5 h | 1 h | 0,5 h');
    expect(text).toContain('Dates du marché : 6 janv. 2020 – date inconnue');
  });

  it('names the versions that judged, and says a check that came before any rule', () => {
    const text = textOf(layOutDocument(facts, issue, 'fr'));
    for (const words of [
      'Règle ordinaire, publiée le 1er janv. 2000',
      'Vérifications avant toute règle',
      'Aucune règle ne prévoit',
      '\nlost |',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('names the people that its reader may know, and says of the others that they are erased', () => {
    const text = textOf(layOutDocument(facts, issue, 'fr'));
    expect(text).toContain('Aïcha Benali (E-7)');
    expect(text).toContain('Personne effacée (E-8)');
  });

  it('says what each kind states', () => {
    const employer = { name: 'Propreté du Val' };
    const by = (given: Partial<typeof facts>, personName: string | null = null) =>
      textOf(layOutDocument({ ...facts, ...given }, { ...issue, personName }, 'fr'));
    expect(by({ kind: 'certificate' })).toContain('Clauses du Val certifie que les heures d’insertion validées');
    expect(by({ kind: 'attestation', contract: null, employer })).toContain(
      'atteste que l’entreprise Propreté du Val a réalisé',
    );
    expect(by({ kind: 'record', contract: null }, 'Aïcha Benali')).toContain('réalisées par Aïcha Benali.');
    expect(by({ kind: 'record', contract: null })).toContain('réalisées par Personne effacée.');
  });

  it('lists contracts with their buyer, and with the company where several employed', () => {
    const contracts = [
      {
        number: 12,
        reference: '2020-07',
        object: 'Nettoyage',
        buyerName: 'Ville du Val',
        employerName: 'Propreté du Val',
        from: '2020-03',
        to: '2020-04',
        sum,
      },
    ];
    const record = textOf(layOutDocument({ ...facts, kind: 'record', contract: null, contracts }, issue, 'fr'));
    expect(record).toContain(
      'Nettoyage · n° 12 · référence 2020-07 · Ville du Val · Propreté du Val · de mars 2020 à avril 2020 | 3 h',
    );
    const own = layOutDocument(
      { ...facts, kind: 'attestation', contract: null, contracts, employer: { name: 'Propreté du Val' } },
      issue,
      'fr',
    );
    expect(textOf(own)).toContain('Ville du Val · de mars 2020');
  });

  it('can be written in English too, key by key', () => {
    expect(textOf(layOutDocument(facts, issue, 'en'))).toContain('Hours declared: 3 h, of which 1.5 h validated');
    expect(Object.keys(documentWords.en)).toEqual(Object.keys(documentWords.fr));
  });
});
