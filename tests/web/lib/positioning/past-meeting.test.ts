import { describe, expect, it } from 'vitest';
import AnswerRecorded from '../../../../apps/web/src/lib/positioning/AnswerRecorded.svelte';
import CompanyMeeting from '../../../../apps/web/src/lib/positioning/CompanyMeeting.svelte';
import { all, attribute, draw, one, type Tag, words as typeset } from '../../../support/drawn.ts';
import { received } from './received.ts';

const words = (tag: Tag) => typeset(tag).replaceAll(/[\u00a0\u202f]/g, ' ');
const interviewAt = '2026-03-10T09:00:00.000Z';
const before = new Date('2026-03-10T08:59:59Z');
const after = new Date('2026-03-10T09:00:00Z');
const asked = { ...received, status: 'interview', interviewAt } as const;

describe('a meeting that the company asked for', () => {
  it('waits to be confirmed until its hour, and is past from then on', () => {
    expect(words(draw(AnswerRecorded, { answered: asked, now: before }))).toContain('à confirmer');
    for (const status of ['interview', 'meeting_set'] as const) {
      const text = words(draw(AnswerRecorded, { answered: { ...asked, status }, now: after }));
      expect(text).toContain('passé. Dites ce qu’il est devenu');
      expect(text).not.toContain('à confirmer');
    }
  });

  it('says what became of it once somebody said', () => {
    const text = words(draw(AnswerRecorded, { answered: { ...asked, outcome: 'took_place' }, now: after }));
    expect(text).toContain('Le rendez-vous a eu lieu');
  });

  it('promises no confirmation of what is past', () => {
    expect(words(draw(AnswerRecorded, { answered: asked, now: before, saved: true }))).toContain('vous confirme');
    expect(words(draw(AnswerRecorded, { answered: asked, now: after, saved: true }))).not.toContain('vous confirme');
  });

  it('asks what became of it in one press, whatever else is typed', () => {
    const given = { positioningId: 'p', status: 'interview', interviewAt, agenda: '/a' } as const;
    const form = one(draw(CompanyMeeting, { ...given, now: after }), 'form');
    expect(attribute(form, 'action')).toBe('?/suite');
    const buttons = all(form, 'button');
    expect(buttons.map((button) => attribute(button, 'name'))).toEqual(['outcome', 'outcome', 'outcome']);
    expect(buttons.map((button) => attribute(button, 'value'))).toEqual(['took_place', 'did_not', 'postponed']);
    expect(words(form)).toContain('Ce rendez-vous est passé. Qu’est-il devenu ?');
    expect(all(one(form, 'details'), 'input', { name: 'feedback' })).toHaveLength(1);
  });

  it('puts no past meeting in an agenda', () => {
    const given = { positioningId: 'p', status: 'meeting_set', interviewAt, agenda: '/a' } as const;
    expect(all(draw(CompanyMeeting, { ...given, now: before }), 'a')).toHaveLength(1);
    expect(all(draw(CompanyMeeting, { ...given, now: after }), 'a')).toEqual([]);
  });

  it('is corrected after it was said, the last word marked', () => {
    const given = { positioningId: 'p', status: 'interview', interviewAt, agenda: '/a', outcome: 'did_not' } as const;
    const page = draw(CompanyMeeting, { ...given, now: after });
    expect(words(page)).toContain('C’est noté. Une erreur ? Corrigez');
    const pressed = all(page, 'button').filter((button) => attribute(button, 'aria-pressed') === 'true');
    expect(pressed.map((button) => attribute(button, 'value'))).toEqual(['did_not']);
  });

  it('asks nothing of whoever has no meeting', () => {
    for (const status of ['sent', 'seen', 'hired', 'refused', 'closed'] as const) {
      const page = draw(CompanyMeeting, { positioningId: 'p', status, interviewAt, agenda: '/a', now: after });
      expect(all(page, 'form')).toEqual([]);
    }
  });
});
