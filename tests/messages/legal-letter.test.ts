import { type LegalLetterFacts, legalLetter } from '@jonction/messages/legal-letter';
import { describe, expect, it } from 'vitest';

const facts: LegalLetterFacts = {
  ...{ title: 'Prolonger un marché', source: 'ordonnance n° 2020-319, article 4', note: null, reminder: false },
  ...{ recipientName: 'M. Nord', senderName: 'Inès Marchand', structureName: 'Clauses du Val', structurePhone: null },
  url: 'https://jonction.test/textes/jeton',
};

describe('the letter about a text', () => {
  it('cites it, and leads to one page', () => {
    const { subject, text, html } = legalLetter(facts);
    expect(subject).toBe('Prolonger un marché');
    expect(text).toContain('Bonjour M. Nord,');
    expect(text).toContain('ordonnance n° 2020-319, article 4');
    expect(text).toContain('Lire ce texte :\nhttps://jonction.test/textes/jeton');
    expect(text).toMatch(/Inès Marchand\nClauses du Val$/);
    // Nothing that tells by itself that a letter was seen.
    expect(html).not.toMatch(/<img|src=|url\(/);
  });

  it('puts the word of the sender first, as it was written', () => {
    const { text, html } = legalLetter({ ...facts, note: 'Pour vos écoles <b>.\n\nAppelez-moi.' });
    expect(text.indexOf('Pour vos écoles')).toBeLessThan(text.indexOf('ordonnance'));
    expect(html).toContain('Pour vos écoles &lt;b&gt;.');
  });

  it('says of a reminder that it is one, and greets nobody by a name that is not known', () => {
    const { subject, text } = legalLetter({ ...facts, reminder: true, recipientName: null });
    expect(subject).toBe('Rappel : Prolonger un marché');
    expect(text).toMatch(/^Bonjour,\n/);
    expect(text).toContain('Nous vous avons écrit');
  });
});
