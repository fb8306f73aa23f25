import {
  addSkills,
  addSkillsSchema,
  heldSkillSchema,
  type KnownSkill,
  mostSkills,
  removeSkill,
} from '@jonction/domain/participant/skill';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const id = '0190a000-0000-7000-8000-000000000001';
const glass = { skill: '117', label: 'Laver des vitres' };
const mop = { skill: 'monobrosse', label: 'Monobrosse' };
const byHand = (one: { skill: string; label: string }): KnownSkill => ({ ...one, byHand: true });
const ofCv = (one: { skill: string; label: string }): KnownSkill => ({ ...one, byHand: false });
const skill = fc.constantFrom('a', 'b', 'c', 'd', 'e').map((one) => ({ skill: one, label: one.toUpperCase() }));
const known = fc
  .uniqueArray(skill, { selector: (one) => one.skill })
  .chain((list) => fc.tuple(...list.map((one) => fc.boolean().map((hand) => ({ ...one, byHand: hand })))))
  .map((list): KnownSkill[] => [...list]);

describe('skills said by hand', () => {
  it('are those that nobody said by hand before, each once', () => {
    expect(addSkills([glass, mop, glass], [])).toEqual({ ok: true, value: [glass, mop] });
    expect(addSkills([glass, mop], [byHand(glass)])).toEqual({ ok: true, value: [mop] });
  });

  it('may be what a CV says already: they stay when the CV goes', () => {
    expect(addSkills([glass], [ofCv(glass)])).toEqual({ ok: true, value: [glass] });
  });

  it('are refused where all of them are known', () => {
    expect(addSkills([glass], [byHand(glass)])).toMatchObject({ refusal: { code: 'participant.skill_known' } });
    expect(addSkills([], [])).toMatchObject({ refusal: { code: 'participant.skill_known' } });
  });

  it('are refused beyond what a record can say something with, and at the bound they are not', () => {
    const full = Array.from({ length: mostSkills - 1 }, (_, index) => ofCv({ skill: `s${index}`, label: 'x' }));
    expect(addSkills([glass], full).ok).toBe(true);
    expect(addSkills([glass, mop], full)).toMatchObject({ refusal: { code: 'participant.skill_many' } });
    const brim = [...full, ofCv(mop)];
    expect(addSkills([glass], brim)).toMatchObject({ refusal: { code: 'participant.skill_many' } });
    // One that is there already takes no more room.
    expect(addSkills([mop], brim).ok).toBe(true);
  });

  it('never come twice, and never a thing that was not said', () => {
    fc.assert(
      fc.property(fc.array(skill, { maxLength: 8 }), known, (added, record) => {
        const said = addSkills(added, record);
        if (!said.ok) return;
        const codes = said.value.map((one) => one.skill);
        expect(new Set(codes).size).toBe(codes.length);
        for (const one of said.value) {
          expect(added).toContainEqual(one);
          expect(record.some((other) => other.byHand && other.skill === one.skill)).toBe(false);
        }
      }),
    );
  });
});

describe('taking a skill back', () => {
  it('leaves nothing of it, unless a CV says it too', () => {
    expect(removeSkill('117', [byHand(glass)], [])).toEqual({ ok: true, value: 'gone' });
    expect(removeSkill('117', [byHand(glass)], ['117', 'autre'])).toEqual({ ok: true, value: 'on_cv' });
  });

  it('is refused of one that only a CV says, and of one that nobody said', () => {
    expect(removeSkill('117', [ofCv(glass)], ['117'])).toMatchObject({ refusal: { code: 'participant.skill_of_cv' } });
    expect(removeSkill('117', [byHand(mop)], [])).toMatchObject({ refusal: { code: 'participant.skill_unknown' } });
    expect(removeSkill('117', [], ['117'])).toMatchObject({ refusal: { code: 'participant.skill_unknown' } });
  });

  it('undoes what was added', () => {
    fc.assert(
      fc.property(fc.array(skill, { minLength: 1, maxLength: 4 }), known, (added, record) => {
        const said = addSkills(added, record);
        if (!said.ok) return;
        const onCvs = record.filter((one) => !one.byHand).map((one) => one.skill);
        const codes = new Set(said.value.map((one) => one.skill));
        const after = [...record.filter((one) => !codes.has(one.skill)), ...said.value.map(byHand)];
        for (const one of said.value) {
          const before = record.some((other) => other.skill === one.skill);
          expect(removeSkill(one.skill, after, onCvs)).toEqual({ ok: true, value: before ? 'on_cv' : 'gone' });
        }
      }),
    );
  });
});

describe('the form of a skill', () => {
  it('trims what was typed and refuses what says nothing or is a story', () => {
    expect(heldSkillSchema.parse({ skill: ' vitrerie ', label: ' Vitrerie ' })).toEqual({
      skill: 'vitrerie',
      label: 'Vitrerie',
    });
    expect(heldSkillSchema.safeParse({ skill: ' ', label: 'x' }).success).toBe(false);
    expect(heldSkillSchema.safeParse({ skill: 'x', label: 'x'.repeat(201) }).success).toBe(false);
  });

  it('carries one at least and thirty at most', () => {
    const many = (length: number) => ({ participantId: id, skills: Array.from({ length }, () => glass) });
    expect(addSkillsSchema.safeParse(many(0)).error?.issues[0]?.message).toBe('participant.skill_missing');
    expect(addSkillsSchema.safeParse(many(30)).success).toBe(true);
    expect(addSkillsSchema.safeParse(many(31)).success).toBe(false);
  });
});
