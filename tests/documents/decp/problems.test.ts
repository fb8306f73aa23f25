import { gzipSync } from 'node:zlib';
import { openDecp } from '@jonction/documents/decp';
import { decpWords } from '@jonction/documents/decp/words';
import { sentence } from '@jonction/domain/shared/words';
import { describe, expect, it } from 'vitest';
import { chunked, painter, rawContract, readText, town } from './fixtures.ts';

const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const line = (changes: Record<string, unknown> = {}) => JSON.stringify(rawContract(changes));

/** `record: field: sentence` of what did not come in, and how many did. */
async function told(text: string | Uint8Array, chunkBytes = 100): Promise<{ good: number[]; problems: string[] }> {
  const reads = await readText(text, chunkBytes);
  return {
    good: reads.flatMap((read) => (read.ok ? [read.record] : [])),
    problems: reads.flatMap((read) =>
      read.ok ? [] : read.problems.map((problem) => `${read.record}: ${problem.field}: ${plainSpaces(problem.reason)}`),
    ),
  };
}

describe('a record that cannot come in is told by its place, its field and a reason', () => {
  it.each<[string, string, string]>([
    ['no buyer', line({ acheteur: undefined }), 'acheteur.id: L’acheteur n’est pas identifié : il manque son SIRET.'],
    [
      'no authority',
      line({ acheteur: undefined, autoriteConcedante: { nom: 'x' } }),
      'autoriteConcedante.id: L’acheteur n’est pas identifié : il manque son SIRET.',
    ],
    [
      'a buyer that is no number',
      line({ acheteur: { id: 'mairie' } }),
      'acheteur.id: « mairie » n’est pas un SIRET : l’acheteur ne peut pas être identifié.',
    ],
    ['no number', line({ id: null }), 'id: Le numéro du marché manque.'],
    ['no object', line({ objet: '&nbsp;' }), 'objet: L’objet du marché manque.'],
    [
      'what is not JSON',
      '{"id":"1","objet":"a","montant":12 000}',
      'marché: Ce marché est mal écrit dans le fichier et ne peut pas être lu ; les suivants l’ont été.',
    ],
    ['a number', '12', 'marché: Il y a ici autre chose qu’un marché.'],
    ['a text', '"bonjour"', 'marché: Il y a ici autre chose qu’un marché.'],
    ['nothing', 'null', 'marché: Il y a ici autre chose qu’un marché.'],
    ['a list', '[]', 'marché: Il y a ici autre chose qu’un marché.'],
  ])('%s', async (_, bad, expected) => {
    const inList = await told(`[${line()},${bad},${line({ id: '3' })}]`);
    expect(inList).toEqual({ good: [1, 3], problems: [`2: ${expected}`] });
  });

  it('with all that is wrong with it at once', async () => {
    expect((await told(`[${line({ acheteur: {}, id: '', objet: '' })}]`)).problems).toHaveLength(3);
  });

  it('a file that stops in the middle, after the records that were whole', async () => {
    const text = `{"marches":{"marche":[${line()},${line({ id: '2' })},${line({ id: '3' })}`;
    const cut = 'marché: Le fichier s’arrête au milieu : il manque des marchés. Téléchargez-le à nouveau.';
    expect(await told(text.slice(0, -30))).toEqual({ good: [1, 2], problems: [`3: ${cut}`] });
    expect(await told(text)).toEqual({ good: [1, 2, 3], problems: [`4: ${cut}`] });
  });
});

describe('a line of a table that cannot come in', () => {
  const header = 'id;acheteur.id;objet;montant;titulaire_id_1';

  it('is told by its place among the lines, empty ones not counted', async () => {
    const table = `${header}\n1;${town};Voirie;5000;${painter}\n\n;${town};Voirie;5000;${painter}\n3;;Voirie;5000;${painter}\n4;${town};;5000;${painter}\n`;
    expect(await told(table)).toEqual({
      good: [1],
      problems: [
        '2: id: Le numéro du marché manque.',
        '3: acheteur.id: L’acheteur n’est pas identifié : il manque son SIRET.',
        '4: objet: L’objet du marché manque.',
      ],
    });
  });

  it('that is cut is refused, for half an amount reads as an amount', async () => {
    const table = `${header}\n1;${town};Voirie;5000;${painter}\n2;${town};Voirie;50`;
    expect((await told(table)).problems).toEqual([
      '2: marché: Cette ligne est coupée : elle a 4 colonnes, le tableau en a 5. Les autres lignes ont été lues.',
    ]);
  });

  it.each([100, 65_536, 10_000_000])(
    'with a quote never closed ends the reading, and what came before is kept (pieces of %d)',
    async (pieceBytes) => {
      const table = `${header}\n1;${town};Voirie;5000;${painter}\n2;${town};"jamais fermé;${'x\n'.repeat(700_000)}`;
      const { good, problems } = await told(table, pieceBytes);
      expect(good).toEqual([1]);
      expect(problems).toEqual([expect.stringMatching(/^2: marché: Ce marché est mal écrit/)]);
    },
  );

  it('of a compressed table that was cut keeps what came before', async () => {
    const rows = Array.from({ length: 4000 }, (_, at) => `${at * 7919};${town};Objet ${at * 31};${at};${painter}`);
    const packed = gzipSync([header, ...rows].join('\n'));
    const { good, problems } = await told(packed.subarray(0, packed.byteLength - 2000));
    expect(good.length).toBeGreaterThan(1000);
    expect(problems.at(-1)).toMatch(/marché: (Le fichier s’arrête|Cette ligne est coupée)/);
    expect(problems.join()).toContain('Le fichier s’arrête au milieu');
  });
});

describe('a whole file that is refused says what to do', () => {
  it.each([
    ['<?xml version="1.0"?><marches/>', /téléchargez la version JSON/],
    ['PK\u0003\u0004', /donnez le fichier JSON ou CSV/],
    ['nom;prénom\nA;B', /colonnes « id » et « objet »/],
    ['', /vide/],
  ])('%j', async (text, expected) => {
    const opened = await openDecp(chunked(Buffer.from(text, 'latin1'), 50));
    if (opened.ok) throw new Error('taken');
    expect(plainSpaces(sentence(decpWords, 'fr', opened.refusal.code, opened.refusal.facts))).toMatch(expected);
    expect(sentence(decpWords, 'en', opened.refusal.code, opened.refusal.facts)).not.toBe(opened.refusal.code);
  });
});

it('what is doubted says in both languages what is strange, with the value published', async () => {
  const [read] = await readText(
    `[${line({
      acheteur: { id: '21990001600012' },
      montant: 'sur devis',
      dureeMois: 'un an',
      codeCPV: 'travaux',
      dateNotification: '2024-02-30',
      titulaires: [{ typeIdentifiant: 'SIRET', id: '12X' }],
    })}]`,
  );
  const doubts = read?.ok ? read.contract.doubts : [];
  expect(doubts.map((doubt) => doubt.code).sort()).toEqual([
    'decp.amount_unreadable',
    'decp.cpv_unreadable',
    'decp.date_impossible',
    'decp.duration_unreadable',
    'decp.holder_malformed',
    'decp.siret_key',
  ]);
  for (const { code, facts } of doubts) {
    for (const locale of ['fr', 'en'] as const)
      expect(sentence(decpWords, locale, code, facts)).toContain(String(facts.value));
  }
});
