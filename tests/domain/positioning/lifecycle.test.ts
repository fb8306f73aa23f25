import { placementWords } from '@jonction/domain/placement/words';
import {
  actOnPositioning,
  answers,
  openStatuses,
  type PositioningAct,
  type PositioningStatus,
  positioningActs,
  positioningStatuses,
  refusalReasons,
} from '@jonction/domain/positioning/lifecycle';
import { pushObstacles } from '@jonction/domain/positioning/push';
import { positioningWords } from '@jonction/domain/positioning/words';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const speakers = ['staff', 'company', 'system'] as const;
type By = (typeof speakers)[number];
const acts: readonly PositioningAct[] = ['send', 'see', 'meet', 'hire', 'refuse', 'withdraw', 'close'];

type Acts = Readonly<Partial<Record<PositioningAct, readonly [string, PositioningStatus]>>>;
const endings: Acts = { withdraw: ['SJ', 'withdrawn'], close: ['SJ', 'closed'] };
const answered: Acts = { meet: ['SC', 'interview'], hire: ['SC', 'hired'], refuse: ['SC', 'refused'], ...endings };

/** From each status, the acts allowed: who may (S staff, C company, J a job of the system) and where it leads. */
const table: Readonly<Record<PositioningStatus, Acts>> = {
  proposed: { send: ['S', 'sent'], ...endings },
  sent: { see: ['C', 'seen'], ...answered },
  seen: answered,
  interview: answered,
  hired: {},
  refused: {},
  withdrawn: {},
  closed: {},
};
const letterOf: Readonly<Record<By, string>> = { staff: 'S', company: 'C', system: 'J' };

const cases = positioningStatuses.flatMap((status) =>
  acts.flatMap((act) => speakers.map((by) => ({ status, act, by, cell: table[status][act] }))),
);

describe('a positioning', () => {
  it.each(cases)('that is $status: "$act" by $by', ({ status, act, by, cell }) => {
    const answer = actOnPositioning(status, act, by);
    if (cell?.[0].includes(letterOf[by])) expect(answer).toEqual({ ok: true, value: cell[1] });
    else if (status === 'withdrawn') {
      expect(answer).toEqual({ ok: false, refusal: { code: 'positioning.withdrawn', facts: {} } });
    } else {
      expect(answer).toEqual({ ok: false, refusal: { code: 'positioning.act_not_allowed', facts: { status } } });
    }
  });

  it('has no other act', () => {
    expect(Object.keys(positioningActs).sort()).toEqual([...acts].sort());
  });

  it('is open as long as something may still be answered, and over for good after', () => {
    const alive = positioningStatuses.filter((status) =>
      acts.some((act) => speakers.some((by) => actOnPositioning(status, act, by).ok)),
    );
    expect(alive).toEqual([...openStatuses]);
  });

  it('says of a withdrawn CV that it was withdrawn, and nothing else: the company never reads why', () => {
    for (const act of acts) {
      for (const by of speakers) {
        expect(actOnPositioning('withdrawn', act, by)).toEqual({
          ok: false,
          refusal: { code: 'positioning.withdrawn', facts: {} },
        });
      }
    }
    for (const locale of ['fr', 'en'] as const) {
      expect(sentence(positioningWords, locale, 'positioning.withdrawn')).not.toMatch(/accord|consent/i);
      expect(sentence(positioningWords, locale, 'positioning.status.withdrawn')).not.toMatch(/accord|consent/i);
    }
  });

  it('may be withdrawn from every open status, when a person takes her consent back', () => {
    for (const status of openStatuses) {
      expect(actOnPositioning(status, 'withdraw', 'system')).toEqual({ ok: true, value: 'withdrawn' });
    }
  });

  it('is never sent, withdrawn nor closed by a company', () => {
    for (const status of positioningStatuses) {
      for (const act of ['send', 'withdraw', 'close'] as const) {
        expect(actOnPositioning(status, act, 'company').ok).toBe(false);
      }
    }
  });

  it('is answered by nobody when the machine is alone: no hire, refusal nor meeting of its own', () => {
    for (const status of positioningStatuses) {
      for (const answer of answers) expect(actOnPositioning(status, answer, 'system').ok).toBe(false);
    }
  });

  it('never comes back from its end, whatever is tried', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...acts), fc.constantFrom(...speakers)), { maxLength: 20 });
    fc.assert(
      fc.property(steps, (tried) => {
        let status: PositioningStatus = 'proposed';
        let ended: PositioningStatus | null = null;
        for (const [act, by] of tried) {
          const answer = actOnPositioning(status, act, by);
          if (answer.ok) status = answer.value;
          if (ended !== null) expect(status).toBe(ended);
          if (!openStatuses.some((open) => open === status)) ended = status;
        }
      }),
    );
  });

  it('is hired only after it was sent', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...acts), fc.constantFrom(...speakers)), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (tried) => {
        const been: PositioningStatus[] = ['proposed'];
        for (const [act, by] of tried) {
          const answer = actOnPositioning(been.at(-1) ?? 'proposed', act, by);
          if (answer.ok) been.push(answer.value);
        }
        if (been.includes('hired')) expect(been).toContain('sent');
      }),
    );
  });
});

describe('the words of positionings', () => {
  it('give a company no reason that is about health, origin, family or age (C. trav. L1132-1)', () => {
    const read = refusalReasons.flatMap((reason) =>
      (['fr', 'en'] as const).map((locale) => sentence(positioningWords, locale, `positioning.reason.${reason}`)),
    );
    for (const text of read) expect(text).not.toMatch(/âge|age\b|santé|health|enfant|child|origine|origin|grossesse/i);
  });

  it.each(pushObstacles)('make a whole sentence of the name and "%s"', (obstacle) => {
    for (const locale of ['fr', 'en'] as const) {
      const why = sentence(positioningWords, locale, `positioning.obstacle.${obstacle}`);
      const said = sentence(positioningWords, locale, 'positioning.cannot_push', { name: 'Awa Diop', obstacle: why });
      expect(said.startsWith(`Awa Diop ${why}. `)).toBe(true);
    }
  });

  it('quote the answer that a hire waits for as the company reads it', () => {
    expect(sentence(placementWords, 'en', 'placement.positioning_not_hired')).toContain('"hired"');
  });
});
