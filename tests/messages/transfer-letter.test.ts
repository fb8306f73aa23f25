import { type TransferFacts, transferLetter } from '@jonction/messages/transfer-letter';
import { describe, expect, it } from 'vitest';

const facts: TransferFacts = {
  ...{ news: 'asked', recipientName: 'Odile Sorel', sellerName: 'Propreté du Val', purchaserName: 'Peinture Amiel' },
  ...{ contractObject: 'Nettoyage des écoles', hours: '28 h', price: '20,04 € HT', total: '561,12 € HT' },
  ...{ structureName: 'Clauses du Val', url: 'https://jonction.test/entreprise/heures-dues/k/groupement' },
};
const news = ['asked', 'signed', 'refused', 'withdrawn', 'recorded'] as const;

describe('the letter of a transfer of hours', () => {
  it('says who takes over what of whom, at what price, and leads to the page where it is signed', () => {
    const { text, html, subject } = transferLetter(facts);
    expect(subject).toBe('Un transfert d’heures attend votre signature');
    expect(text).toContain('Bonjour Odile Sorel,');
    expect(text).toContain('Sur le marché « Nettoyage des écoles »');
    expect(text).toContain(
      'Propreté du Val reprend 28 h de Peinture Amiel, à 20,04 € HT de l’heure, soit 561,12 € HT.',
    );
    for (const written of [text, html]) expect(written).toContain(facts.url);
  });

  it('says that nothing counts before a signature to whoever is asked, and to nobody else', () => {
    for (const one of news)
      expect(transferLetter({ ...facts, news: one }).text.includes('Rien ne compte tant que')).toBe(one === 'asked');
  });

  it('says to both what to do where a paper was written down otherwise than it reads', () => {
    for (const one of news)
      expect(transferLetter({ ...facts, news: one }).text.includes('ne correspond pas au papier')).toBe(
        one === 'recorded',
      );
  });

  it('has an object and a template of its own for each news, and always says that the whole does not move', () => {
    const letters = news.map((one) => transferLetter({ ...facts, news: one }));
    expect(new Set(letters.map(({ subject }) => subject)).size).toBe(news.length);
    expect(letters.map(({ template }) => template)).toEqual(news.map((one) => `hour-transfer-${one}`));
    for (const { text } of letters) {
      expect(text).toContain('Ce que le marché doit en tout ne change pas.');
      expect(text).toContain('Clauses du Val');
      expect(text).not.toMatch(/undefined|null/);
    }
  });

  it('does not let a company’s name write into the page', () => {
    const { html } = transferLetter({ ...facts, sellerName: '<script>alert(1)</script>' });
    expect(html).not.toContain('<script>');
  });
});
