import {
  actOnPositioning,
  mayAct,
  type PositioningAct,
  type PositioningActor,
  type PositioningStatus,
  positioningActors,
  positioningActs,
  positioningStatuses,
} from '@jonction/domain/positioning/lifecycle';
import { type EndReason, endReasons, readInstead, type Softened } from '@jonction/domain/positioning/reasons';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** What each page offers, read off the rules of the house by hand: one line a status, the acts in the order of the story. */
const offered: Readonly<Record<PositioningActor, Readonly<Record<PositioningStatus, string>>>> = {
  facilitator: {
    proposed: 'send withdraw close',
    sent: 'meet hire refuse withdraw close',
    seen: 'meet hire refuse withdraw close',
    interview: 'meet set hire refuse withdraw close',
    meeting_set: 'meet hire refuse withdraw close',
    hired: '',
    refused: '',
    withdrawn: '',
    closed: 'reopen',
  },
  employer: {
    proposed: '',
    sent: 'see meet hire refuse',
    seen: 'meet hire refuse',
    interview: 'meet hire refuse',
    meeting_set: 'meet hire refuse',
    hired: '',
    refused: '',
    withdrawn: '',
    closed: '',
  },
  link: {
    proposed: '',
    sent: 'see meet hire refuse',
    seen: 'meet hire refuse',
    interview: 'meet hire refuse',
    meeting_set: 'meet hire refuse',
    hired: '',
    refused: '',
    withdrawn: '',
    closed: '',
  },
  participant: {
    proposed: 'withdraw',
    sent: 'withdraw',
    seen: 'withdraw',
    interview: 'withdraw',
    meeting_set: 'withdraw',
    hired: '',
    refused: '',
    withdrawn: '',
    closed: '',
  },
  system: {
    proposed: 'withdraw close',
    sent: 'withdraw close',
    seen: 'withdraw close',
    interview: 'withdraw close',
    meeting_set: 'withdraw close',
    hired: '',
    refused: '',
    withdrawn: '',
    closed: '',
  },
};

type Step = readonly [PositioningActor, PositioningAct, PositioningStatus];
const stories: readonly (readonly [string, readonly Step[]])[] = [
  [
    'the whole way',
    [
      ['facilitator', 'send', 'sent'],
      ['link', 'see', 'seen'],
      ['link', 'meet', 'interview'],
      ['facilitator', 'set', 'meeting_set'],
      ['employer', 'hire', 'hired'],
    ],
  ],
  [
    'a meeting asked for again, at another hour',
    [
      ['facilitator', 'send', 'sent'],
      ['employer', 'meet', 'interview'],
      ['facilitator', 'set', 'meeting_set'],
      ['employer', 'meet', 'interview'],
      ['facilitator', 'set', 'meeting_set'],
      ['facilitator', 'refuse', 'refused'],
    ],
  ],
  [
    'a person who changes her mind on the eve',
    [
      ['facilitator', 'send', 'sent'],
      ['facilitator', 'meet', 'interview'],
      ['facilitator', 'set', 'meeting_set'],
      ['participant', 'withdraw', 'withdrawn'],
    ],
  ],
  [
    'a silence that the machine ends',
    [
      ['facilitator', 'send', 'sent'],
      ['link', 'see', 'seen'],
      ['system', 'close', 'closed'],
    ],
  ],
];

describe('what a page offers of a positioning', () => {
  it.each(positioningActors)('to a %s is what the house lets her do, and nothing else', (by) => {
    const seen = Object.fromEntries(
      positioningStatuses.map((status) => [status, positioningActs.filter((act) => mayAct(status, act, by)).join(' ')]),
    );
    expect(seen).toEqual(offered[by]);
  });

  it('is done when it is pressed, and whatever is not offered is refused', () => {
    for (const by of positioningActors)
      for (const status of positioningStatuses)
        for (const act of positioningActs)
          expect(actOnPositioning(status, act, by, 'seen').ok).toBe(offered[by][status].split(' ').includes(act));
  });
});

describe('a story of a positioning', () => {
  it.each(stories)('is told step by step: %s', (_, steps) => {
    let status: PositioningStatus = 'proposed';
    for (const [by, act, to] of steps) {
      expect(actOnPositioning(status, act, by)).toEqual({ ok: true, value: to });
      status = to;
    }
  });

  it('leaves a closing and its undoing where it stood, from each open status', () => {
    for (const status of ['proposed', 'sent', 'seen', 'interview', 'meeting_set'] as const) {
      expect(actOnPositioning(status, 'close', 'facilitator')).toEqual({ ok: true, value: 'closed' });
      expect(actOnPositioning('closed', 'reopen', 'facilitator', status)).toEqual({ ok: true, value: status });
    }
  });

  it('is moved by one button pressed twice as by one press, for every act but a meeting asked for again', () => {
    const any = fc.tuple(
      fc.constantFrom(...positioningStatuses),
      fc.constantFrom(...positioningActs),
      fc.constantFrom(...positioningActors),
    );
    fc.assert(
      fc.property(any, ([status, act, by]) => {
        const once = actOnPositioning(status, act, by, 'sent');
        if (!once.ok) return;
        const twice = actOnPositioning(once.value, act, by, 'sent');
        expect(twice.ok ? twice.value : once.value).toBe(once.value);
        expect(twice.ok).toBe(act === 'meet');
      }),
    );
  });
});

/** Who reads what, by hand: the partner first, the person after. */
const reads: readonly (readonly [EndReason, Softened, Softened])[] = [
  ['position_filled', 'filled', 'filled'],
  ['profile_mismatch', 'other_choice', 'other_choice'],
  ['lacking_skills', 'other_choice', 'other_choice'],
  ['schedule', 'practical', 'practical'],
  ['distance', 'practical', 'practical'],
  ['unreachable', 'not_met', 'not_met'],
  ['no_show', 'not_met', 'not_met'],
  ['not_interested', 'her_choice', 'her_choice'],
  ['hired_elsewhere', 'her_choice', 'over'],
  ['no_position', 'filled', 'filled'],
  ['other', 'other_choice', 'other_choice'],
  ['found_work', 'her_choice', 'over'],
  ['offer_filled', 'filled', 'filled'],
  ['offer_closed', 'over', 'over'],
  ['silence', 'no_answer', 'no_answer'],
  ['team', 'over', 'over'],
  ['transferred', 'passed_on', 'passed_on'],
];

describe('why it ended, outside the team', () => {
  it.each(reads)(
    'is softened: %s is read as "%s" by the partner, "%s" by the person',
    (reason, partner, participant) => {
      expect(readInstead[reason]).toEqual({ partner, participant });
    },
  );

  it('has a line for every reason there is', () => {
    expect(reads.map(([reason]) => reason).toSorted()).toEqual([...endReasons].toSorted());
  });

  it('differs between the partner and the person only where she has work, which her partner may know', () => {
    const different = reads.filter(([, partner, participant]) => partner !== participant).map(([reason]) => reason);
    expect(different.toSorted()).toEqual(['found_work', 'hired_elsewhere']);
    expect(endReasons.filter((one) => readInstead[one].partner !== readInstead[one].participant).toSorted()).toEqual(
      different.toSorted(),
    );
  });
});
