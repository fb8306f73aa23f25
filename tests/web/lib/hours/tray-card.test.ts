import { createRawSnippet } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import TrayCard from '../../../../apps/web/src/lib/hours/TrayCard.svelte';
import { readBatch, type TrayContract, type TrayGroup } from '../../../../apps/web/src/lib/hours/tray-group.ts';
import { page as app } from '../../../support/app-state.ts';
import { all, attribute, draw, heard, labelOf, one, type Tag, words } from '../../../support/drawn.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const school: TrayContract = {
  contractId: 'c1',
  contractNumber: 14,
  contractObject: 'Peinture <des> écoles',
  employerNames: ['Bâti Inventé', 'Peinture Fictive'],
  phones: ['+33199001234'],
  lines: 2,
  people: 1,
  centihours: 7_000,
  from: '2020-04-01',
  to: '2020-04-10',
  since: '2020-04-12T08:00:00.000Z',
};
const roads: TrayContract = { ...school, contractId: 'c2', contractNumber: 15, contractObject: 'Voirie', lines: 1 };
const group: TrayGroup = {
  policy: 'emergency-2020',
  rule: 'childcare-ss',
  reason: 'decision-needed',
  kinds: ['childcare_leave'],
  policyTitle: null,
  source: null,
  evidenceAsked: ['employer_attestation', 'benefit_statement'],
  lines: 3,
  people: 2,
  centihours: 10_550,
  from: '2020-04-01',
  to: '2020-04-30',
  since: new Date().toISOString(),
  contracts: [school, roads],
};
const key = 'emergency-2020.childcare-ss.decision-needed';
const lines = createRawSnippet((contract: () => TrayContract) => ({
  render: () => `<p class="lines">Lignes de ${contract().contractId}</p>`,
}));
const card = (given: Partial<TrayGroup> = {}, props: object = {}, locale: 'fr' | 'en' = 'fr') =>
  draw(TrayCard, { group: { ...group, ...given }, open: null, refused: null, lines, ...props } as never, locale);
const said = (...given: Parameters<typeof card>) => plain(heard(card(...given)));
const waits = { reason: 'evidence-missing' };

/** What the form would send, everything left as it stands. */
function sent(page: Tag): FormData {
  const form = new FormData();
  for (const input of all(one(page, 'form'), 'input')) {
    const isSent = attribute(input, 'type') !== 'checkbox' || input.attributes.has('checked');
    if (isSent) form.append(attribute(input, 'name') ?? '', attribute(input, 'value') ?? '');
  }
  return form;
}

beforeEach(() => {
  app.url = new URL('https://jonction.example/facilitateur/heures?vue=attente');
});

describe('a group of the tray', () => {
  it('is named by its rule in words, and says how much waits, for whom and since when', () => {
    expect(plain(words(one(card(), 'h3')))).toBe('Garde d’enfant payée par la Sécurité sociale : peut être validée');
    expect(attribute(one(card(), 'article'), 'aria-labelledby')).toBe(attribute(one(card(), 'h3'), 'id'));
    for (const part of [
      '105,5 h',
      '3 lignes · 2 personnes',
      'du 1er avr. 2020 au 30 avr. 2020',
      'arrivé aujourd’hui',
    ]) {
      expect(said()).toContain(part);
    }
    expect(said()).toContain('2 marchés');
  });

  it('agrees in number', () => {
    const single = said({ lines: 1, people: 1, contracts: [{ ...roads, people: 1 }] });
    expect(single).toContain('1 marché');
    expect(single).not.toMatch(/1 (marchés|lignes|personnes)/);
    expect(single).toContain('1 ligne · 1 personne');
    expect(said({ lines: 1, people: 1, contracts: [roads] }, {}, 'en')).toMatch(/1 contract .*1 line · 1 person/);
  });

  it('of a rule that the structure wrote itself is named by the hours that it is about', () => {
    expect(plain(words(one(card({ policy: 'a-nous', rule: 'r-7' }), 'h3')))).toBe(
      'Garde d’enfant (règle propre à la structure)',
    );
    expect(words(one(card({ policy: 'a-nous', rule: 'r-7' }, {}, 'en'), 'h3'))).not.toContain('r-7');
  });

  it('cites where the rule comes from, or the policy where no source was written', () => {
    const source = (given: Partial<TrayGroup>) => plain(words(all(card(given), 'dd')[0] ?? card()));
    expect(source({ source: 'Note de la structure, p. 2' })).toBe('Note de la structure, p. 2');
    expect(source({ policyTitle: 'Notre politique' })).toBe('Notre politique');
    expect(source({})).toMatch(/urgence sanitaire/i);
  });

  it('says which papers are asked and whether the company announced them', () => {
    expect(said()).toContain('attestation employeur, relevé d’indemnités : annoncé par l’entreprise sur chaque ligne');
    expect(said(waits)).toContain('pas encore annoncé par l’entreprise');
    expect(said({ evidenceAsked: [] })).toContain('Pièces demandées aucune');
    expect(said({ evidenceAsked: [] }, {}, 'en')).not.toMatch(/attestation|announced/);
  });
});

describe('the decision of a group', () => {
  it('is sent for every contract with its days, none left out until one is', () => {
    const form = sent(card());
    expect(readBatch(form)).toEqual({
      rule: 'childcare-ss',
      contracts: [
        { contractId: 'c1', from: '2020-04-01', to: '2020-04-10' },
        { contractId: 'c2', from: '2020-04-01', to: '2020-04-10' },
      ],
    });
    expect(form.get('groupe')).toBe(key);
    expect(attribute(one(card(), 'form'), 'action')).toBe('?/groupe&vue=attente');
    expect(attribute(one(card(), 'form'), 'method')?.toLowerCase()).toBe('post');
  });

  it('names each box after its contract, and has none to untick where there is only one', () => {
    const boxes = all(card(), 'input', { type: 'checkbox' });
    expect(boxes.map((box) => attribute(box, 'aria-label'))).toEqual([
      'Décider aussi pour Peinture <des> écoles',
      'Décider aussi pour Voirie',
    ]);
    const alone = card({ contracts: [school] });
    expect(all(alone, 'input', { type: 'checkbox' })).toEqual([]);
    expect(readBatch(sent(alone)).contracts).toHaveLength(1);
  });

  it('says how many lines it accepts before it is pressed', () => {
    const buttons = (given: Partial<TrayGroup>) =>
      all(card(given), 'button', { name: 'reponse' }).map((button) => [attribute(button, 'value'), words(button)]);
    expect(buttons({})).toEqual([
      ['accepter', 'Accepter les 3 lignes'],
      ['refuser', 'Refuser'],
    ]);
    expect(buttons({ contracts: [roads] })[0]).toEqual(['accepter', 'Accepter la ligne']);
  });

  it('asks for a reason, says who will read it, and gives back what was typed with what is wrong', () => {
    const reason = one(card(), 'input', { name: 'motif' });
    expect(labelOf(card(), reason)).toBe('Motif, lu par l’entreprise');
    expect(reason.attributes.has('required')).toBe(true);
    const back = card(
      {},
      { refused: { sentence: 'Rien n’est décidé.', fields: { reason: 'Dites pourquoi.' }, values: { motif: 'ok' } } },
    );
    expect(attribute(one(back, 'input', { name: 'motif' }), 'value')).toBe('ok');
    expect(attribute(one(back, 'input', { name: 'motif' }), 'aria-invalid')).toBe('true');
    expect(words(one(back, '*', { role: 'alert' }))).toBe('Rien n’est décidé.');
    expect(words(back)).toContain('Dites pourquoi.');
    expect(words(card())).not.toContain('Dites pourquoi.');
  });

  it('is not offered while a paper is awaited: the company is called instead', () => {
    const page = card(waits);
    expect(all(page, 'button')).toEqual([]);
    expect(all(page, 'input', { name: 'motif' })).toEqual([]);
    const calls = all(page, 'a').filter((link) => attribute(link, 'href')?.startsWith('tel:'));
    expect(calls.map((link) => [attribute(link, 'href'), plain(words(link))])[0]).toEqual([
      'tel:+33199001234',
      'Appeler le 01 99 00 12 34',
    ]);
    expect(words(card())).not.toContain('Appeler le');
  });
});

describe('the contracts of a group', () => {
  it('are said with their number, who works there and what waits on each', () => {
    const items = all(one(card(), 'ul', { 'aria-label': 'Marchés concernés' }), 'li').map((item) => plain(words(item)));
    expect(items[0]).toContain('Peinture <des> écoles Marché 14 · Bâti Inventé, Peinture Fictive');
    expect(items[0]).toContain('70 h 2 lignes · 1 personne');
    expect(items[1]).toContain('1 ligne · 1 personne');
  });

  it('open their lines on the spot, keep the view, and close again', () => {
    const ways = (page: Tag) =>
      all(page, 'a', { 'data-variant': 'quiet' }).map((link) => [plain(words(link)), attribute(link, 'href')]);
    expect(ways(card())[0]).toEqual([
      'Voir les lignes, en accepter une partie',
      `/facilitateur/heures?vue=attente&groupe=${key}&marche=c1#groupe-${key}`,
    ]);
    const open = card({}, { open: 'c1' });
    expect(ways(open)[0]).toEqual(['Refermer', `/facilitateur/heures?vue=attente#groupe-${key}`]);
    expect(attribute(one(open, 'article'), 'id')).toBe(`groupe-${key}`);
  });

  it('opened, show their own lines, and the whole group can no longer be decided by mistake', () => {
    const open = card({}, { open: 'c2', refused: { sentence: 'Rien n’est décidé.' } });
    expect(words(one(open, 'p', { class: 'lines' }))).toBe('Lignes de c2');
    expect(all(open, 'button', { name: 'reponse' })).toEqual([]);
    expect(all(open, 'input', { type: 'checkbox' })).toEqual([]);
    // Said where the lines are decided, not twice.
    expect(all(open, '*', { role: 'alert' })).toEqual([]);
    expect(all(card({}, { open: 'ailleurs' }), 'p', { class: 'lines' })).toEqual([]);
  });
});
