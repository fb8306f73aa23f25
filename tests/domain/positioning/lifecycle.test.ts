import { placementWords } from '@jonction/domain/placement/words';
import {
  actOnPositioning,
  answers,
  isOpen,
  mayAct,
  openStatuses,
  type PositioningAct,
  type PositioningActor,
  type PositioningStatus,
  positioningActors,
  positioningActs,
  positioningMoves,
  positioningStatuses,
} from '@jonction/domain/positioning/lifecycle';
import { pushObstacles } from '@jonction/domain/positioning/push';
import { positioningWords } from '@jonction/domain/positioning/words';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Acts = Readonly<Partial<Record<PositioningAct, readonly [string, PositioningStatus]>>>;
const endings: Acts = { withdraw: ['FPJ', 'withdrawn'], close: ['FJ', 'closed'] };
const answered: Acts = { meet: ['FEL', 'interview'], hire: ['FEL', 'hired'], refuse: ['FEL', 'refused'], ...endings };

/**
 * Written apart from the rule. From each status, the acts allowed: who may (F facilitator, E employer, L link, P the
 * person, J a job of the house) and where it leads.
 */
const table: Readonly<Record<PositioningStatus, Acts>> = {
  proposed: { send: ['F', 'sent'], ...endings },
  sent: { see: ['EL', 'seen'], ...answered },
  seen: answered,
  interview: { set: ['F', 'meeting_set'], ...answered },
  meeting_set: answered,
  hired: {},
  refused: {},
  withdrawn: {},
  closed: { reopen: ['F', 'sent'] },
};
const letterOf: Readonly<Record<PositioningActor, string>> = {
  facilitator: 'F',
  employer: 'E',
  link: 'L',
  participant: 'P',
  system: 'J',
};

const cases = positioningStatuses.flatMap((status) =>
  positioningActs.flatMap((act) => positioningActors.map((by) => ({ status, act, by, cell: table[status][act] }))),
);
const anyStatus = fc.constantFrom(...positioningStatuses);
const anyAct = fc.constantFrom(...positioningActs);
const anyActor = fc.constantFrom(...positioningActors);

describe('a positioning', () => {
  it.each(cases)('that is $status: "$act" by $by', ({ status, act, by, cell }) => {
    const answer = actOnPositioning(status, act, by, 'sent');
    const allowed = cell?.[0].includes(letterOf[by]) ?? false;
    expect(mayAct(status, act, by)).toBe(allowed);
    if (allowed) expect(answer).toEqual({ ok: true, value: cell?.[1] });
    else if (status === 'withdrawn') {
      expect(answer).toEqual({ ok: false, refusal: { code: 'positioning.withdrawn', facts: {} } });
    } else {
      expect(answer).toEqual({ ok: false, refusal: { code: 'positioning.act_not_allowed', facts: { status } } });
    }
  });

  it('has a row for every status, and no act that the table does not name', () => {
    expect(Object.keys(positioningMoves).sort()).toEqual([...positioningStatuses].sort());
    const named = new Set(Object.values(positioningMoves).flatMap((row) => Object.keys(row)));
    expect([...named].sort()).toEqual([...positioningActs].sort());
  });

  it('is open as long as something may still be answered', () => {
    const alive = positioningStatuses.filter((status) =>
      positioningActors.some((by) => mayAct(status, 'withdraw', by)),
    );
    expect(alive).toEqual([...openStatuses]);
    for (const status of positioningStatuses) expect(isOpen(status)).toBe(alive.includes(status));
  });

  it('has exactly the rights of an account by the link of the same company', () => {
    fc.assert(
      fc.property(anyStatus, anyAct, anyStatus, (status, act, before) => {
        expect(actOnPositioning(status, act, 'link', before)).toEqual(
          actOnPositioning(status, act, 'employer', before),
        );
      }),
    );
  });

  it('answers a refused act with where it stands and nothing more, whoever tries', () => {
    fc.assert(
      fc.property(anyStatus, anyAct, anyActor, fc.option(anyStatus), (status, act, by, before) => {
        const answer = actOnPositioning(status, act, by, before);
        if (!answer.ok) expect(Object.keys(answer.refusal.facts)).toEqual(status === 'withdrawn' ? [] : ['status']);
      }),
    );
  });

  it('says of a withdrawn CV that it was withdrawn, and nothing else: the company never reads why', () => {
    for (const act of positioningActs) {
      for (const by of positioningActors) {
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

  it('may be withdrawn from every open status by the person and in her name, and by no company', () => {
    for (const status of openStatuses) {
      for (const by of ['participant', 'facilitator', 'system'] as const) {
        expect(actOnPositioning(status, 'withdraw', by)).toEqual({ ok: true, value: 'withdrawn' });
      }
    }
  });

  it('is never sent, confirmed, withdrawn, closed nor reopened by a company', () => {
    for (const status of positioningStatuses) {
      for (const act of ['send', 'set', 'withdraw', 'close', 'reopen'] as const) {
        for (const by of ['employer', 'link'] as const)
          expect(actOnPositioning(status, act, by, 'sent').ok).toBe(false);
      }
    }
  });

  it('is answered by nobody when the machine or the person is alone: no hire, refusal nor meeting of theirs', () => {
    for (const status of positioningStatuses) {
      for (const answer of answers) {
        expect(actOnPositioning(status, answer, 'system').ok).toBe(false);
        expect(actOnPositioning(status, answer, 'participant').ok).toBe(false);
      }
    }
  });

  it('goes back to the open status it had when its closing is undone, never to an end', () => {
    for (const before of positioningStatuses) {
      const answer = actOnPositioning('closed', 'reopen', 'facilitator', before);
      expect(answer.ok ? answer.value : null).toBe(isOpen(before) ? before : null);
    }
    expect(actOnPositioning('closed', 'reopen', 'facilitator').ok).toBe(false);
  });

  it('never comes back from a hire, a refusal or a withdrawal, whatever is tried', () => {
    const steps = fc.array(fc.tuple(anyAct, anyActor, anyStatus), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (tried) => {
        let status: PositioningStatus = 'proposed';
        let ended: PositioningStatus | null = null;
        for (const [act, by, before] of tried) {
          const answer = actOnPositioning(status, act, by, before);
          if (answer.ok) status = answer.value;
          if (ended !== null) expect(status).toBe(ended);
          if (!isOpen(status) && status !== 'closed') ended = status;
        }
      }),
    );
  });

  it('is hired only after it was sent, and a meeting is set only after it was asked for', () => {
    const steps = fc.array(fc.tuple(anyAct, anyActor), { maxLength: 16 });
    fc.assert(
      fc.property(steps, (tried) => {
        const been: PositioningStatus[] = ['proposed'];
        for (const [act, by] of tried) {
          const answer = actOnPositioning(been.at(-1) ?? 'proposed', act, by);
          if (answer.ok) been.push(answer.value);
        }
        if (been.includes('hired')) expect(been).toContain('sent');
        if (been.includes('meeting_set')) {
          expect(been.indexOf('interview')).toBeGreaterThan(-1);
          expect(been.indexOf('interview')).toBeLessThan(been.indexOf('meeting_set'));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the words of positionings', () => {
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

  it('name where a CV stands differently for each status', () => {
    for (const locale of ['fr', 'en'] as const) {
      const names = positioningStatuses.map((status) =>
        sentence(positioningWords, locale, `positioning.status.${status}`),
      );
      expect(new Set(names).size).toBe(positioningStatuses.length);
    }
  });
});
