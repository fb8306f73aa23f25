import { settleTerms } from '@jonction/domain/crisis/crisis';
import { crisisMeasures, crisisRegimes, measuresOf } from '@jonction/domain/crisis/regime';
import { describe, expect, it } from 'vitest';
import CrisisForm from '../../../../apps/web/src/lib/crisis/CrisisForm.svelte';
import { choicesIn } from '../../../../apps/web/src/lib/crisis/choices.ts';
import type { CrisisCell, CrisisContractRow } from '../../../../apps/web/src/lib/crisis/crisis.ts';
import { emptyTerms, type TermsTyped, termsIn } from '../../../../apps/web/src/lib/crisis/crisis-form.ts';
import MeasureCell from '../../../../apps/web/src/lib/crisis/MeasureCell.svelte';
import { all, attribute, draw, words as read, type Tag } from '../../../support/drawn.ts';

/** Thin and no-break spaces are for the eye. */
const words = (tag: Tag) => read(tag).replaceAll(/\s+/g, ' ');

const usual = { today: '2020-04-20', letter: 'Voici.', legalTitle: 'Ordonnance 2020-319' };
const buyers = [
  { id: 'b1', name: 'Ville de Montval', contracts: 12 },
  { id: 'b2', name: 'Département', contracts: 1 },
];
const drawForm = (terms: TermsTyped, errors = {}) => draw(CrisisForm, { terms, buyers, errors });

/** What a browser would send of a form as it is drawn. */
function sent(page: ReturnType<typeof drawForm>): FormData {
  const form = new FormData();
  for (const input of all(page, 'input')) {
    const [name, type] = [attribute(input, 'name') ?? '', attribute(input, 'type')];
    const ticked = input.attributes.has('checked');
    if ((type === 'checkbox' || type === 'radio') && !ticked) continue;
    form.append(name, attribute(input, 'value') ?? '');
  }
  for (const area of all(page, 'textarea')) form.append(attribute(area, 'name') ?? '', words(area));
  return form;
}

describe('declaring an emergency', () => {
  it('sends back what it was drawn with', () => {
    const terms: TermsTyped = {
      ...emptyTerms(true, usual),
      ...{
        title: 'Crise',
        justification: 'Chantiers fermés',
        departments: ['75', '93'],
        cpv: ['45'],
        buyerIds: ['b2'],
      },
    };
    expect(termsIn(sent(drawForm(terms)))).toEqual({
      ...terms,
      measures: ['bid_delay', 'extend_term', 'no_penalty'],
      statuses: ['tender', 'notified', 'active', 'stopped', 'suspended', 'clause_suspended'],
    });
  });

  it('begins with the worked example, which holds together', () => {
    const example = { ...emptyTerms(true, usual), justification: 'Chantiers fermés' };
    expect(example).toMatchObject({ regime: 'ordonnance_2020_319', from: '2020-03-12', to: '2020-07-23' });
    expect(settleTerms(example, usual.today)).toMatchObject({ ok: true });
  });

  it('begins empty and from today otherwise', () => {
    expect(emptyTerms(false, usual)).toMatchObject({ regime: 'other', title: '', from: '2020-04-20', to: null });
  });

  it('offers the measures of its text, each with its article', () => {
    for (const regime of crisisRegimes) {
      const page = drawForm({ ...emptyTerms(false, usual), regime });
      const offered = all(page, 'input').filter((input) => attribute(input, 'name') === 'measures');
      expect(offered.map((input) => attribute(input, 'value'))).toEqual(
        measuresOf(regime).filter((measure) => measure !== 'scope'),
      );
    }
    expect(words(drawForm(emptyTerms(true, usual)))).toMatch(/durée prolongée par avenant art\. 4/);
  });

  it('leaves out the measures that another text had', () => {
    const form = sent(drawForm(emptyTerms(true, usual)));
    form.set('regime', 'other');
    expect(termsIn(form).measures).toEqual(['no_penalty']);
  });

  it('reads places and codes however they are apart', () => {
    const form = sent(drawForm(emptyTerms(false, usual)));
    form.set('departments', ' 75; 93  2A,');
    form.set('cpv', '45 90910000');
    expect(termsIn(form)).toMatchObject({ departments: ['75', '93', '2A'], cpv: ['45', '90910000'] });
  });

  it('says at its field what was refused', () => {
    const page = drawForm(emptyTerms(false, usual), { 'terms.title': 'Donnez un nom.', 'terms.from': 'Trop tôt.' });
    expect(words(page)).toContain('Donnez un nom.');
    expect(words(page)).toContain('Trop tôt.');
  });

  it('asks for buyers only where there are several', () => {
    const names = (some: typeof buyers) =>
      all(draw(CrisisForm, { terms: emptyTerms(false, usual), buyers: some }), 'input').filter(
        (input) => attribute(input, 'name') === 'buyerIds',
      ).length;
    expect([names(buyers), names(buyers.slice(1))]).toEqual([2, 0]);
  });
});

const cell = (changes: Partial<CrisisCell> = {}): CrisisCell => ({
  ...{ measure: 'no_penalty', taken: true, may: true, why: null, check: null, own: false, on: null, endsOn: null },
  ...{ latest: null, from: '2020-03-17', to: '2020-07-23', withdrawn: false },
  ...changes,
});
const row: CrisisContractRow = {
  ...{ id: 'k1', number: 7, reference: 'M-1', object: 'Voirie', buyerName: 'Ville', status: 'active', endsOn: null },
  cells: [],
};
const drawCell = (changes: Partial<CrisisCell>, editable = false) =>
  draw(MeasureCell, { cell: cell(changes), row, editable });

describe('a measure on a contract', () => {
  it('is taken with its days, possible, or not and why', () => {
    expect(words(drawCell({}))).toMatch(/retenue du 17\smars\s2020 au 23\sjuil\.\s2020/);
    expect(words(drawCell({ to: null }))).toMatch(/depuis le 17\smars\s2020/);
    expect(words(drawCell({ from: null, endsOn: '2021-01-10' }))).toMatch(/jusqu’au 10\sjanv\.\s2021/);
    expect(words(drawCell({ from: null, on: '2020-03-17' }))).toMatch(/le 17\smars\s2020/);
    expect(words(drawCell({ taken: false }))).toBe('possible');
    expect(words(drawCell({ may: false, taken: false, why: 'ends_elsewhere' }))).toBe('ne finit pas pendant l’urgence');
    expect(words(drawCell({ withdrawn: true }))).toContain('repris depuis');
  });

  it('is ticked by name while it is a draft, and never the scope', () => {
    const [hidden, box] = all(drawCell({}, true), 'input');
    expect(hidden && attribute(hidden, 'value')).toBe('k1 no_penalty yes ');
    expect(box && attribute(box, 'aria-label')).toBe('Retenir pas de pénalité de retard, Voirie');
    expect(all(drawCell({ measure: 'scope' }, true), 'input')).toEqual([]);
    expect(all(drawCell({ may: false, why: 'ended' }, true), 'input')).toEqual([]);
  });

  it('lets an end be moved, no further than the text allows', () => {
    const changes = { measure: 'extend_term', endsOn: '2021-01-10', latest: '2021-01-10', from: null } as const;
    const day = all(drawCell(changes, true), 'input').find((input) => attribute(input, 'type') === 'date');
    expect([day && attribute(day, 'value'), day && attribute(day, 'max')]).toEqual(['2021-01-10', '2021-01-10']);
  });

  it('says that somebody chose it', () => {
    expect(words(drawCell({ own: true }, true))).toContain('choix propre');
  });
});

describe('the choices of a page', () => {
  const form = (shown: string[], take: string[], ends: Record<string, string> = {}) => {
    const data = new FormData();
    for (const one of shown) data.append('shown', one);
    for (const one of take) data.append('take', one);
    for (const [key, day] of Object.entries(ends)) data.append(`end ${key}`, day);
    return data;
  };

  it('are those boxes that moved', () => {
    const shown = ['k1 stop no ', 'k1 no_penalty yes ', 'k2 stop yes '];
    expect(choicesIn(form(shown, ['k1 stop', 'k1 no_penalty']))).toEqual([
      { contractId: 'k1', measure: 'stop', chosen: true, endsOn: null },
      { contractId: 'k2', measure: 'stop', chosen: false, endsOn: null },
    ]);
    expect(choicesIn(form(shown, ['k1 no_penalty', 'k2 stop']))).toEqual([]);
  });

  it('are those whose end moved, too', () => {
    const shown = ['k1 extend_term yes 2021-01-10'];
    const moved = choicesIn(form(shown, ['k1 extend_term'], { 'k1 extend_term': '2020-09-30' }));
    expect(moved).toEqual([{ contractId: 'k1', measure: 'extend_term', chosen: true, endsOn: '2020-09-30' }]);
    expect(choicesIn(form(shown, ['k1 extend_term'], { 'k1 extend_term': '2021-01-10' }))).toEqual([]);
    const left = choicesIn(form(shown, [], { 'k1 extend_term': '2020-09-30' }));
    expect(left).toEqual([{ contractId: 'k1', measure: 'extend_term', chosen: false, endsOn: null }]);
  });

  it('are of measures there are', () => {
    expect(choicesIn(form(['k1 nonsense no '], ['k1 nonsense']))).toEqual([]);
    expect(crisisMeasures).not.toContain('nonsense');
  });
});
