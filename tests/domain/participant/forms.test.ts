import { answerClock } from '@jonction/domain/participant/answer-clock';
import { changeConsent, giveConsentSchema } from '@jonction/domain/participant/consent';
import { createParticipantSchema } from '@jonction/domain/participant/create';
import { settleErrandsSchema } from '@jonction/domain/participant/errand';
import { importedPersonSchema, mapImportSchema, showImportSchema } from '@jonction/domain/participant/import';
import { chooseWay, hasFourDigits, mayMakeLink } from '@jonction/domain/participant/link';
import { readAnswer, typedAnswerSchema } from '@jonction/domain/participant/link-check';
import { correctionInput } from '@jonction/domain/participant/link-correct';
import { mayAnswer, proposalAnswerInput } from '@jonction/domain/participant/link-offer';
import { pageWords } from '@jonction/domain/participant/link-words';
import { noReasons } from '@jonction/domain/participant/no-reason';
import { isOwn, ownFields, saidFields, wordFields } from '@jonction/domain/participant/own-field';
import { participantPermissions } from '@jonction/domain/participant/permissions';
import { changeProjectSchema, stateProjectSchema } from '@jonction/domain/participant/project-schema';
import {
  ownThirdSchema,
  postalLines,
  postalSchema,
  saveThirdSchema,
  setReachSchema,
} from '@jonction/domain/participant/reach';
import { answerRecommendationSchema, recommendParticipantSchema } from '@jonction/domain/participant/recommend';
import { addSkillsSchema } from '@jonction/domain/participant/skill';
import { followParticipantSchema, updateParticipantSchema } from '@jonction/domain/participant/update';
import { useShares } from '@jonction/domain/participant/use-rate';
import { participantWords } from '@jonction/domain/participant/words';
import { addDays } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const person = { firstName: 'Ida', lastName: 'Morel' };
const known = { ...person, participantId: idOf(1), version: 1, status: 'available', occupations: [] };

/** What is wrong with a field of a person, wherever she is written down. */
const wrong: readonly (readonly [field: Record<string, unknown>, refusals: string[]])[] = [
  [{ firstName: ' ' }, ['firstName: participant.name_missing']],
  [{ lastName: 'x'.repeat(101) }, ['lastName: participant.name_too_long']],
  [{ birthDate: '1899-12-31' }, ['birthDate: participant.birth_date_impossible']],
  [{ birthDate: '1900-01-01' }, []],
  [{ birthDate: '2001-02-29' }, ['birthDate: shared.not_a_day']],
  [{ phone: '06 12 34 56' }, ['phone: participant.phone_invalid']],
  [{ email: 'ida@val' }, ['email: participant.email_invalid']],
  [{ postalCode: '7501' }, ['postalCode: participant.postal_code_invalid']],
  [{ radiusKm: 501 }, ['radiusKm: participant.radius_invalid']],
  [{ radiusKm: 0 }, []],
  [{ weeklyHoursMin: 49 }, ['weeklyHoursMin: participant.hours_invalid']],
  [{ weeklyHoursMin: 35, weeklyHoursMax: 20 }, ['weeklyHoursMax: participant.hours_reversed']],
  [{ weeklyHoursMin: 20, weeklyHoursMax: 20 }, []],
  [{ weeklyHoursMax: 20 }, []],
  [{ licences: ['permis'] }, ['licences.0: participant.licence_unknown']],
  [{ licences: ['B', 'caces_r489_3'] }, []],
  [{ occupations: [{ code: 'peintre' }] }, ['occupations.0.code: participant.occupation_unknown']],
];

describe('a person as she is written down', () => {
  it.each(wrong)('by the team, by a partner, or anew: %j', (given, refusals) => {
    expect(refusalsOf(createParticipantSchema, { ...person, ...given })).toEqual(refusals);
    expect(refusalsOf(updateParticipantSchema, { ...known, ...given })).toEqual(refusals);
    const recommended = { ...person, phone: '06 12 34 56 78', ...given };
    expect(refusalsOf(recommendParticipantSchema, recommended)).toEqual(refusals);
  });

  it('by her name alone is accepted by the team: nothing else is known', () => {
    expect(createParticipantSchema.parse(person)).toEqual({ ...person, safeContactOnly: false, occupations: [] });
  });

  it.each([
    ['no way to reach her', {}, ['phone: participant.no_way_to_reach']],
    ['an address alone', { email: 'IDA@val.example ' }, []],
    ['a telephone alone', { phone: '+33 (0)6 12 34 56 78' }, []],
    ['a telephone emptied', { phone: null }, ['phone: participant.no_way_to_reach']],
  ])('is put forward by a partner with %s', (_, given, refusals) => {
    expect(refusalsOf(recommendParticipantSchema, { ...person, ...given })).toEqual(refusals);
  });

  it('is changed from the version that was read', () => {
    expect(fieldsRefused(updateParticipantSchema, { ...known, version: 0 })).toEqual(['version']);
    expect(
      fieldsRefused(followParticipantSchema, {
        participantId: idOf(1),
        ownerId: null,
        nextAction: 'x'.repeat(201),
        nextActionOn: null,
      }),
    ).toEqual(['nextAction']);
  });

  it('is answered in a sentence that her partner reads', () => {
    const answer = { recommendationId: idOf(1), status: 'declined', answer: ' ' };
    expect(refusalsOf(answerRecommendationSchema, answer)).toEqual(['answer: participant.answer_missing']);
    expect(fieldsRefused(answerRecommendationSchema, { ...answer, answer: 'x', status: 'received' })).toEqual([
      'status',
    ]);
  });
});

describe('what a person writes on her own page', () => {
  it.each([
    [{ field: 'phone', phone: '06 12 34 56 78' }, []],
    [{ field: 'phone', phone: '' }, ['phone: participant.phone_invalid']],
    [{ field: 'email', email: null }, []],
    [{ field: 'email', email: 'ida' }, ['email: participant.email_invalid']],
    [{ field: 'hours', weeklyHoursMin: 30, weeklyHoursMax: 10 }, ['weeklyHoursMax: participant.hours_reversed']],
    [{ field: 'hours', weeklyHoursMin: null, weeklyHoursMax: null }, []],
    [{ field: 'channel', channel: 'pigeon' }, ['channel: participant.channel_missing']],
    [{ field: 'postal', postal: '3 rue du Val' }, ['postal: participant.postal_incomplete']],
    [{ field: 'postal', postal: '' }, []],
    [{ field: 'third', third: null }, []],
    [{ field: 'third', third: { name: 'Ben', relation: 'friend' } }, ['third.phone: participant.third_unreachable']],
    [{ field: 'licences', words: ' ' }, ['words: participant.page_words_missing']],
    [{ field: 'other', words: 'x'.repeat(501) }, ['words: participant.page_words_long']],
  ])('%j', (given, refusals) => {
    expect(refusalsOf(correctionInput, given)).toEqual(refusals);
  });

  it('holds at once where it is hers to say, and waits for the team where a company counts on it', () => {
    expect(ownFields.filter((field) => !isOwn(field))).toEqual([]);
    expect(saidFields.filter(isOwn)).toEqual([]);
    expect(new Set(wordFields).size).toBe(wordFields.length);
    for (const field of ['licences', 'occupations', 'name'] as const) expect(isOwn(field)).toBe(false);
  });

  it('says no to an offer for a reason, and yes for none', () => {
    const proposalId = idOf(1);
    expect(refusalsOf(proposalAnswerInput, { proposalId, answer: 'yes' })).toEqual([]);
    expect(refusalsOf(proposalAnswerInput, { proposalId, answer: 'no' })).toEqual([
      'reason: participant.page_reason_missing',
    ]);
    for (const reason of noReasons)
      expect(refusalsOf(proposalAnswerInput, { proposalId, answer: 'no', reason })).toEqual([]);
  });

  it.each([
    ['open', false, null],
    ['closed', false, 'participant.proposal_over'],
    ['filled', false, 'participant.proposal_over'],
    ['open', true, 'participant.proposal_handled'],
    ['closed', true, 'participant.proposal_handled'],
  ])('answers an offer that is %s, acted on already: %s', (offerStatus, handled, code) => {
    const decision = mayAnswer({ offerStatus, handled });
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });

  it.each([
    [{ day: '3', month: '11' }, '0311'],
    [{ day: ' 03 ', month: '1' }, '0301'],
    [{ day: '31', month: '12' }, '3112'],
    [{ day: '32', month: '1' }, null],
    [{ day: '0', month: '1' }, null],
    [{ day: '3' }, null],
    [{ month: '3' }, null],
    [{ digits: '56 78' }, '5678'],
    [{ digits: '56.78' }, '5678'],
    [{ digits: '567' }, null],
    [{ digits: '06 12 34 56 78' }, null],
    [{}, null],
  ])('answers the question of its door with %j: %s', (typed, read) => {
    expect(readAnswer(typedAnswerSchema.parse(typed))).toBe(read);
  });

  it('reads short sentences: none over 100 signs, and none that names a machine', () => {
    const hers = Object.keys(pageWords.fr).filter((code) => /page_|proposal_(?:over|handled)/.test(code));
    expect(hers.length).toBeGreaterThan(6);
    expect(hers.filter((code) => sentence(pageWords, 'fr', code, { seconds: 30 }).length > 100)).toEqual([]);
  });
});

describe('how her link goes to her', () => {
  const reach = { preferredChannel: null, email: 'ida@val.example', safeContactOnly: false };
  const may = { mailLeaves: true, byHand: false };

  it.each([
    ['by mail, with no wish', {}, {}, 'mail'],
    ['by mail, as she wishes', { preferredChannel: 'mail' }, {}, 'mail'],
    ['by hand, where others read her mail', { safeContactOnly: true, preferredChannel: 'mail' }, {}, 'safe_contact'],
    ['by hand, as whoever makes it wants', {}, { byHand: true }, 'asked'],
    ['by hand, where no SMS leaves', { preferredChannel: 'sms' }, {}, 'no_sms'],
    ['by hand, where she rather speaks', { preferredChannel: 'phone' }, {}, 'preferred'],
    ['by hand, through somebody', { preferredChannel: 'third' }, {}, 'preferred'],
    ['by hand, without an address', { email: null }, {}, 'no_address'],
    ['by hand, without a relay', {}, { mailLeaves: false }, 'no_relay'],
    [
      'by hand, for her safety before anything',
      { safeContactOnly: true, email: null },
      { byHand: true, mailLeaves: false },
      'safe_contact',
    ],
  ] as const)('%s', (_, given, how, expected) => {
    const way = chooseWay({ ...reach, ...given }, { ...may, ...how });
    expect(way.way === 'mail' ? 'mail' : way.because).toBe(expected);
  });

  it.each([
    [null, null, false],
    ['2000-01-01', null, true],
    [null, '+33612345678', true],
    [null, '123', false],
    [null, '12 34', true],
  ])('is made where its door can ask something: born %s, telephone %s: %s', (birthDate, phone, made) => {
    expect(mayMakeLink({ birthDate, phone }).ok).toBe(made);
    if (birthDate === null) expect(hasFourDigits(phone)).toBe(made);
  });
});

describe('through whom she is reached', () => {
  const third = { name: 'Ben Morel', relation: 'family', phone: '06 12 34 56 78' };
  const saved = { ...third, participantId: idOf(1), agreedOn: '2026-05-01', agreedWay: 'spoken' };

  it.each([
    [{}, []],
    [{ phone: '', email: '' }, ['phone: participant.third_unreachable']],
    [{ phone: '', email: 'ben@val.example' }, []],
    [{ name: '' }, ['name: participant.third_name_missing']],
    [{ name: 'x'.repeat(201) }, ['name: participant.third_name_long']],
    [{ relation: 'boss' }, ['relation: participant.third_relation_missing']],
    [{ phone: '12' }, ['phone: participant.phone_invalid']],
    [{ email: 'ben@' }, ['email: participant.email_invalid']],
  ])('%j', (given, refusals) => {
    expect(refusalsOf(ownThirdSchema, { ...third, ...given })).toEqual(refusals);
    expect(refusalsOf(saveThirdSchema, { ...saved, ...given })).toEqual(refusals);
  });

  it('is kept by the team with the agreement that she gave, spoken or written', () => {
    for (const agreedWay of ['online', '', undefined]) {
      expect(refusalsOf(saveThirdSchema, { ...saved, agreedWay })).toEqual([
        'agreedWay: participant.third_agreement_missing',
      ]);
    }
    expect(refusalsOf(saveThirdSchema, { ...saved, agreedWay: 'written' })).toEqual([]);
  });

  it.each([
    ['  3 rue   du Val \r\n\n 75013 Paris ', '3 rue du Val\n75013 Paris'],
    ['   ', null],
    [null, null],
  ])('has lines for an envelope: %j', (typed, kept) => {
    expect(postalSchema.parse(typed)).toBe(kept);
  });

  it('loses no word of an address, and gains no empty line', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('3', 'rue', '\n', '\r\n', '  ', 'Val'), { maxLength: 20 }), (parts) => {
        const lines = postalLines(parts.join(' '));
        expect(lines.join(' ').split(' ').filter(Boolean)).toEqual(parts.filter((part) => /\S/.test(part)));
        expect(lines.filter((line) => line !== line.trim() || line === '')).toEqual([]);
      }),
    );
  });

  it('may wish for nothing: that is written down too', () => {
    const reach = { participantId: idOf(1), version: 2, preferredChannel: null, postal: '' };
    expect(setReachSchema.parse(reach)).toMatchObject({ preferredChannel: null, postal: null });
  });
});

describe('consent', () => {
  it.each([
    [true, 'given', '2026-05-12', 'participant.consent_already'],
    [false, 'given', '2026-05-12', null],
    [false, 'given', '2026-05-13', 'participant.consent_in_future'],
    [true, 'withdrawn', '2020-01-01', null],
    [false, 'withdrawn', '2026-05-12', 'participant.consent_absent'],
    [true, 'withdrawn', '2026-05-13', 'participant.consent_in_future'],
  ] as const)('that holds: %s, then %s on %s', (consents, type, on, code) => {
    const decision = changeConsent(consents, { type, on }, '2026-05-12');
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });

  it('says how it was given', () => {
    expect(fieldsRefused(giveConsentSchema, { participantId: idOf(1), on: '2026-05-12' })).toEqual(['way']);
  });

  it('can be taken back, said in the very words that are agreed to', () => {
    expect(sentence(participantWords, 'fr', 'participant.consent_text')).toMatch(
      /dire non à tout moment, sans me justifier/,
    );
    expect(sentence(participantWords, 'en', 'participant.consent_text')).toMatch(
      /say no at any time, without giving a reason/,
    );
  });
});

describe('projects, skills, errands and lists', () => {
  const project = { participantId: idOf(1), code: 'K2204' };

  it.each([
    [{}, []],
    [{ wish: 'x'.repeat(501) }, ['wish: participant.project_wish_long']],
    [{ code: '' }, ['code: participant.occupation_unknown']],
    [{ weeklyHoursMin: 35, weeklyHoursMax: 10 }, ['weeklyHoursMax: participant.hours_reversed']],
    [{ radiusKm: -1 }, ['radiusKm']],
  ])('a project %j', (given, refusals) => {
    const found = refusalsOf(stateProjectSchema, { ...project, ...given });
    expect(found.map((refusal, index) => (refusals[index]?.includes(':') ? refusal : refusal.split(':')[0]))).toEqual(
      refusals,
    );
  });

  it('a project without words says so, and never an empty text', () => {
    expect(changeProjectSchema.parse({ projectId: idOf(1), version: 1, wish: '  ' })).toMatchObject({
      wish: null,
      transports: [],
    });
  });

  it('skills are added one at least, thirty at most', () => {
    const skill = { skill: 'peindre', label: 'Peindre' };
    expect(refusalsOf(addSkillsSchema, { participantId: idOf(1), skills: [] })).toEqual([
      'skills: participant.skill_missing',
    ]);
    expect(refusalsOf(addSkillsSchema, { participantId: idOf(1), skills: [{ ...skill, label: ' ' }] })).toEqual([
      'skills.0.label: participant.skill_missing',
    ]);
    expect(
      [30, 31].map(
        (count) => fieldsRefused(addSkillsSchema, { participantId: idOf(1), skills: Array(count).fill(skill) }).length,
      ),
    ).toEqual([0, 1]);
  });

  it('an errand ends by one of the ways of ours', () => {
    expect(fieldsRefused(settleErrandsSchema, { participantId: idOf(1), outcome: 'forgotten' })).toEqual(['outcome']);
  });

  it('a list that comes in is read a page at a time, whole or by its problems', () => {
    expect(showImportSchema.parse({ runId: idOf(1) })).toMatchObject({ page: 1, pageSize: 50, only: 'all' });
    expect(fieldsRefused(mapImportSchema, { runId: idOf(1), mapping: { Nom: 3 } })).toEqual(['mapping.Nom']);
    expect(
      fieldsRefused(importedPersonSchema.pick({ frenchLevel: true, birthDate: true }), {
        frenchLevel: 7,
        birthDate: '1/1/2000',
      }),
    ).toEqual(['frenchLevel', 'birthDate']);
  });
});

describe('what a partner is told', () => {
  it.each([
    [0, 'running'],
    [3, 'running'],
    [4, 'near'],
    [5, 'near'],
    [6, 'late'],
  ])('%i days after a recommendation: %s, due five days after it', (days, state) => {
    expect(answerClock('2026-04-28', addDays('2026-04-28', days))).toEqual({ dueOn: '2026-05-03', state });
  });

  it.each([
    [
      { recommended: 4, putForward: 4, met: 4, hired: 4 },
      { putForward: null, met: null, hired: null },
    ],
    [
      { recommended: 5, putForward: 5, met: 1, hired: 0 },
      { putForward: 100, met: 20, hired: 0 },
    ],
    [
      { recommended: 8, putForward: 3, met: 1, hired: 1 },
      { putForward: 38, met: 13, hired: 13 },
    ],
    [
      { recommended: 200, putForward: 1, met: 1, hired: 0 },
      { putForward: 1, met: 1, hired: 0 },
    ],
  ])('shares of %j, half up, and none of too few people', (counts, shares) => {
    expect(useShares(counts)).toEqual(shares);
  });

  it('is of her own people: no list of the team, no search, no duplicate, no merge', () => {
    for (const [procedure, { who }] of Object.entries(participantPermissions)) {
      if (/list$|search|uplicate|erge|mport|Errand|Reach|Third|showLetter/.test(procedure)) {
        expect(who, procedure).not.toContain('partner');
      }
    }
  });
});
