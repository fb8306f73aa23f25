import { type CensusLetterFacts, censusLetter } from '@jonction/messages/census-letter';
import { describe, expect, it } from 'vitest';

const facts: CensusLetterFacts = {
  ...{
    title: 'Recensement d’avril',
    letter: 'Où en sont vos marchés ?\n\nMerci <de> répondre.',
    recipientName: 'M. Nord',
  },
  ...{ buyerName: 'Ville du Nord', directorateName: null, waiting: 12, dueOn: '2020-04-15', reminder: false },
  ...{ senderName: 'Inès Marchand', structureName: 'Clauses du Val', structurePhone: '01 53 67 40 00' },
  url: 'https://jonction.test/recenser/jeton',
};

describe('the letter of a census', () => {
  it('says what the team wrote, for how many contracts, until when, and where to answer', () => {
    const { subject, text } = censusLetter(facts);
    expect(subject).toBe('Recensement d’avril');
    expect(text).toMatch(/^Bonjour M\. Nord,\n\nOù en sont vos marchés \?\n\nMerci <de> répondre\./);
    expect(text).toMatch(
      /Pour Ville du Nord, 12 marchés attendent votre réponse\. Nous l’attendons pour le 15\savr\.\s2020\./,
    );
    expect(text).toContain('Répondre pour ces 12 marchés :\nhttps://jonction.test/recenser/jeton');
    expect(text).toMatch(/Inès Marchand\nClauses du Val\n01 53 67 40 00$/);
  });

  it('names the directorate that is asked', () => {
    expect(censusLetter({ ...facts, directorateName: 'Voirie' }).text).toContain(
      'Pour Ville du Nord, Voirie, 12 marchés',
    );
  });

  it('says of a reminder that it is one', () => {
    const { subject, text } = censusLetter({ ...facts, reminder: true });
    expect(subject).toBe('Recensement d’avril : il manque votre réponse');
    expect(text).toContain('12 marchés attendent encore votre réponse');
  });

  it('speaks of one contract as of one', () => {
    const { text } = censusLetter({ ...facts, waiting: 1 });
    expect(text).toContain('un marché attend votre réponse');
    expect(text).toContain('Répondre pour ce marché');
  });

  it('greets nobody by a name that is not known, and signs once when the team writes in its own', () => {
    const { text } = censusLetter({
      ...facts,
      recipientName: null,
      senderName: 'Clauses du Val',
      structurePhone: null,
    });
    expect(text.startsWith('Bonjour,\n')).toBe(true);
    expect(text.endsWith('\n\nClauses du Val')).toBe(true);
  });

  it('writes what was typed as text, never as a page', () => {
    const { html } = censusLetter(facts);
    expect(html).toContain('Merci &lt;de&gt; répondre.');
    expect(html).not.toContain('<de>');
  });
});
