import {
  addedTo,
  createShortlistSchema,
  mostInShortlist,
  noteInShortlistSchema,
  shortlistPeopleSchema,
} from '@jonction/domain/bank/shortlist';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf, refusalsOf } from '../shared/refusals-of.ts';

const id = fc.nat(260).map(String);

describe('people added to a list', () => {
  it('enter once each; those there already are not touched', () => {
    expect(addedTo(['a', 'b'], ['b', 'c', 'c'])).toEqual({ added: ['c'], already: ['b'], over: [] });
  });

  it('enter as long as there is room', () => {
    const held = Array.from({ length: mostInShortlist - 1 }, (_, index) => `held ${index}`);
    expect(addedTo(held, ['x', 'y'])).toEqual({ added: ['x'], already: [], over: ['y'] });
    expect(addedTo([...held, 'last'], ['x'])).toEqual({ added: [], already: [], over: ['x'] });
  });

  it('taken back leave the list as it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 220 }), fc.array(id, { maxLength: 60 }), (held, wanted) => {
        const { added } = addedTo(held, wanted);
        const undone = [...held, ...added].filter((one) => !added.includes(one));
        expect(undone).toEqual(held);
      }),
    );
  });

  it('are each said to be added, there already, or too many; never two of these', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 220 }), fc.array(id, { maxLength: 60 }), (held, wanted) => {
        const { added, already, over } = addedTo(held, wanted);
        expect([...added, ...already, ...over].sort()).toEqual([...new Set(wanted)].sort());
        expect(held.length > mostInShortlist || held.length + added.length <= mostInShortlist).toBe(true);
      }),
    );
  });

  it('added twice are added once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { maxLength: 50 }), fc.array(id, { maxLength: 50 }), (held, wanted) => {
        const { added } = addedTo(held, wanted);
        expect(addedTo([...held, ...added], wanted).added).toEqual([]);
      }),
    );
  });
});

describe('the form of a list', () => {
  const people = { participantIds: [idOf(1)] };

  it.each([
    ['no name', { ...people, name: ' ' }, 'name: bank.list_name_missing'],
    ['a name that no list can show', { ...people, name: 'x'.repeat(81) }, 'name: bank.name_too_long'],
    ['nobody', { name: 'Soir', participantIds: [] }, 'participantIds: bank.nobody_chosen'],
  ])('refuses %s', (_, given, refusal) => {
    expect(refusalsOf(createShortlistSchema, given)).toEqual([refusal]);
  });

  it('refuses more people than a list keeps', () => {
    const many = Array.from({ length: mostInShortlist + 1 }, (_, index) => idOf(index));
    expect(refusalsOf(shortlistPeopleSchema, { shortlistId: idOf(1), participantIds: many })).toEqual([
      'participantIds: bank.list_full',
    ]);
  });

  it('keeps a note of five hundred characters, trimmed, or none', () => {
    const of = { shortlistId: idOf(1), participantId: idOf(2) };
    expect(noteInShortlistSchema.parse({ ...of, note: '  du matin ' }).note).toBe('du matin');
    expect(noteInShortlistSchema.parse({ ...of, note: null }).note).toBeNull();
    expect(refusalsOf(noteInShortlistSchema, { ...of, note: 'x'.repeat(501) })).toEqual(['note: bank.note_too_long']);
  });
});
