import { answerInput } from '@jonction/domain/positioning/answer';
import { batchInput, judgeBatchRow, longestPauseDays } from '@jonction/domain/positioning/batch';
import { type BoardCard, boardInput, endedColumns, isLate, liveColumns } from '@jonction/domain/positioning/board';
import { capsInput, capsSetting, checkCaps, defaultCaps } from '@jonction/domain/positioning/caps';
import { cardSchema } from '@jonction/domain/positioning/card';
import { commentInput } from '@jonction/domain/positioning/comment';
import {
  confirmInterview,
  mayTellOutcome,
  missingOf,
  sheetFields,
  sheetInput,
} from '@jonction/domain/positioning/interview';
import { isOpen, positioningStatuses } from '@jonction/domain/positioning/lifecycle';
import { positioningPermissions } from '@jonction/domain/positioning/permissions';
import { pushInput } from '@jonction/domain/positioning/push';
import { reasonFor } from '@jonction/domain/positioning/reason-words';
import { endReasons, refusalReasons } from '@jonction/domain/positioning/reasons';
import { isToPass } from '@jonction/domain/positioning/to-pass';
import {
  agreeTransferInput,
  askTransferInput,
  declineTransferInput,
} from '@jonction/domain/positioning/transfer-schema';
import { positioningWords } from '@jonction/domain/positioning/words';
import { addDays } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seen } from '../../support/spaces.ts';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const today = '2026-05-12';

describe('why it ended, as each reader is told', () => {
  // What a person is told of each reason: never a judgement, and the same for reasons that would tell on her.
  it.each([
    ['position_filled', 'Le poste est pris. On cherche d’autres entreprises pour vous.'],
    ['no_position', 'Le poste est pris. On cherche d’autres entreprises pour vous.'],
    ['offer_filled', 'Le poste est pris. On cherche d’autres entreprises pour vous.'],
    ['profile_mismatch', 'L’entreprise a choisi quelqu’un d’autre. On continue avec vous.'],
    ['lacking_skills', 'L’entreprise a choisi quelqu’un d’autre. On continue avec vous.'],
    ['other', 'L’entreprise a choisi quelqu’un d’autre. On continue avec vous.'],
    ['schedule', 'Les horaires ou le lieu n’allaient pas. On continue à chercher.'],
    ['distance', 'Les horaires ou le lieu n’allaient pas. On continue à chercher.'],
    ['unreachable', 'Le rendez-vous n’a pas eu lieu. Appelez-nous pour en parler.'],
    ['no_show', 'Le rendez-vous n’a pas eu lieu. Appelez-nous pour en parler.'],
    ['not_interested', 'Vous avez choisi autre chose. C’est noté.'],
    ['hired_elsewhere', 'C’est terminé pour cette entreprise. On continue avec vous.'],
    ['found_work', 'C’est terminé pour cette entreprise. On continue avec vous.'],
    ['offer_closed', 'C’est terminé pour cette entreprise. On continue avec vous.'],
    ['team', 'C’est terminé pour cette entreprise. On continue avec vous.'],
    ['silence', 'L’entreprise n’a pas répondu. On cherche ailleurs pour vous.'],
    ['transferred', 'Avec votre accord, votre CV est parti dans une autre entreprise.'],
  ] as const)('%s, to the person', (reason, told) => {
    expect(reasonFor('participant', reason, 'fr')).toBe(told);
  });

  it.each(['fr', 'en'] as const)('a partner and a person never read the reason itself, in %s', (locale) => {
    const own = new Set(endReasons.map((reason) => reasonFor('facilitator', reason, locale)));
    for (const reason of endReasons) {
      expect(reasonFor('company', reason, locale)).toBe(reasonFor('facilitator', reason, locale));
      for (const audience of ['partner', 'participant'] as const) {
        const told = reasonFor(audience, reason, locale);
        expect(own.has(told)).toBe(false);
        expect(told).toMatch(/^\p{Lu}.*\.$/u);
        expect(told).not.toMatch(/compétence|skill|profil|venue|répond pas$/i);
      }
    }
  });
});

describe('a card that waits', () => {
  const card: BoardCard = {
    status: 'sent',
    proposedOn: '2026-01-01',
    sentOn: '2026-05-04',
    answeredOn: null,
    meetingOn: null,
    pausedUntil: null,
    placed: false,
  };

  // 8 May is a holiday: the fifth working day after Monday 4 May is Tuesday 12 May.
  it.each([
    ['sent five working days ago', {}, true],
    ['sent four working days ago', { sentOn: '2026-05-05' }, false],
    ['sent, put off to tomorrow', { pausedUntil: '2026-05-13' }, false],
    ['sent, put off to today', { pausedUntil: '2026-05-12' }, true],
    ['sent, whose day nobody knows', { sentOn: null }, false],
    ['opened', { status: 'seen' }, true],
    ['proposed long ago and never sent', { status: 'proposed', sentOn: null }, true],
    ['proposed yesterday', { status: 'proposed', proposedOn: '2026-05-11' }, false],
    ['whose meeting was yesterday', { status: 'meeting_set', meetingOn: '2026-05-11' }, true],
    ['whose meeting is today', { status: 'meeting_set', meetingOn: today }, false],
    ['whose meeting has no day, asked for long ago', { status: 'interview', answeredOn: '2026-05-04' }, true],
    ['whose meeting has no day, asked for yesterday', { status: 'interview', answeredOn: '2026-05-11' }, false],
    ['hired, the hire not written down', { status: 'hired', answeredOn: '2026-05-04' }, true],
    ['hired, the hire written down', { status: 'hired', answeredOn: '2026-05-04', placed: true }, false],
    ['refused', { status: 'refused' }, false],
    ['withdrawn', { status: 'withdrawn' }, false],
    ['closed', { status: 'closed' }, false],
  ] as const)('%s is late: %s', (_, given, late) => {
    expect(isLate({ ...card, ...given }, today)).toBe(late);
  });

  it('stays late until something is done', () => {
    const dated = fc.record({
      status: fc.constantFrom(...positioningStatuses),
      proposedOn: fc.constant('2026-04-01'),
      sentOn: fc.option(fc.constant('2026-04-10')),
      answeredOn: fc.option(fc.constant('2026-04-20')),
      meetingOn: fc.option(fc.nat(60).map((days) => addDays('2026-04-20', days))),
      pausedUntil: fc.option(fc.nat(60).map((days) => addDays('2026-04-20', days))),
      placed: fc.boolean(),
    });
    fc.assert(
      fc.property(dated, fc.nat(60), fc.nat(30), (given, at, more) => {
        const day = addDays('2026-04-20', at);
        if (isLate(given, day)) expect(isLate(given, addDays(day, more))).toBe(true);
      }),
    );
  });

  it('stands in one column, of those where something is to be done or of those where nothing is', () => {
    expect([...liveColumns, ...endedColumns].sort()).toEqual([...positioningStatuses].sort());
    expect(positioningStatuses.filter(isOpen)).toEqual(liveColumns.filter((status) => status !== 'hired'));
    expect(boardInput.parse({})).toEqual({
      offerId: null,
      employerId: null,
      romeCode: null,
      lateOnly: false,
      withEnded: false,
      column: null,
      page: 1,
    });
  });
});

describe('CVs that wait at one company', () => {
  const caps = { offer: 20, company: 40 };

  it.each([
    ['the offer just full', { openOnOffer: 8, openAtCompany: 8 }, 12, null],
    ['one more than the offer takes', { openOnOffer: 9, openAtCompany: 9 }, 12, 'positioning.offer_cap'],
    ['the company just full', { openOnOffer: 0, openAtCompany: 28 }, 12, null],
    ['one more than the company takes', { openOnOffer: 0, openAtCompany: 29 }, 12, 'positioning.company_cap'],
    ['without an offer, the company alone counts', { openOnOffer: null, openAtCompany: 39 }, 1, null],
    ['without an offer, the company full', { openOnOffer: null, openAtCompany: 40 }, 1, 'positioning.company_cap'],
    ['both over: the offer is said first', { openOnOffer: 20, openAtCompany: 40 }, 1, 'positioning.offer_cap'],
  ])('%s', (_, waiting, more, code) => {
    const decision = checkCaps(caps, { ...waiting, employer: 'Val Bâti' }, more);
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });

  it('are said with how many wait, how many may, and where', () => {
    const decision = checkCaps(caps, { openOnOffer: null, openAtCompany: 39, employer: 'Val Bâti' }, 2);
    if (decision.ok) expect.unreachable();
    else {
      expect(seen(sentence(positioningWords, 'fr', decision.refusal.code, decision.refusal.facts))).toMatch(
        /réponse de Val Bâti_: 39, pour 40 au plus\./,
      );
    }
  });

  it.each([[0], [501], [1.5], ['x'], [null]])('have no cap of %s', (offer) => {
    expect(refusalsOf(capsInput, { offer, company: 10 })).toEqual(['offer: positioning.cap_wrong']);
  });

  it('have the usual caps where none can be read', () => {
    for (const stored of [{}, { positioningCaps: null }, { positioningCaps: { offer: 0, company: 1 } }]) {
      expect(capsSetting.parse(stored)).toEqual({ ...defaultCaps });
    }
    expect(capsSetting.parse({ positioningCaps: { offer: 5, company: 6 } })).toEqual({ offer: 5, company: 6 });
  });
});

describe('several rows at once', () => {
  const row = { status: 'sent', address: { lastReminderOn: null, isDead: false } } as const;
  const judge = (input: Parameters<typeof judgeBatchRow>[0], given = {}, mailLeaves = true) => {
    const judged = judgeBatchRow(input, { ...row, ...given }, { today, mailLeaves });
    return judged.ok ? null : judged.refusal.code;
  };

  it.each([
    [addDays(today, 1), null],
    [addDays(today, longestPauseDays), null],
    [addDays(today, longestPauseDays + 1), 'positioning.pause_day'],
    [today, 'positioning.pause_day'],
    [null, null],
  ])('are put off to %s: %s', (until, code) => {
    expect(judge({ action: 'postpone', until })).toBe(code);
  });

  it.each([
    ['no relay', { action: 'relaunch' }, {}, false, 'positioning.no_relay'],
    ['a CV that went by no sending', { action: 'relaunch' }, { address: null }, true, 'positioning.no_relay'],
    [
      'an address that is dead',
      { action: 'relaunch' },
      { address: { lastReminderOn: null, isDead: true } },
      true,
      'positioning.address_dead',
    ],
    [
      'a reminder two days ago',
      { action: 'relaunch' },
      { address: { lastReminderOn: '2026-05-10', isDead: false } },
      true,
      'positioning.reminded_lately',
    ],
    [
      'a reminder three days ago',
      { action: 'relaunch' },
      { address: { lastReminderOn: '2026-05-09', isDead: false } },
      true,
      null,
    ],
    ['a meeting set', { action: 'relaunch' }, { status: 'meeting_set' }, true, 'positioning.nothing_awaited'],
    ['a consent withdrawn', { action: 'relaunch' }, { status: 'withdrawn' }, true, 'positioning.withdrawn'],
    ['a meeting set, to close', { action: 'close' }, { status: 'meeting_set' }, true, null],
    ['a hire, to close', { action: 'close' }, { status: 'hired' }, true, 'positioning.act_not_allowed'],
    ['a consent withdrawn, to close', { action: 'close' }, { status: 'withdrawn' }, true, 'positioning.withdrawn'],
  ] as const)('are judged one by one: %s', (_, input, given, mailLeaves, code) => {
    expect(judge(input, given, mailLeaves)).toBe(code);
  });

  it.each([
    [{ action: 'relaunch', positioningIds: [] }, ['positioningIds: positioning.batch_empty']],
    [{ action: 'close', positioningIds: [idOf(1)] }, ['reason: positioning.reason_missing']],
    [{ action: 'close', positioningIds: [idOf(1)], reason: 'silence' }, ['reason: positioning.reason_missing']],
    [{ action: 'postpone', positioningIds: [idOf(1)], until: 'demain' }, ['until: shared.not_a_day']],
    [{ action: 'postpone', positioningIds: [idOf(1)], until: null }, []],
  ])('are asked for whole: %j', (input, refusals) => {
    expect(refusalsOf(batchInput, input)).toEqual(refusals);
  });

  it('count a row ticked twice once', () => {
    const read = batchInput.parse({ action: 'relaunch', positioningIds: [idOf(1), idOf(2), idOf(1)] });
    expect(read.positioningIds).toEqual([idOf(1), idOf(2)]);
  });
});

describe('a company’s answer', () => {
  it.each([
    [{ answer: 'hire' }, []],
    [{ answer: 'meet' }, ['interviewAt: positioning.interview_date_missing']],
    [{ answer: 'meet', interviewAt: '2026-05-04T14:30' }, []],
    [{ answer: 'meet', interviewAt: '2026-05-04T24:00' }, ['interviewAt: positioning.interview_date_missing']],
    [{ answer: 'meet', interviewAt: '2026-02-30T10:00' }, ['interviewAt: positioning.interview_date_missing']],
    [{ answer: 'meet', interviewAt: '2026-05-04' }, ['interviewAt: positioning.interview_date_missing']],
    [{ answer: 'refuse' }, ['reason: positioning.reason_missing']],
  ])('%j', (given, refusals) => {
    expect(refusalsOf(answerInput, { positioningId: idOf(1), ...given })).toEqual(refusals);
  });

  it('gives one of its own reasons: none that is the team’s to say', () => {
    for (const reason of endReasons) {
      const refusedAt = fieldsRefused(answerInput, { positioningId: idOf(1), answer: 'refuse', reason });
      expect(refusedAt.length > 0).toBe(!(refusalReasons as readonly string[]).includes(reason));
    }
  });
});

describe('a meeting', () => {
  const sheet = Object.fromEntries(sheetFields.map((field) => [field, 'x'])) as Record<
    (typeof sheetFields)[number],
    string
  >;
  const now = new Date('2026-05-12T08:00:00Z');
  const later = new Date('2026-05-12T08:00:01Z');

  it.each([...sheetFields])('is not confirmed without its %s', (field) => {
    for (const empty of [null, '', '  ']) {
      expect(confirmInterview({ ...sheet, [field]: empty }, later, now)).toEqual({
        ok: false,
        refusal: { code: 'positioning.sheet_incomplete', facts: { missing: field } },
      });
    }
  });

  it('is not confirmed once its hour has come', () => {
    expect(missingOf(sheet)).toEqual([]);
    expect(confirmInterview(sheet, later, now).ok).toBe(true);
    expect(confirmInterview(sheet, now, now)).toMatchObject({ refusal: { code: 'positioning.interview_past' } });
  });

  it.each([
    ['took_place', false, true],
    ['did_not', false, true],
    ['postponed', true, true],
  ] as const)('is said "%s" before its hour: %s; after: %s', (outcome, before, after) => {
    expect(mayTellOutcome(outcome, later, now).ok).toBe(before);
    expect(mayTellOutcome(outcome, now, now).ok).toBe(after);
  });

  it('lasts three quarters of an hour until said otherwise, a working day at most', () => {
    const typed = { positioningId: idOf(1), at: '2026-05-13T09:00', address: '  ' };
    expect(sheetInput.parse(typed)).toMatchObject({ minutes: 45, address: null, confirm: false });
    expect([4, 5, 480, 481].map((minutes) => fieldsRefused(sheetInput, { ...typed, minutes }).length)).toEqual([
      1, 0, 0, 1,
    ]);
  });
});

describe('a sending', () => {
  const push = {
    offerId: idOf(1),
    participantIds: [idOf(2)],
    recipientEmail: ' RH@Val.example ',
    idempotencyKey: 'cle-unique',
  };

  it.each([
    [{}, []],
    [{ offerId: null, employerId: idOf(3) }, []],
    [{ employerId: idOf(3) }, ['employerId: positioning.offer_or_employer']],
    [{ offerId: null }, ['employerId: positioning.offer_or_employer']],
    [{ participantIds: [] }, ['participantIds: positioning.nobody_chosen']],
    [
      { participantIds: Array.from({ length: 13 }, (_, index) => idOf(index)) },
      ['participantIds: positioning.too_many'],
    ],
    [{ recipientEmail: 'rh' }, ['recipientEmail: positioning.recipient_email']],
    [{ roundReason: 'x' }, ['roundReason: matching.reason_needed']],
  ])('%j', (given, refusals) => {
    expect(refusalsOf(pushInput, { ...push, ...given })).toEqual(refusals);
  });

  it('goes to one address whatever its capitals', () => {
    expect(pushInput.parse(push).recipientEmail).toBe('rh@val.example');
  });

  it.each([
    ['no letter, and no relay', 'sent', null, false, true],
    ['no letter, where a relay is', 'sent', null, true, false],
    ['a letter that left', 'sent', 'sent', false, false],
    ['a letter that waits for a relay that is there', 'sent', 'queued', true, false],
    ['a letter that waits for a relay that is not', 'sent', 'queued', false, true],
    ['a letter that failed', 'sent', 'failed', true, true],
    ['opened already', 'seen', 'failed', true, false],
  ] as const)('is to be handed over, with %s', (_, status, letter, mailLeaves, expected) => {
    expect(isToPass({ status, letter }, mailLeaves)).toBe(expected);
  });
});

describe('a CV asked for another company', () => {
  const ask = { positioningId: idOf(1), companyName: 'Val Bâti', why: 'other_site' };
  const agree = { transferId: idOf(1), employerId: idOf(2), recipientEmail: 'rh@val.example', personAgrees: true };

  it.each([
    [{}, []],
    [{ companyName: ' x ' }, ['companyName: positioning.transfer_company']],
    [{ why: '' }, ['why: positioning.transfer_why']],
    [{ contactEmail: 'rh@' }, ['contactEmail: positioning.recipient_email']],
    [{ contactEmail: '  ', note: ' ' }, []],
  ])('%j', (given, refusals) => {
    expect(refusalsOf(askTransferInput, { ...ask, ...given })).toEqual(refusals);
  });

  it.each([
    [{}, []],
    [{ personAgrees: false }, ['personAgrees: positioning.transfer_person']],
    [{ personAgrees: undefined }, ['personAgrees: positioning.transfer_person']],
    [{ employerId: '' }, ['employerId: positioning.employer_not_found']],
    [{ recipientEmail: '' }, ['recipientEmail: positioning.recipient_email']],
  ])('goes on only where she was asked about it: %j', (given, refusals) => {
    expect(refusalsOf(agreeTransferInput, { ...agree, ...given })).toEqual(refusals);
  });

  it('is declined for a reason', () => {
    expect(refusalsOf(declineTransferInput, { transferId: idOf(1), reason: 'mood' })).toEqual([
      'reason: positioning.reason_missing',
    ]);
  });
});

describe('what a company reads of a person', () => {
  it('holds no birth date, address, category nor reason to be eligible', () => {
    expect(
      Object.keys(cardSchema.shape).filter((key) =>
        /birth|postal|address|lat|lon|categor|eligib|health|rqth|nation/i.test(key),
      ),
    ).toEqual([]);
  });

  it('never holds what the team says among itself', () => {
    expect(refusalsOf(commentInput, { positioningId: idOf(1), body: ' ' })).toEqual([
      'body: positioning.comment_empty',
    ]);
    for (const procedure of [
      'positioning.comment',
      'positioning.list',
      'positioning.board',
      'positioning.show',
    ] as const) {
      for (const outsider of ['employer', 'link', 'partner', 'buyer'])
        expect(positioningPermissions[procedure].who).not.toContain(outsider);
    }
  });
});
