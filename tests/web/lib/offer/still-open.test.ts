import { describe, expect, it } from 'vitest';
import StillOpen from '../../../../apps/web/src/lib/offer/StillOpen.svelte';
import StillOpenAnswer from '../../../../apps/web/src/lib/offer/StillOpenAnswer.svelte';
import MergedNotice from '../../../../apps/web/src/lib/participant/MergedNotice.svelte';
import { all, attribute, draw, heard, one, type Tag, words as typeset } from '../../../support/drawn.ts';

const words = (tag: Tag) => typeset(tag).replaceAll(/[\u00a0\u202f]/g, ' ');
const asked = {
  structureName: 'Clauses du Val',
  structurePhone: '+33140000000',
  ownerName: 'Samira Benali',
  employerName: 'Propreté du Val SARL',
  title: 'Agent de propreté',
  positions: 2,
  placeLabel: 'Paris 13e',
  openedOn: '2026-03-02',
  status: 'open',
  answer: null,
  answeredOn: null,
} as const;

describe('the question to a company', () => {
  it('offers three answers in one form that posts without a script', () => {
    const page = draw(StillOpenAnswer, { asked });
    expect(words(page)).toContain('Les 2 postes que vous nous avez confiés le 2 mars 2026, pour Propreté du Val SARL.');
    const form = one(page, 'form');
    expect([attribute(form, 'method'), attribute(form, 'action')]).toEqual(['post', '?/repondre']);
    expect(all(form, 'button').map((button) => [attribute(button, 'name'), attribute(button, 'value')])).toEqual([
      ['answer', 'open'],
      ['answer', 'filled'],
      ['answer', 'closed'],
    ]);
  });

  it('thanks for an answer, and lets it be changed while the offer is open', () => {
    const page = draw(StillOpenAnswer, { asked: { ...asked, answer: 'open', answeredOn: '2026-04-30' } });
    expect(words(page)).toContain('nous continuons à chercher');
    expect(words(page)).toContain('Réponse donnée le 30 avr. 2026.');
    expect(attribute(one(page, 'details'), 'open')).toBeUndefined();
    expect(all(page, 'button')).toHaveLength(3);
  });

  it('offers no button once the offer is over, and says how a slip is corrected', () => {
    const page = draw(StillOpenAnswer, { asked: { ...asked, status: 'filled', answer: 'filled' }, said: 'filled' });
    expect(words(page)).toContain('Merci : nous notons que c’est pourvu');
    expect(words(page)).toContain('Une erreur ? Appelez-nous');
    expect(all(page, 'button')).toEqual([]);
    expect(words(draw(StillOpenAnswer, { asked: { ...asked, status: 'closed' } }))).toContain(
      'Cette offre est terminée',
    );
  });

  it('says a refusal, and reads in English', () => {
    const page = draw(StillOpenAnswer, { asked, refused: 'Choisissez une réponse.' });
    expect(heard(one(page, '*', { role: 'alert' }))).toContain('Choisissez une réponse.');
    expect(words(draw(StillOpenAnswer, { asked: { ...asked, positions: 1 } }, 'en'))).toContain(
      'The position that you entrusted to us',
    );
  });
});

describe('a silent offer, for its team', () => {
  it('is said open in one click, or asked of its company by a letter', () => {
    const page = draw(StillOpen, { action: '?/toujours', ask: '?/demander' });
    expect(all(page, 'form').map((form) => attribute(form, 'action'))).toEqual(['?/toujours', '?/demander']);
    expect(words(page)).toContain('Demander à l’entreprise par courriel');
  });
});

describe('a record that another joined', () => {
  const merge = {
    id: 'm1',
    goneName: 'Ava Diop',
    goneNumber: 12,
    mergedAt: '2026-05-04T10:00:00.000Z',
    mergedByName: 'Samira Benali',
    undoUntil: '2026-06-03',
  };

  it('says which, by whom, and the thirty days to go back, with the way back folded', () => {
    const page = draw(MergedNotice, { personId: 'p1', merges: [merge] });
    expect(words(page)).toContain('La fiche n° 12 de Ava Diop a rejoint celle-ci (4 mai 2026, Samira Benali).');
    expect(words(page)).toContain('Trente jours pour revenir en arrière : jusqu’au 3 juin 2026.');
    expect(attribute(one(page, 'details'), 'open')).toBeUndefined();
    expect(attribute(one(page, 'form'), 'action')).toBe('/facilitateur/participants/p1?/separer');
    expect(attribute(one(page, 'input', { name: 'mergeId' }), 'value')).toBe('m1');
    expect(all(page, 'a').map((link) => attribute(link, 'href'))).toEqual([
      '/facilitateur/participants/doublons/fusions/m1',
    ]);
  });

  it('is silent where nothing was merged', () => {
    expect(words(draw(MergedNotice, { personId: 'p1', merges: [] }))).toBe('');
  });
});
