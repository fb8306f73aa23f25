import { describe, expect, it } from 'vitest';
import ConsentCard from '../../../../apps/web/src/lib/participant/ConsentCard.svelte';
import { all, attribute, describedBy, draw, heard, labelOf, one, type Tag, words } from '../../../support/drawn.ts';

const given = {
  type: 'given',
  on: '2020-02-03',
  way: 'written',
  textVersion: '2',
  recordedByName: 'Amina <b>',
} as const;
const withdrawn = {
  type: 'withdrawn',
  on: '2020-04-10',
  way: 'online',
  textVersion: '2',
  recordedByName: null,
} as const;
const today = '2020-04-12';
const now = (page: Tag) => all(page, 'p').map(heard)[0];
const action = (page: Tag) => [
  attribute(one(page, 'form'), 'method'),
  attribute(one(page, 'form'), 'action'),
  heard(one(page, 'button')),
];

describe('the agreement of a person', () => {
  it('is to be asked for as long as nothing was said: no CV is shown', () => {
    const page = draw(ConsentCard, { consents: false, events: [], today });
    expect(now(page)).toBe('Ne s’est pas encore prononcée\u202f: son CV n’est montré à personne.');
    expect(action(page)).toEqual(['post', '?/accord', 'Enregistrer son accord']);
    expect(all(page, 'ol')).toEqual([]);
  });

  it('holds since a day, by a way; what is offered then is to withdraw it, with what that does', () => {
    const page = draw(ConsentCard, { consents: true, events: [given], today });
    expect(now(page)).toBe(
      'D’accord pour que son CV soit montré à des entreprises, depuis le 3\u00a0févr.\u00a02020 (écrit et signé).',
    );
    expect(action(page)).toEqual(['post', '?/refus', 'Enregistrer son refus']);
    expect(words(page)).toContain('Les CV déjà envoyés se ferment tout de suite');
  });

  it('is said withdrawn, and may be given again', () => {
    const page = draw(ConsentCard, { consents: false, events: [withdrawn, given], today }, 'en');
    expect(now(page)).toBe('No longer agrees since 10\u00a0Apr\u00a02020 (online). The CV is shown to nobody.');
    expect(action(page)).toEqual(['post', '?/accord', 'Record the consent']);
  });

  it('is never read from its colour: each state has a shape of its own', () => {
    const shape = (consents: boolean, events: (typeof given | typeof withdrawn)[]) => {
      const [mark] = all(draw(ConsentCard, { consents, events, today }), 'svg');
      return JSON.stringify(
        mark?.children.map((child) => (typeof child === 'string' ? '' : [child.name, ...child.attributes])),
      );
    };
    expect(new Set([shape(false, []), shape(true, [given]), shape(false, [withdrawn])]).size).toBe(3);
  });

  it('keeps all that was said, the last first, with the text that was read', () => {
    const page = draw(ConsentCard, { consents: false, events: [withdrawn, given], today });
    expect(all(one(page, 'ol'), 'li').map((event) => all(event, 'p').map(words))).toEqual([
      ['Accord retiré, en ligne (version 2)', '10\u00a0avr.\u00a02020'],
      ['Accord donné, écrit et signé (version 2)', '3\u00a0févr.\u00a02020 · Amina <b>'],
    ]);
    expect(all(page, 'b')).toEqual([]);
    expect(words(one(page, 'details')).length).toBeGreaterThan(100);
  });

  it('is written down by two fields: how it was said, and when, which is never to come', () => {
    const page = draw(ConsentCard, { consents: false, events: [], today, errors: { on: 'Choisissez un jour passé.' } });
    const way = one(page, 'select');
    expect(labelOf(page, way)).toBe('Comment l’a-t-elle dit\u202f?');
    expect(all(way, 'option').map((option) => attribute(option, 'value'))).toEqual(['spoken', 'written']);
    const day = one(page, 'input', { type: 'date' });
    expect([attribute(day, 'value'), attribute(day, 'max')]).toEqual([today, today]);
    expect(describedBy(page, day)).toEqual(['Choisissez un jour passé.']);
  });
});
