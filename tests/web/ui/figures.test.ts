import DescriptionList from '@jonction/ui/DescriptionList.svelte';
import Gauge from '@jonction/ui/Gauge.svelte';
import GaugeBar from '@jonction/ui/GaugeBar.svelte';
import Mark from '@jonction/ui/Mark.svelte';
import Progress from '@jonction/ui/Progress.svelte';
import ScoreBars from '@jonction/ui/ScoreBars.svelte';
import Skeleton from '@jonction/ui/Skeleton.svelte';
import Stat from '@jonction/ui/Stat.svelte';
import StateMark from '@jonction/ui/StateMark.svelte';
import { stateColour, states } from '@jonction/ui/state';
import Timeline from '@jonction/ui/Timeline.svelte';
import { describe, expect, it } from 'vitest';
import { all, attribute, draw, heard, inside, labelOf, one, type Tag, words } from '../../support/drawn.ts';

const rows = (page: Tag) => all(page, 'tr').map((row) => [words(one(row, 'th')), words(one(row, 'td'))]);

describe('a state', () => {
  it('is never a colour alone: five shapes, five colours, five words in each language', () => {
    const shapes = states.map((state) => draw(Mark, { state }));
    const bare = (page: Tag) =>
      JSON.stringify(
        all(page, '*')
          .slice(1)
          .map(({ name, attributes }) => [name, ...attributes]),
      );
    expect(new Set(shapes.map(bare)).size).toBe(5);
    expect(new Set(Object.values(stateColour)).size).toBe(5);
    for (const locale of ['fr', 'en'] as const) {
      expect(new Set(states.map((state) => heard(draw(StateMark, { state }, locale)))).size).toBe(5);
    }
  });

  it.each(states)('%s has its shape and its colour beside the word of its screen', (state) => {
    const page = draw(StateMark, { state, word: '<b>en cours</b>' });
    expect(heard(page)).toBe('<b>en cours</b>');
    expect(attribute(one(page, 'svg'), 'aria-hidden')).toBe('true');
    expect(attribute(one(page, 'svg'), 'color')).toBe(stateColour[state]);
    expect(all(page, 'b')).toEqual([]);
  });

  it('keeps its word for a screen reader, and on hover, in a column of marks', () => {
    const page = draw(StateMark, { state: 'rejected', word: 'refusé', wordUnseen: true });
    expect(heard(page)).toBe('refusé');
    expect(all(page, 'span', { title: 'refusé' })).toHaveLength(1);
  });
});

describe('Gauge', () => {
  const figures = {
    due: 120_000,
    validated: 51_200,
    toDecide: 14_000,
    waiting: 700,
    rejected: 3_550,
    forecast: 115_000,
  };

  it('is a table of words and figures under its bar, which says nothing by itself', () => {
    const page = draw(Gauge, { label: 'Voirie, lot 1', ...figures });
    expect(words(one(page, 'caption'))).toBe('Voirie, lot 1');
    expect(all(page, 'svg', { 'aria-hidden': null })).toEqual([]);
    expect(all(page, 'th').every((header) => attribute(header, 'scope') === 'row')).toBe(true);
    expect(rows(page)).toEqual([
      ['dues', '1\u202f200\u00a0h'],
      ['validées', '512\u00a0h'],
      ['à décider', '140\u00a0h'],
      ['pièces attendues', '7\u00a0h'],
      ['refusées', '35,5\u00a0h'],
      ['prévision', '1\u202f150\u00a0h'],
    ]);
  });

  it('speaks English to an English reader', () => {
    expect(rows(draw(Gauge, { label: 'Roads', ...figures }, 'en'))).toEqual([
      ['due', '1,200\u00a0h'],
      ['validated', '512\u00a0h'],
      ['to decide', '140\u00a0h'],
      ['evidence awaited', '7\u00a0h'],
      ['rejected', '35.5\u00a0h'],
      ['forecast', '1,150\u00a0h'],
    ]);
  });

  it('shows what is validated even when nothing is, and nothing else that is nought', () => {
    expect(rows(draw(Gauge, { label: 'a', due: 60_000, validated: 0, toDecide: 0 }))).toEqual([
      ['dues', '600\u00a0h'],
      ['validées', '0\u00a0h'],
    ]);
  });

  it('says in words that a forecast is at risk', () => {
    const [, , , last] = rows(
      draw(Gauge, { label: 'a', due: 10, validated: 1, toDecide: 1, forecast: 5, atRisk: true }),
    );
    expect(last).toEqual(['prévision', '0,05\u00a0h (à risque)']);
    expect(words(draw(Gauge, { label: 'a', ...figures }))).not.toContain('risque');
  });

  it('counts in another unit and with other words when it is told to', () => {
    const page = draw(Gauge, {
      label: 'a',
      due: 3,
      validated: 1,
      dueWord: 'postes',
      partWords: { validated: 'pourvus' },
      format: (value) => `${value} p.`,
    });
    expect(rows(page)).toEqual([
      ['postes', '3 p.'],
      ['pourvus', '1 p.'],
    ]);
  });

  it('has a pattern of its own for each part, so that no two are told apart by colour alone', () => {
    const bar = one(draw(GaugeBar, { figures }), 'svg');
    const parts = all(bar, 'rect', { x: true }).map((part) => [
      attribute(part, 'class'),
      attribute(part, 'fill')?.replace(/#.*-/, '#'),
    ]);
    expect(parts.map(([name]) => name?.split(' ')[0])).toEqual(['validated', 'toDecide', 'waiting', 'rejected']);
    expect(new Set(parts.slice(1, 3).map(([, fill]) => fill))).toEqual(new Set(['url(#half)', 'url(#dots)']));
  });
});

describe('Progress', () => {
  it('is named, and says how far it is in figures too', () => {
    const page = draw(Progress, { label: 'Lecture des CV', done: 1200, total: 5000, detail: 'Continue sans vous.' });
    const bar = one(page, 'progress');
    expect(labelOf(page, bar)).toBe('Lecture des CV');
    expect([attribute(bar, 'value'), attribute(bar, 'max')]).toEqual(['1200', '5000']);
    expect(words(page)).toContain('1\u202f200 / 5\u202f000');
    expect(words(page)).toContain('Continue sans vous.');
  });

  it('claims no value as long as nobody knows how much there is', () => {
    const page = draw(Progress, { label: 'Lecture', done: 3 });
    expect(attribute(one(page, 'progress'), 'value')).toBeUndefined();
    expect(words(page)).toBe('Lecture');
  });

  it('stands at nought when it has just begun', () => {
    expect(attribute(one(draw(Progress, { label: 'a', total: 10 }), 'progress'), 'value')).toBe('0');
  });

  it('can be stopped without a script', () => {
    const page = draw(Progress, { label: 'a', actions: inside('<form method="post"><button>Arrêter</button></form>') });
    expect(words(one(one(page, 'form'), 'button'))).toBe('Arrêter');
  });
});

describe('Stat', () => {
  it('opens into its rows when it has an address, and is no link otherwise', () => {
    const open = one(draw(Stat, { value: '12', label: 'à décider', href: '/heures', note: 'dont 3 en retard' }), 'a');
    expect([attribute(open, 'href'), heard(open)]).toEqual(['/heures', '12 à décider dont 3 en retard']);
    const still = draw(Stat, { value: '4', label: 'embauches', state: 'validated' });
    expect(all(still, 'a')).toEqual([]);
    expect(heard(still)).toBe('4 embauches');
  });
});

describe('ScoreBars', () => {
  const values = [
    { label: 'Métier', share: 1, words: '1\u202f000 sur 1\u202f000' },
    { label: 'Distance', share: -3, words: '0' },
    { label: 'Attente', share: 7, words: 'trop' },
  ];

  it.each([
    ['fr', 'Awa\u202f: Métier, 1\u202f000 sur 1\u202f000\u202f; Distance, 0\u202f; Attente, trop'],
    ['en', 'Awa: Métier, 1\u202f000 sur 1\u202f000; Distance, 0; Attente, trop'],
  ] as const)('say every value in words, with the signs of %s', (locale, said) => {
    expect(heard(draw(ScoreBars, { label: 'Awa', values }, locale))).toBe(said);
  });

  it('stay within their box and are never nothing, whatever the value', () => {
    const page = draw(ScoreBars, { label: 'Awa', values });
    const [whole] = all(page, 'rect').map((bar) => Number(attribute(bar, 'height')));
    const parts = all(page, 'rect').filter((_, index) => index % 2 === 1);
    expect(parts.map((bar) => Number(attribute(bar, 'height')))).toEqual([whole, 2, whole]);
    for (const bar of parts) expect(Number(attribute(bar, 'y')) + Number(attribute(bar, 'height'))).toBe(whole);
  });
});

describe('Timeline', () => {
  const events = [
    { id: '1', when: '6 janv. 2020', what: 'Démarré', by: 'Ville', state: 'validated' as const },
    {
      id: '2',
      when: '17 mars 2020',
      what: '<script>',
      note: 'Covid',
      link: { href: '/api/downloads/7', label: 'Ordre' },
    },
  ];

  it('is a list in order, each event with when, who, why and its paper', () => {
    const page = draw(Timeline, { events, label: 'Fil du marché' });
    expect(attribute(one(page, 'ol'), 'aria-label')).toBe('Fil du marché');
    expect(all(page, 'li').map((item) => all(item, 'p').map(words))).toEqual([
      ['Démarré', '6 janv. 2020 · Ville'],
      ['<script>', '17 mars 2020', 'Covid', 'Ordre'],
    ]);
    const paper = one(page, 'a');
    expect([attribute(paper, 'href'), paper.attributes.has('download')]).toEqual(['/api/downloads/7', true]);
    expect(all(page, 'script')).toEqual([]);
  });

  it('marks only the events that have a state', () => {
    expect(all(draw(Timeline, { events, label: 'a' }), 'li').map((item) => all(item, 'svg').length)).toEqual([1, 0]);
  });
});

describe('DescriptionList', () => {
  it('says each value under its term, a dash where nothing is known, never an empty line', () => {
    const page = draw(DescriptionList, {
      items: [
        { term: 'Titulaire', value: '<b>BTP</b>', href: '/organisations/7' },
        { term: 'Montant', value: '1 250 000 €' },
        { term: 'Fin', value: '' },
        { term: 'Début' },
      ],
    });
    expect(all(page, 'dt').map(words)).toEqual(['Titulaire', 'Montant', 'Fin', 'Début']);
    expect(all(page, 'dd').map(words)).toEqual(['<b>BTP</b>', '1 250 000 €', '—', '—']);
    expect(all(page, 'a').map((link) => attribute(link, 'href'))).toEqual(['/organisations/7']);
  });
});

describe('Skeleton', () => {
  it('says what is awaited, and hides its lines from screen readers', () => {
    const page = draw(Skeleton, { label: 'Recherche des personnes', rows: 7 });
    expect(heard(one(page, '*', { role: 'status' }))).toBe('Recherche des personnes');
    expect(all(page, 'svg', { 'aria-hidden': 'true' })).toHaveLength(7);
  });
});
