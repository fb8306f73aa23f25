import { positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { closeReasons, refusalReasons } from '@jonction/domain/positioning/reasons';
import { describe, expect, it } from 'vitest';
import AnswerForms from '../../../../apps/web/src/lib/positioning/AnswerForms.svelte';
import AnswerRecorded from '../../../../apps/web/src/lib/positioning/AnswerRecorded.svelte';
import { readAnswer } from '../../../../apps/web/src/lib/positioning/answer-form.ts';
import LinkToPass from '../../../../apps/web/src/lib/positioning/LinkToPass.svelte';
import { positioningState } from '../../../../apps/web/src/lib/positioning/positioning-state.ts';
import ReceivedList from '../../../../apps/web/src/lib/positioning/ReceivedList.svelte';
import WhatLeaves from '../../../../apps/web/src/lib/positioning/WhatLeaves.svelte';
import { all, attribute, describedBy, draw, heard, labelOf, one, type Tag, words } from '../../../support/drawn.ts';
import { row } from './received.ts';

const id = row.positioningId;
const forms = (given: Partial<Parameters<typeof draw<typeof AnswerForms>>[1]> = {}) =>
  draw(AnswerForms, { positioningId: id, status: 'sent', version: 3, action: '?/repondre', ...given });

/** What a form sends when one of its buttons is pressed and nothing is typed. */
function sent(form: Tag, button: Tag): FormData {
  const data = new FormData();
  for (const control of [...all(form, 'input'), button]) {
    const name = attribute(control, 'name');
    if (name) data.append(name, attribute(control, 'value') ?? '');
  }
  return data;
}

describe('the three answers to a CV', () => {
  it('are folded forms that post without a script', () => {
    expect(all(forms(), 'details').map((part) => [words(one(part, 'summary')), part.attributes.has('open')])).toEqual([
      ['Rencontrer', false],
      ['Embauché(e)', false],
      ['Non, parce que…', false],
    ]);
    for (const form of all(forms(), 'form')) {
      expect([attribute(form, 'method'), attribute(form, 'action')]).toEqual(['post', '?/repondre']);
    }
  });

  it('are read back as they were pressed', () => {
    const answers = all(forms(), 'form').flatMap((form) =>
      all(form, 'button').map((button) => readAnswer(sent(form, button))),
    );
    expect(answers.map(({ positioningId }) => positioningId)).toEqual(answers.map(() => id));
    // An answer says which state of the CV it was given to.
    expect(answers.map(({ version }) => version)).toEqual(answers.map(() => 3));
    expect(answers.map(({ answer, reason }) => [answer, reason])).toEqual([
      ['meet', null],
      ['hire', null],
      ...refusalReasons.map((reason) => ['refuse', reason]),
    ]);
  });

  it('give back what was typed when the meeting was refused, open at the field to correct', () => {
    const page = forms({
      wrong: {
        sentence: 'Rien n’est enregistré.',
        fields: { interviewAt: 'Choisissez une date à venir.' },
        values: { answer: 'meet', interviewAt: '2020-04-01T09:00', note: '"><script>' },
      },
    });
    expect(all(page, 'details').map((part) => part.attributes.has('open'))).toEqual([true, false, false]);
    const when = one(page, 'input', { name: 'interviewAt' });
    expect(attribute(when, 'value')).toBe('2020-04-01T09:00');
    expect(describedBy(page, when)).toEqual(['Choisissez une date à venir.']);
    expect(labelOf(page, when)).toBe('Date et heure du rendez-vous');
    expect(attribute(one(page, 'input', { name: 'note' }), 'value')).toBe('"><script>');
    expect(all(page, 'script')).toEqual([]);
  });

  it('say a refusal that no field explains', () => {
    const wrong = { sentence: 'Ce CV a été retiré.', fields: {}, values: { answer: 'hire' } };
    expect(heard(one(forms({ wrong }), '*', { role: 'alert' }))).toBe('Ce CV a été retiré.');
  });

  it.each(
    positioningStatuses.map(
      (status) => [status, ['sent', 'seen', 'interview', 'meeting_set'].includes(status)] as const,
    ),
  )('are offered from %s: %s', (status, offered) => {
    expect(all(forms({ status }), 'form').length > 0).toBe(offered);
  });
});

describe('an answer read from a form', () => {
  const read = (values: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(values)) form.set(name, value);
    return readAnswer(form);
  };

  it('keeps the minute of a meeting, and nothing where nothing is typed', () => {
    expect(
      read({ positioningId: id, answer: 'meet', interviewAt: '2020-04-14T09:30:15', note: '  accueil  ' }),
    ).toEqual({
      positioningId: id,
      answer: 'meet',
      interviewAt: '2020-04-14T09:30',
      reason: null,
      note: 'accueil',
      version: null,
    });
    expect(read({ note: '   ' })).toMatchObject({ positioningId: '', answer: '', note: null, interviewAt: null });
  });

  it('takes no file for a text', () => {
    const form = new FormData();
    form.set('note', new File(['x'], 'x.txt'));
    expect(readAnswer(form).note).toBeNull();
  });
});

describe('an answer as it was kept', () => {
  const kept = { outcome: null, interviewAt: null, refusalReason: null, closeReason: null, answerNote: null };

  it('is said with its date or its reason, a mark beside it', () => {
    const interview = {
      ...kept,
      status: 'meeting_set',
      interviewAt: '2020-04-14T07:30:00.000Z',
      answerNote: 'M. Petit',
    } as const;
    const meeting = draw(AnswerRecorded, { answered: interview, now: new Date('2020-04-01T08:00:00Z') });
    expect(heard(meeting)).toBe('Rendez-vous le 14\u00a0avr.\u00a02020 à 9\u00a0h\u00a030 M. Petit');
    expect(all(meeting, 'svg')).toHaveLength(1);
    for (const refusalReason of refusalReasons) {
      const refused = heard(draw(AnswerRecorded, { answered: { ...kept, status: 'refused', refusalReason } }));
      expect(refused).toMatch(/^Non\u202f: \p{L}/u);
    }
  });

  it('is silent while the company has said nothing', () => {
    for (const status of ['proposed', 'sent', 'seen', 'withdrawn'] as const) {
      expect(heard(draw(AnswerRecorded, { answered: { ...kept, status } }))).toBe('');
    }
  });

  it('says what comes next when it was just given', () => {
    const saved = heard(
      one(draw(AnswerRecorded, { answered: { ...kept, status: 'hired' }, saved: true }), '*', { role: 'status' }),
    );
    expect(saved).toBe(
      'C’est noté. Embauché(e) Votre interlocuteur vous rappelle pour le contrat de travail et les heures.',
    );
  });

  it('is to be confirmed as long as the team has not said yes to the date', () => {
    const asked = { ...kept, status: 'interview', interviewAt: '2020-04-14T07:30:00.000Z' } as const;
    expect(heard(draw(AnswerRecorded, { answered: asked, now: new Date('2020-04-01T08:00:00Z') }))).toMatch(
      /proposé le 14.*à confirmer/,
    );
  });

  it('says plainly why nothing is expected any more', () => {
    for (const closeReason of closeReasons) {
      const closed = heard(draw(AnswerRecorded, { answered: { ...kept, status: 'closed', closeReason } }));
      expect(closed).toMatch(/^Plus de réponse attendue\u202f: \p{L}/u);
    }
    expect(heard(draw(AnswerRecorded, { answered: { ...kept, status: 'closed' } }))).toBe('Plus de réponse attendue');
  });

  it('says that the same answer had been given before', () => {
    const again = draw(AnswerRecorded, { answered: { ...kept, status: 'hired' }, saved: true, unchanged: true });
    expect(heard(one(again, '*', { role: 'status' }))).toMatch(/^C’était déjà noté, rien n’a changé\. Embauché\(e\)/);
  });

  it('has a mark for every step', () => {
    expect(Object.keys(positioningState).sort()).toEqual([...positioningStatuses].sort());
    expect(positioningState.hired).toBe('validated');
    expect(positioningState.refused).toBe('rejected');
  });
});

describe('the CVs that a company received', () => {
  const list = (rows: (typeof row)[]) => draw(ReceivedList, { title: 'À répondre', rows, today: '2020-04-12' });

  it('name nobody before it was opened: the way there is a link to the profile', () => {
    const page = list([{ ...row, name: null }]);
    expect(words(one(page, 'strong'))).toBe('Profil à découvrir');
    expect(all(page, 'form')).toEqual([]);
    expect(all(page, 'a').map((link) => [attribute(link, 'href'), heard(link)])).toEqual([
      [`/entreprise/cv/${id}`, 'Voir le profil Agent de propreté'],
    ]);
  });

  it('count themselves, and each that was opened opens again by a form that says whose it is', () => {
    const page = list([row, { ...row, positioningId: 'b', name: '<script>', status: 'seen', contractObject: null }]);
    expect(words(one(page, 'h2'))).toBe('À répondre 2');
    expect(
      all(page, 'form').map((form) => [attribute(form, 'method'), attribute(form, 'action'), heard(form)]),
    ).toEqual([
      ['post', `/entreprise/cv/${id}?/ouvrir`, 'Revoir le CV Awa Diarra'],
      ['post', '/entreprise/cv/b?/ouvrir', 'Revoir le CV <script>'],
    ]);
    expect(all(page, 'p').map(words)).toEqual([
      'Agent de propreté · Nettoyage, lot 2 · reçu il y a 2\u00a0j',
      'Agent de propreté · reçu il y a 2\u00a0j',
    ]);
    expect(all(page, 'script')).toEqual([]);
  });

  it('keep the place of one that was withdrawn, without a name and with nothing to open', () => {
    const page = list([{ ...row, name: null, there: false, status: 'withdrawn' }]);
    expect(words(one(page, 'strong'))).toBe('Ce profil a été retiré.');
    expect(all(page, 'form')).toEqual([]);
  });
});

describe('before anything leaves', () => {
  it.each([
    ['fr', /jamais/i],
    ['en', /never/i],
  ] as const)('it is said in %s what leaves and what never does', (locale, never) => {
    const lines = all(draw(WhatLeaves, { count: 3 }, locale), 'li').map(words);
    expect(lines).toHaveLength(5);
    expect(lines.at(-1)).toMatch(never);
    expect(lines[0]).toContain('3');
  });

  it('a link that no mail carries is there to be copied, without a script', () => {
    const link = 'https://jonction.example/l/abc?x=1&y="2';
    const page = draw(LinkToPass, { link, letterId: 'm7', recipient: 'Mme Petit' });
    const field = one(page, 'input');
    expect(attribute(field, 'value')).toBe(link);
    expect(attribute(field, 'readonly')).toBeDefined();
    expect(labelOf(page, field)).toContain('Mme Petit');
    expect(all(page, 'button')).toEqual([]);
    expect(attribute(one(page, 'a'), 'href')).toBe('/facilitateur/messages/m7');
  });

  it('a link that opens no more is not given', () => {
    const page = draw(LinkToPass, { link: null, letterId: null, recipient: 'Mme Petit' });
    expect([...all(page, 'input'), ...all(page, 'a')]).toEqual([]);
    expect(heard(page)).not.toBe('');
  });
});
