import { ladder } from '@jonction/domain/positioning/ladder';
import { isOpen, positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { typedCloseReasons } from '@jonction/domain/positioning/reasons';
import { describe, expect, it } from 'vitest';
import BatchBar from '../../../../apps/web/src/lib/positioning/BatchBar.svelte';
import BatchDone from '../../../../apps/web/src/lib/positioning/BatchDone.svelte';
import { readBatch } from '../../../../apps/web/src/lib/positioning/batch-form.ts';
import CompanyMeeting from '../../../../apps/web/src/lib/positioning/CompanyMeeting.svelte';
import DelayTable from '../../../../apps/web/src/lib/positioning/DelayTable.svelte';
import SentState from '../../../../apps/web/src/lib/positioning/SentState.svelte';
import StoryMeeting from '../../../../apps/web/src/lib/positioning/StoryMeeting.svelte';
import StoryReminders from '../../../../apps/web/src/lib/positioning/StoryReminders.svelte';
import { all, attribute, describedBy, draw, heard, labelOf, one, words } from '../../../support/drawn.ts';
import { meeting, story } from './story.ts';

describe('the reminders of a CV', () => {
  const reminder = {
    id: 'r1',
    rung: 'nudge',
    leavesAt: '2020-04-16T06:30:00.000Z',
    address: 'rh@entreprise.test',
    letter: 'sent',
    messageId: 'm1',
  } as const;

  it('say what the ladder will do, from the same table as the job', () => {
    const text = heard(draw(StoryReminders, { story }));
    for (const { workingDays } of ladder) expect(text).toContain(String(workingDays));
  });

  it('prove each letter, and open it', () => {
    for (const [letter, word] of [
      ['sent', 'parti'],
      ['failed', 'non parti'],
      ['queued', 'en attente d’envoi'],
    ] as const) {
      const page = draw(StoryReminders, { story: { ...story, reminders: [{ ...reminder, letter }] } });
      expect(heard(one(page, 'li'))).toContain(word);
      expect(attribute(one(page, 'a'), 'href')).toBe('/facilitateur/messages/m1');
    }
    const waits = { ...reminder, rung: 'manual', letter: null, messageId: null } as const;
    const page = draw(StoryReminders, { story: { ...story, reminders: [waits] } });
    expect(heard(one(page, 'li'))).toMatch(/Relance de l’équipe.*part dans une minute/);
  });

  it('are paused by a form without a script, and can go on at once', () => {
    const paused = draw(StoryReminders, { story: { ...story, pausedUntil: '2020-05-04' } });
    expect(heard(paused)).toMatch(/en pause jusqu’au 4/);
    expect(all(paused, 'form').every((form) => attribute(form, 'method') === 'post')).toBe(true);
    expect(all(paused, 'button', { value: 'postpone' }).map(words)).toContain('Reprendre maintenant');
  });

  it.each(positioningStatuses)('offer a closing only while something is open: %s', (status) => {
    const page = draw(StoryReminders, { story: { ...story, status } });
    expect(all(page, 'button', { value: 'close' })).toHaveLength(isOpen(status) ? 1 : 0);
    const waits = status === 'sent' || status === 'seen';
    expect(all(page, 'button', { value: 'relaunch' })).toHaveLength(waits ? 1 : 0);
  });
});

describe('the meeting of a CV', () => {
  const asked = { ...story, status: 'interview', interview: meeting } as const;

  it('is a wish until the team confirms it: two ways out of the sheet, one of which confirms', () => {
    const page = draw(StoryMeeting, { story: asked });
    expect(heard(page)).toMatch(/propose le 14/);
    expect(all(page, 'button', { name: 'confirm', value: 'oui' })).toHaveLength(1);
    expect(attribute(one(page, 'input', { name: 'at' }), 'value')).toBe('2020-04-14T09:30');
    expect(attribute(one(page, 'input', { name: 'address' }), 'value')).toBe('12 rue des Ateliers');
    expect(labelOf(page, one(page, 'input', { name: 'tutor' }))).toContain('Tuteur');
  });

  it('gives back what was typed, and says what is missing at its field', () => {
    const wrong = {
      sentence: 'Complétez la fiche.',
      fields: { hours: 'Il manque les horaires.' },
      values: { at: '2020-04-15T10:00', address: '"><script>', hours: '' },
    };
    const page = draw(StoryMeeting, { story: asked, wrong });
    expect(attribute(one(page, 'input', { name: 'address' }), 'value')).toBe('"><script>');
    expect(describedBy(page, one(page, 'input', { name: 'hours' }))).toEqual(['Il manque les horaires.']);
    expect(all(page, 'script')).toEqual([]);
  });

  it('prints its sheet only once it is confirmed', () => {
    const links = (confirmed: boolean) =>
      all(draw(StoryMeeting, { story: { ...asked, interview: { ...meeting, confirmed } } }), 'a').map((link) =>
        attribute(link, 'href'),
      );
    expect(links(false)).toEqual([`/facilitateur/envois/cv/${story.id}/agenda`]);
    expect(links(true)).toEqual([
      `/facilitateur/envois/cv/${story.id}/agenda`,
      `/facilitateur/envois/cv/${story.id}/fiche`,
    ]);
  });

  it('shows no form where nobody asked for it', () => {
    expect(all(draw(StoryMeeting, { story }), 'form')).toEqual([]);
  });

  it('is behind a button on the page of a link, and an address for an account', () => {
    const given = {
      positioningId: story.id,
      status: 'meeting_set',
      agenda: '/cv/x/agenda',
      interviewAt: null,
    } as const;
    const link = draw(CompanyMeeting, { ...given, post: true });
    expect(attribute(one(link, 'form', { action: '/cv/x/agenda' }), 'method')).toBe('post');
    expect(all(link, 'a')).toEqual([]);
    expect(attribute(one(draw(CompanyMeeting, given), 'a'), 'href')).toBe('/cv/x/agenda');
    expect(all(draw(CompanyMeeting, { ...given, status: 'seen' }), 'form')).toEqual([]);
  });

  it('asks what became of it once its hour has come, and not before', () => {
    const [before, after] = [new Date('2020-04-14T07:29:59Z'), new Date('2020-04-14T07:30:00Z')];
    const set = { ...asked, status: 'meeting_set', interview: { ...meeting, confirmed: true } } as const;
    const early = draw(StoryMeeting, { story: set, now: before });
    expect(all(early, 'form', { action: '?/suite' })).toEqual([]);
    expect(heard(early)).toContain('se note ici après le rendez-vous');
    expect(all(draw(StoryMeeting, { story: set, now: after }), 'form', { action: '?/suite' })).toHaveLength(1);
    const given = { positioningId: story.id, status: 'meeting_set', agenda: '/a', interviewAt: meeting.at } as const;
    expect(all(draw(CompanyMeeting, { ...given, now: before }), 'form')).toEqual([]);
    const form = one(draw(CompanyMeeting, { ...given, now: after }), 'form', { action: '?/suite' });
    expect(attribute(one(form, 'input', { name: 'positioningId' }), 'value')).toBe(story.id);
    expect(all(draw(CompanyMeeting, { ...given, interviewAt: null }), 'form')).toEqual([]);
  });
});

describe('several rows done at once', () => {
  it('are read as they were ticked, with the fields of the button that was pressed', () => {
    const form = new FormData();
    for (const id of ['a', 'b']) form.append('id', id);
    form.set('reason', 'team');
    form.set('until', '2020-05-04');
    const read = (action: string) => {
      form.set('action', action);
      return readBatch(form);
    };
    expect(read('relaunch')).toEqual({ action: 'relaunch', positioningIds: ['a', 'b'] });
    expect(read('close')).toEqual({ action: 'close', positioningIds: ['a', 'b'], reason: 'team' });
    expect(read('postpone')).toEqual({ action: 'postpone', positioningIds: ['a', 'b'], until: '2020-05-04' });
    form.set('until', '');
    expect(read('postpone')).toMatchObject({ until: null });
  });

  it('offer each action by a button of the form, each field with its label', () => {
    const page = draw(BatchBar, {});
    expect(all(page, 'button', { name: 'action' }).map((button) => attribute(button, 'value'))).toEqual([
      'relaunch',
      'postpone',
      'close',
    ]);
    expect(all(page, 'option').map((option) => attribute(option, 'value'))).toEqual(
      expect.arrayContaining([...typedCloseReasons]),
    );
    for (const field of [one(page, 'input', { name: 'until' }), one(page, 'select')]) {
      expect(labelOf(page, field)).not.toBe('');
    }
  });

  it('say row by row what was not done, and the way back without a script', () => {
    const batch = {
      batchId: 'b1',
      undoUntil: '2020-04-16T06:30:00.000Z',
      rows: [
        { positioningId: 'a', done: true, sentence: null },
        { positioningId: 'b', done: false, sentence: 'Une réponse a déjà été donnée.' },
      ],
    };
    const page = draw(BatchDone, { batch, nameOf: (id) => `Personne ${id}`, action: '?/annuler' });
    expect(heard(page)).toMatch(/1 ligne faite.*Personne b.*déjà été donnée/);
    const form = one(page, 'form');
    expect([attribute(form, 'method'), attribute(form, 'action')]).toEqual(['post', '?/annuler']);
    expect(attribute(one(page, 'input', { name: 'batchId' }), 'value')).toBe('b1');
    const nothing = { ...batch, batchId: null, undoUntil: null };
    expect(all(draw(BatchDone, { batch: nothing, nameOf: () => '', action: '' }), 'form')).toEqual([]);
  });
});

describe('where a CV stands in a list', () => {
  const { row } = story;

  it('is not "sent" when no mail carried it', () => {
    expect(heard(draw(SentState, { row: { ...row, toPass: true }, today: '2020-04-12' }))).toBe('Lien à remettre');
    expect(heard(draw(SentState, { row, today: '2020-04-12' }))).toBe('CV envoyé');
  });

  it('says everything on one line, the whole in its title', () => {
    const met = {
      ...row,
      status: 'meeting_set',
      interviewAt: '2020-04-14T07:30:00.000Z',
      answerNote: 'Quai 4',
    } as const;
    const page = draw(SentState, { row: met, today: '2020-04-12', line: true });
    expect(attribute(all(page, 'span')[0] ?? page, 'title')).toMatch(/^Rendez-vous fixé · .* · Quai 4$/u);
  });

  it('gives the reason of a closing', () => {
    const closed = { ...row, status: 'closed', closeReason: 'silence' } as const;
    expect(heard(draw(SentState, { row: closed, today: '2020-04-12' }))).toContain('Sans réponse après les relances');
  });
});

describe('the delays by company', () => {
  it('open the rows behind them, and say how long the longest still waits', () => {
    const slow = { id: 'e1', name: '<Nord>', met: 0, waiting: 2, medianDays: null, p90Days: null, worstDays: null };
    const page = draw(DelayTable, {
      caption: 'Par entreprise',
      what: 'Entreprise',
      rows: [{ ...slow, longestWaitDays: 12, slow: 2 }],
      hrefOf: ({ id }) => `/facilitateur/envois?entreprise=${id}`,
    });
    expect(attribute(one(page, 'a'), 'href')).toBe('/facilitateur/envois?entreprise=e1');
    expect(heard(page)).toContain('depuis 12 jours ouvrés au plus');
    expect(heard(page)).toContain('pas encore');
    expect(heard(page)).toContain('2 à dix jours ou plus');
  });

  it('say which occupation, no alert where there is none, and fold a long list', () => {
    const calm = { met: 3, waiting: 0, medianDays: 2, p90Days: 4, worstDays: 4, longestWaitDays: null, slow: 0 };
    const rows = Array.from({ length: 60 }, (_, index) => ({ ...calm, id: `e${index}`, name: `Entreprise ${index}` }));
    const page = draw(DelayTable, { caption: 'Par entreprise', what: 'Entreprise', rows, detailOf: () => 'Maçon' });
    expect(words(one(page, 'summary'))).toBe('30 autres lignes');
    expect(heard(page)).toContain('Maçon');
    expect(heard(page)).not.toContain('dix jours');
    expect(all(page, 'tbody').map((body) => all(body, 'tr').length)).toEqual([30, 30]);
    const short = draw(DelayTable, { caption: 'Par entreprise', what: 'Entreprise', rows: rows.slice(0, 33) });
    expect(all(short, 'summary')).toHaveLength(0);
  });
});
