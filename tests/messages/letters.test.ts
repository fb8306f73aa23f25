import { closedTold, meetingReminderTold, meetingTold, offerTold } from '@jonction/messages/person-words';
import { describe, expect, it } from 'vitest';
import { everyLetter, hostile, letterOf, secret, url } from './letters.ts';

const unescaped = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The paragraphs of the HTML part, as a reader sees them. */
const paragraphsOf = (html: string) =>
  [...html.matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g)].map(([, inner = '']) =>
    unescaped(inner.replaceAll('<br>', '\n').replaceAll(/<[^>]*>/g, '')),
  );

describe.each(Object.entries(everyLetter))('the letter "%s"', (_, { subject, text, html, template }) => {
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => unescaped(address));

  it('says the same in its text and in its HTML', () => {
    const bare = links.reduce((all, address) => all.replace(` :\n${address}`, ''), text);
    expect(paragraphsOf(html)).toEqual(bare.split('\n\n'));
  });

  it('writes names as names, never as HTML', () => {
    expect(html).not.toContain(hostile);
    expect(html.replaceAll(/<\/?(?:html|body|p|a|br|!doctype)\b[^>]*>/g, '')).not.toMatch(/[<>]/);
  });

  it('holds nothing that loads from outside, nor follows its reader', () => {
    expect(html).not.toMatch(/<(?:img|script|link|iframe|style|form)\b|src=|url\(|@import/i);
    expect(links.filter((address) => address !== url)).toEqual([]);
    expect(links.length).toBeLessThanOrEqual(1);
  });

  it('gives its link whole in the text too, for whoever cannot press a button', () => {
    expect(text.split(url).length - 1).toBe(links.length);
  });

  it('shows in a list of mails nothing that opens anything', () => {
    expect(subject).not.toContain(secret);
    expect(subject).not.toContain('http');
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject).toMatch(/^(?:[\p{Lu}«]|\d)/u);
  });

  it('greets, says who writes, and reads as French is printed', () => {
    expect(text).toMatch(/^Bonjour(?: .+)?,\n\n/);
    expect(text.split('\n\n').at(-1)?.trim()).not.toBe('');
    expect(text).not.toMatch(/\p{L}'\p{L}|\bnull\b|undefined|\{|\}/u);
    expect(html).toContain('<html lang="fr">');
    expect(template).toMatch(/^[a-z]+(?:[-_][a-z]+)*$/);
  });

  it('knows nothing of why somebody is eligible', () => {
    expect(text).not.toMatch(/RSA|chômage|handicap|RQTH|éligib|public accepté/i);
  });
});

describe('letters that count', () => {
  it.each([
    [1, 'Un CV pour « Peintre »', 'Nous vous proposons un CV pour votre poste « Peintre ».', 'Voir le CV :'],
    [3, '3 CV pour « Peintre »', 'Nous vous proposons 3 CV pour votre poste « Peintre ».', 'Voir les CV :'],
  ])('%i CVs sent', (cvs, subject, says, action) => {
    const letter = letterOf.push({ cvs, offerTitle: 'Peintre' });
    expect(letter.subject).toBe(subject);
    expect(letter.text).toContain(says);
    expect(letter.text).toContain(action);
  });

  it.each([
    [
      'nudge',
      1,
      'Un CV attend votre réponse pour « Peintre »',
      'La personne attend votre réponse.',
      'Deux clics suffisent',
    ],
    [
      'manual',
      2,
      '2 CV attendent votre réponse pour « Peintre »',
      'Les personnes attendent votre réponse.',
      'Deux clics suffisent',
    ],
    [
      'last_chance',
      1,
      'Dernier rappel : un CV attend votre réponse pour « Peintre »',
      'La personne attend',
      'ailleurs pour elle.',
    ],
    [
      'last_chance',
      2,
      'Dernier rappel : 2 CV attendent votre réponse pour « Peintre »',
      'Les personnes attendent',
      'ailleurs pour elles.',
    ],
  ] as const)('a %s of %i CVs', (rung, cvs, subject, waits, does) => {
    const letter = letterOf.reminder({ rung, cvs, offerTitle: 'Peintre' });
    expect(letter.subject).toBe(subject);
    expect(letter.text).toContain(waits);
    expect(letter.text).toContain(does);
  });

  it.each([
    [1, 'Un CV n’attend plus de réponse', 'Un CV que nous vous avions envoyé n’attend plus de réponse.'],
    [2, '2 CV n’attendent plus de réponse', '2 CV que nous vous avions envoyés n’attendent plus de réponse.'],
  ])('%i CVs closed, and why', (cvs, subject, says) => {
    const letter = letterOf.closed({ cvs, offerTitle: null });
    expect(letter.subject).toBe(subject);
    expect(letter.text).toContain(says);
    expect(letter.text).toContain('La raison : le poste est pourvu.');
  });

  it.each([
    [1, 'Une nouvelle personne : « Val »', 'Une nouvelle personne répond à votre recherche « Val ».'],
    [2, '2 nouvelles personnes : « Val »', '2 nouvelles personnes répondent à votre recherche « Val ».'],
  ])('%i people whom a search found', (people, subject, says) => {
    const letter = letterOf.alert({ people, searchName: 'Val' });
    expect(letter.subject).toBe(subject);
    expect(letter.text).toContain(says);
  });

  it.each([
    ['daily', 'chaque matin'],
    ['at_once', 'dès que possible'],
  ] as const)('an alert asked for %s says why one reads it, and how to stop it', (pace, words) => {
    const { text } = letterOf.alert({ pace });
    expect(text.replaceAll('\u00a0', ' ')).toContain(`Le 1er mai 2026, vous avez demandé à être prévenu(e) ${words}`);
    expect(text).toContain('arrête ces courriels en un clic');
  });

  it.each([
    [1, 'Paris', 'Le poste « Peintre », Paris, que vous nous avez confié le 4 mai 2026'],
    [2, '', 'Les 2 postes « Peintre », que vous nous avez confiés le 4 mai 2026'],
  ])('%i positions still open', (positions, placeLabel, says) => {
    expect(letterOf.stillOpen({ positions, placeLabel, title: 'Peintre' }).text).toContain(says);
  });

  it.each([
    [1, false, '« Peintre », un poste à pourvoir'],
    [2, false, '« Peintre », 2 postes à pourvoir'],
    [2, true, 'Sans réponse de votre part : « Peintre », 2 postes à pourvoir'],
  ])('%i positions spread, again: %s', (positions, reminder, subject) => {
    expect(letterOf.broadcast({ positions, reminder, offerTitle: 'Peintre' }).subject).toBe(subject);
  });
});

describe('hours that nobody declared', () => {
  it.each([
    ['one person', { missing: 1 }, 'de mars 2026 d’une personne embauchée chez Val'],
    [
      'a month that begins with a vowel',
      { missing: 2, period: 'avril 2026' },
      'les heures d’avril 2026 de 2 personnes',
    ],
    ['two people', { missing: 2 }, 'de 2 personnes embauchées chez Val'],
    [
      'a quarter with hours missing',
      { kind: 'quarter', period: '1er trimestre 2026' },
      'Il manque encore des heures pour Val.',
    ],
    [
      'a quarter that is whole',
      { kind: 'quarter', period: '1er trimestre 2026', missing: 0 },
      'Les heures de Val sont déclarées',
    ],
  ] as const)('of %s', (_, given, says) => {
    const letter = letterOf.late({ employerName: 'Val', ...given });
    expect(letter.text).toContain(says);
  });

  it('offer "none" as an answer wherever something is missing', () => {
    expect(letterOf.late().text).toContain('« Aucune heure ce mois-ci » est une réponse');
    expect(letterOf.late({ missing: 0, kind: 'quarter' }).text).not.toContain('Aucune heure');
  });

  it('are said to be still awaited the third time, with a hand held out', () => {
    expect(letterOf.late({ rung: 2 }).subject).toContain('à déclarer');
    const third = letterOf.late({ rung: 3 });
    expect(third.subject).toContain('toujours attendues');
    expect(third.text).toContain('Une difficulté pour déclarer ?');
    expect(third.text).not.toMatch(/pénalité|sanction|mise en demeure/i);
  });
});

describe('a letter about papers', () => {
  const papers = ['Attestation d’assurance : expire bientôt, 12 mars 2026'];

  it.each([
    [true, ['Kbis : demandé'], 'Clauses d’insertion : un document à nous envoyer'],
    [true, ['Kbis : demandé', ...papers], 'Clauses d’insertion : 2 documents à nous envoyer'],
    [false, papers, 'Clauses d’insertion : un document à renouveler'],
    [false, [...papers, 'Kbis : expiré'], 'Clauses d’insertion : 2 documents à renouveler'],
  ])('missing %s, %j: %s', (missing, listed, subject) => {
    const letter = letterOf.asked({ missing, papers: listed });
    expect(letter.subject).toBe(subject);
    for (const paper of listed) expect(letter.text).toContain(`- ${paper}`);
  });

  it('asks that secret numbers be hidden, says that no account is needed, and threatens nothing', () => {
    const { text } = letterOf.asked();
    expect(text).toContain('Masquez les numéros de sécurité sociale et de compte');
    expect(text).toContain('sans compte');
    expect(text).not.toMatch(/pénalité|sanction|mise en demeure/i);
  });
});

describe('a letter without somebody', () => {
  it('greets nobody by name, and still says who writes', () => {
    const { text } = letterOf.push({
      recipientName: null,
      structurePhone: null,
      message: null,
      contractObject: null,
      asksSecond: false,
    });
    expect(text).toMatch(/^Bonjour,\n\n/);
    expect(text).not.toContain('Marché concerné');
    expect(text).not.toContain('Vous n’êtes plus la bonne personne');
    expect(text.split('\n\n').at(-1)?.split('\n')).toHaveLength(2);
  });

  it('is signed once where the structure writes by itself', () => {
    const alone = { senderName: 'Clauses du Val', structureName: 'Clauses du Val', structurePhone: null };
    for (const { text } of [
      letterOf.reminder(alone),
      letterOf.closed(alone),
      letterOf.late(alone),
      letterOf.stillOpen(alone),
      letterOf.push(alone),
    ]) {
      expect(text.split('\n\n').at(-1)).toBe('Clauses du Val');
    }
  });
});

describe('what a person is told', () => {
  const meeting = {
    employerName: 'Val',
    when: '4 mai à 14 h',
    address: null,
    contactName: null,
    contactPhone: null,
    equipment: null,
  };

  it('of a meeting is what is known of it, and that it may be moved', () => {
    expect(meetingTold(meeting).paragraphs).toEqual([
      'Vous avez rendez-vous le 4 mai à 14 h, avec Val.',
      'Vous ne pouvez pas venir ? Prévenez-nous : nous changeons la date avec vous.',
    ]);
    const whole = meetingTold({
      ...meeting,
      address: '3 rue du Val',
      contactName: 'Ben',
      contactPhone: '01 23',
      equipment: 'Chaussures',
    });
    expect(whole.paragraphs.slice(1, 4)).toEqual([
      'Lieu : 3 rue du Val',
      'Sur place, demandez : Ben, 01 23',
      'À apporter : Chaussures',
    ]);
    expect(meetingTold({ ...meeting, contactName: '', contactPhone: '01 23' }).paragraphs).toContain(
      'Sur place, demandez : 01 23',
    );
  });

  it('on the eve is the same meeting, shorter', () => {
    const told = meetingReminderTold({ ...meeting, address: '3 rue du Val' });
    expect(told.subject).toBe('Rappel : votre rendez-vous du 4 mai à 14 h');
    expect(told.paragraphs).toHaveLength(3);
  });

  it('of an offer names no company, and says that it knows nothing yet', () => {
    for (const reminder of [true, false]) {
      const { subject, paragraphs } = offerTold({ title: 'Peintre', placeLabel: 'Paris', reminder });
      expect(paragraphs.join(' ')).toContain('Peintre, à Paris.');
      expect(paragraphs.join(' ')).toContain('L’entreprise ne sait rien encore.');
      expect(subject).not.toContain('Peintre');
    }
    expect(offerTold({ title: 'Peintre', placeLabel: '', reminder: false }).paragraphs[0]).toMatch(/: Peintre\.$/);
  });

  it('of a lead that is over is the sentence meant for her', () => {
    expect(closedTold({ employerName: 'Val', told: 'Le poste est pris.' })).toEqual({
      subject: 'Des nouvelles de Val',
      paragraphs: ['Val : Le poste est pris.'],
    });
  });
});
