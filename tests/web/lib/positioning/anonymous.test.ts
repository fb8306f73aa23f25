import { redactCard } from '@jonction/domain/cv/redact';
import { describe, expect, it } from 'vitest';
import AnonymousCard from '../../../../apps/web/src/lib/positioning/AnonymousCard.svelte';
import type { Preview } from '../../../../apps/web/src/lib/positioning/received.ts';
import Watermark from '../../../../apps/web/src/lib/positioning/Watermark.svelte';
import { all, attribute, draw, heard, inside, one, words } from '../../../support/drawn.ts';
import { card, received } from './received.ts';

const { card: _, eligibleUntil, eligibleForGood, ...rest } = received;
const preview: Preview = { ...rest, anonymous: redactCard(card), opened: false };
const drawn = (given: Partial<Preview> = {}, locale: 'fr' | 'en' = 'fr') =>
  draw(AnonymousCard, { preview: { ...preview, ...given }, place: 2, action: '?/voir' }, locale);

describe('a profile before a company opens it', () => {
  it('has a number and no name, and nothing to reach the person by', () => {
    const page = drawn();
    expect(words(one(page, 'h2'))).toBe('Profil 2');
    expect(page.html).not.toMatch(/Awa|Diarra|612345678|@|tel:|mailto:|<img/);
    expect(attribute(one(page, 'article'), 'aria-label')).toBe('Profil 2');
  });

  it('says what the person can do and when, with lengths and no years', () => {
    const page = drawn();
    const terms = all(page, 'dl').flatMap((list) =>
      all(list, 'div').map((pair) => [words(one(pair, 'dt')), words(one(pair, 'dd'))]),
    );
    expect(terms).toEqual([
      ['Métiers', 'Nettoyage de locaux (4 ans), Nettoyage des espaces urbains, Espaces verts (1 mois)'],
      ['Expérience', 'Agente, Net & Clair (3 ans), Plongeuse (12 mois), Aide à domicile'],
      ['Compétences', 'vitres, <script>alert(1)</script>'],
      ['Permis et habilitations', expect.any(String)],
      ['Langues', expect.stringContaining('arabe C1')],
    ]);
    expect(heard(page)).not.toMatch(/201[46]|2019|2020/);
    expect(heard(page)).toContain('Disponible maintenant · Habite Pantin');
    expect(all(page, 'script')).toEqual([]);
  });

  it('opens by a form of its own, without a script, that says that the person will know', () => {
    const page = drawn();
    const form = one(page, 'form');
    expect([attribute(form, 'method'), attribute(form, 'action')]).toEqual(['post', '?/voir']);
    expect(attribute(one(form, 'input'), 'value')).toBe(received.positioningId);
    expect(heard(one(form, 'button'))).toBe('Voir le CV complet Profil 2');
    expect(heard(form)).toContain('La personne saura que votre entreprise a ouvert son CV.');
  });

  it('leaves out what is not known', () => {
    const bare = { ...redactCard(card), occupations: [], experience: [], skills: [], licences: [], languages: [] };
    const page = drawn({ anonymous: { ...bare, city: null, availableFrom: null } });
    expect(all(page, 'dt')).toEqual([]);
    expect(heard(page)).toContain('Disponibilité à demander');
    expect(heard(page)).not.toContain('Habite');
  });

  it.each([
    ['withdrawn', 'Ce profil a été retiré.'],
    ['closed', expect.any(String)],
  ] as const)('has nothing left to open once it is %s', (status, sentence) => {
    const page = drawn({ anonymous: null, status });
    expect(all(page, 'form')).toEqual([]);
    expect(words(one(page, 'article'))).toEqual(sentence);
  });

  it('reads in English as well', () => {
    expect(heard(drawn({}, 'en'))).toContain('Profile 2');
    expect(heard(drawn({}, 'en'))).toContain('See the full CV');
  });
});

describe('a watermark', () => {
  const text = 'Remis à M. Petit, Propreté du Val SARL le 12 avril 2026. À ne pas transmettre.';
  const page = draw(Watermark, { text, children: inside('<article><p>CV</p></article>') });

  it('says to whom and when under the CV, once for a screen reader', () => {
    expect(heard(page)).toBe(`CV ${text}`);
  });

  it('stands across the CV as words, which print as they show', () => {
    const across = one(page, 'svg', { 'aria-hidden': 'true' });
    expect(words(one(across, 'text'))).toBe(text);
    const pattern = attribute(one(across, 'pattern'), 'id');
    expect(attribute(one(across, 'rect'), 'fill')).toBe(`url(#${pattern})`);
  });

  it('has a pattern of its own on a page with several CVs', () => {
    const two = [1, 2].map(() =>
      attribute(one(draw(Watermark, { text, children: inside('<p>CV</p>') }), 'pattern'), 'id'),
    );
    expect(two.every((id) => id?.startsWith('mark-'))).toBe(true);
  });

  it('writes a name as a name, whatever is in it', () => {
    const odd = draw(Watermark, { text: '"><script>x</script>', children: inside('<p>CV</p>') });
    expect(all(odd, 'script')).toEqual([]);
  });
});
