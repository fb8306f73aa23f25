import {
  afterSettling,
  type KnownProject,
  mayChangeProject,
  mostProjects,
  projectTakenOut,
  settleProject,
  stateProject,
  withProjects,
} from '@jonction/domain/participant/project';
import {
  changeProjectSchema,
  settleProjectSchema,
  stateProjectSchema,
} from '@jonction/domain/participant/project-schema';
import { projectStates, transports } from '@jonction/domain/participant/transport';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const id = '0190a000-0000-7000-8000-000000000001';
const code = fc.constantFrom('K2204', 'G1603', 'F1702', 'N1105', 'K1303', 'A1203', 'I1309', 'D1106');
const running = (trade: string, main = false): KnownProject => ({ id: trade, code: trade, state: 'active', main });
const over = (trade: string, state: 'achieved' | 'dropped'): KnownProject => ({
  ...running(trade),
  id: `${trade} ${state}`,
  state,
});
const held = fc.uniqueArray(fc.record({ code, months: fc.integer({ min: 0, max: 720 }) }), {
  selector: (one) => one.code,
  maxLength: 8,
});
/** Projects as the base lets them stand: a trade runs once, one of them at most is the main one. */
const known = fc
  .tuple(
    fc.uniqueArray(code, { maxLength: mostProjects }),
    fc.integer({ min: -1, max: mostProjects }),
    fc.array(fc.tuple(code, fc.constantFrom('achieved' as const, 'dropped' as const)), { maxLength: 4 }),
  )
  .map(([trades, main, ended]) => [
    ...trades.map((trade, index) => running(trade, index === main)),
    ...ended.map(([trade, state]) => over(trade, state)),
  ]);
const issuesOf = (
  schema: { safeParse: (value: unknown) => { error?: { issues: { path: PropertyKey[]; message: string }[] } } },
  value: unknown,
) => (schema.safeParse(value).error?.issues ?? []).map(({ path, message }) => `${path.join('.')} ${message}`);

describe('a project that somebody states', () => {
  it('is the main one when it is the first, or when she says so', () => {
    expect(stateProject('K2204', [], { main: false })).toEqual({ ok: true, value: { main: true } });
    expect(stateProject('G1603', [running('K2204', true)], { main: false })).toEqual({
      ok: true,
      value: { main: false },
    });
    expect(stateProject('G1603', [running('K2204', true)], { main: true })).toEqual({
      ok: true,
      value: { main: true },
    });
    expect(stateProject('G1603', [running('K2204')], { main: false })).toEqual({ ok: true, value: { main: true } });
  });

  it('runs once for a trade, and again once it has ended', () => {
    expect(stateProject('K2204', [running('K2204')], { main: true })).toMatchObject({
      refusal: { code: 'participant.project_twice' },
    });
    for (const state of ['achieved', 'dropped'] as const) {
      expect(stateProject('K2204', [over('K2204', state)], { main: false }).ok).toBe(true);
    }
  });

  it('is refused when six run already, whatever has ended', () => {
    const six = ['A1203', 'F1702', 'G1603', 'I1309', 'K1303', 'N1105'].map((trade) => running(trade));
    expect(six).toHaveLength(mostProjects);
    expect(stateProject('K2204', six, { main: false })).toMatchObject({
      refusal: { code: 'participant.project_many' },
    });
    expect(stateProject('K2204', [...six.slice(1), over('A1203', 'dropped')], { main: false }).ok).toBe(true);
  });

  it('never makes two main ones, nor a trade that runs twice', () => {
    fc.assert(
      fc.property(known, code, fc.boolean(), (projects, trade, main) => {
        const stated = stateProject(trade, projects, { main });
        const runs = projects.filter(({ state }) => state === 'active');
        if (!stated.ok) {
          expect(runs.length >= mostProjects || runs.some((one) => one.code === trade)).toBe(true);
          return;
        }
        const after = [
          ...runs.map((one) => ({ ...one, main: one.main && !stated.value.main })),
          running(trade, stated.value.main),
        ];
        expect(after.filter((one) => one.main)).toHaveLength(1);
        expect(new Set(after.map((one) => one.code)).size).toBe(after.length);
      }),
    );
  });
});

describe('a project that changes', () => {
  it('runs: what has ended stays as it ended', () => {
    expect(mayChangeProject('active').ok).toBe(true);
    for (const state of ['achieved', 'dropped'] as const) {
      expect(mayChangeProject(state)).toMatchObject({ refusal: { code: 'participant.project_over' } });
    }
  });
});

describe('a project that is settled', () => {
  it.each(projectStates)('is not settled as it stands already: %s', (state) => {
    const project = { ...running('K2204'), state };
    expect(settleProject(project, state, [project])).toMatchObject({
      refusal: { code: 'participant.project_so_already' },
    });
  });

  it('is the main one no more once it ends, and nobody takes its place by itself', () => {
    const main = running('K2204', true);
    for (const state of ['achieved', 'dropped'] as const) {
      expect(settleProject(main, state, [main, running('G1603')])).toEqual({ ok: true, value: { main: false } });
    }
  });

  it('changes between its ends: what was given up turned out well', () => {
    const dropped = over('K2204', 'dropped');
    expect(settleProject(dropped, 'achieved', [dropped])).toEqual({ ok: true, value: { main: false } });
  });

  it('runs again, as the main one where there is none', () => {
    const dropped = over('K2204', 'dropped');
    expect(settleProject(dropped, 'active', [dropped])).toEqual({ ok: true, value: { main: true } });
    expect(settleProject(dropped, 'active', [dropped, running('G1603', true)])).toEqual({
      ok: true,
      value: { main: false },
    });
  });

  it('does not run again beside another for the same trade', () => {
    const dropped = over('K2204', 'dropped');
    expect(settleProject(dropped, 'active', [dropped, running('K2204')])).toMatchObject({
      refusal: { code: 'participant.project_twice' },
    });
  });
});

describe('the occupations of a record', () => {
  it('hold the trades looked for, the main one first, and keep their months', () => {
    expect(
      withProjects(
        [
          { code: 'K2204', months: 24 },
          { code: 'N1105', months: 3 },
        ],
        [running('G1603', true), running('N1105'), over('F1702', 'achieved')],
      ),
    ).toEqual([
      { code: 'G1603', months: 0 },
      { code: 'K2204', months: 24 },
      { code: 'N1105', months: 3 },
    ]);
  });

  it('lose nothing to a project, hold each trade once, and are the same said twice', () => {
    fc.assert(
      fc.property(held, known, (occupations, projects) => {
        const after = withProjects(occupations, projects);
        for (const one of occupations) expect(after).toContainEqual(one);
        for (const { code: trade } of projects.filter(({ state }) => state === 'active')) {
          expect(after.map((one) => one.code)).toContain(trade);
        }
        expect(new Set(after.map((one) => one.code)).size).toBe(after.length);
        expect(withProjects(after, projects)).toEqual(after);
        const main = projects.find((one) => one.main);
        if (main) expect(after[0]?.code).toBe(main.code);
      }),
    );
  });

  it('add nothing that nobody held or looks for', () => {
    fc.assert(
      fc.property(held, known, (occupations, projects) => {
        const may = new Set([
          ...occupations.map((one) => one.code),
          ...projects.filter(({ state }) => state === 'active').map((one) => one.code),
        ]);
        for (const one of withProjects(occupations, projects)) expect(may.has(one.code)).toBe(true);
      }),
    );
  });

  it('lose the trade that is given up, unless she worked in it or a CV is written for it', () => {
    const trades = [
      { code: 'K2204', months: 0 },
      { code: 'G1603', months: 12 },
    ];
    const end = (trade: string, named: string[] = []) =>
      afterSettling(trades, running(trade), { state: 'dropped', named }).map((one) => one.code);
    expect(end('K2204')).toEqual(['G1603']);
    expect(end('K2204', ['K2204'])).toEqual(['K2204', 'G1603']);
    expect(end('G1603')).toEqual(['K2204', 'G1603']);
  });

  it('keep the trade of a project that ended well or runs again', () => {
    const trades = [{ code: 'K2204', months: 0 }];
    for (const state of ['achieved', 'active'] as const) {
      expect(afterSettling(trades, running('K2204'), { state, named: [] })).toEqual(trades);
    }
  });

  it('are not left without a trade that is still looked for', () => {
    const projects = [running('K2204', true), running('G1603'), over('F1702', 'dropped')];
    expect(projectTakenOut([{ code: 'K2204' }, { code: 'G1603' }], projects)).toBeNull();
    expect(projectTakenOut([{ code: 'K2204' }], projects)?.code).toBe('G1603');
    expect(projectTakenOut([], projects)?.code).toBe('K2204');
    expect(projectTakenOut([], [over('F1702', 'achieved')])).toBeNull();
  });
});

describe('the form of a project', () => {
  const stated = { participantId: id, code: 'K2204' };

  it('needs a trade, and leaves what nobody knows unknown', () => {
    expect(stateProjectSchema.parse({ ...stated, wish: '   ' })).toMatchObject({
      wish: null,
      transports: [],
      main: false,
    });
    expect(issuesOf(stateProjectSchema, { ...stated, code: '' })).toEqual(['code participant.occupation_unknown']);
  });

  it.each([
    ['a distance below nothing', { radiusKm: -1 }, 'radiusKm participant.radius_invalid'],
    ['a distance beyond 500 km', { radiusKm: 501 }, 'radiusKm participant.radius_invalid'],
    ['a week without an hour', { weeklyHoursMin: 0 }, 'weeklyHoursMin participant.hours_invalid'],
    ['a week beyond 48 h', { weeklyHoursMax: 49 }, 'weeklyHoursMax participant.hours_invalid'],
    ['a most below the least', { weeklyHoursMin: 30, weeklyHoursMax: 20 }, 'weeklyHoursMax participant.hours_reversed'],
    ['a story', { wish: 'x'.repeat(501) }, 'wish participant.project_wish_long'],
  ])('refuses %s, new or changed', (_, wrong, issue) => {
    expect(issuesOf(stateProjectSchema, { ...stated, ...wrong })).toEqual([issue]);
    expect(issuesOf(changeProjectSchema, { projectId: id, version: 1, ...wrong })).toEqual([issue]);
  });

  it('takes every bound itself', () => {
    const bounds = { radiusKm: 500, weeklyHoursMin: 1, weeklyHoursMax: 48, transports: [...transports] };
    expect(issuesOf(stateProjectSchema, { ...stated, ...bounds, wish: 'x'.repeat(500) })).toEqual([]);
    expect(issuesOf(stateProjectSchema, { ...stated, radiusKm: 0 })).toEqual([]);
  });

  it('takes no way to work that the product does not know', () => {
    expect(issuesOf(stateProjectSchema, { ...stated, transports: ['plane'] })).toHaveLength(1);
  });

  it('settles to a state there is', () => {
    expect(issuesOf(settleProjectSchema, { projectId: id, version: 1, state: 'maybe' })).toEqual([
      'state participant.project_state_missing',
    ]);
    for (const state of projectStates) {
      expect(issuesOf(settleProjectSchema, { projectId: id, version: 1, state })).toEqual([]);
    }
  });
});
