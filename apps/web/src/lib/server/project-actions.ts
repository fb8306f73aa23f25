import { projectStates, transports } from '@jonction/domain/participant/transport';
import type { RequestEvent } from '@sveltejs/kit';
import { skillOfValue, skillValue } from '#lib/cv/skill-value.ts';
import { api, ask } from './api.ts';
import { optionalText, submit, text, texts, typedSkills, wholeNumber } from './form.ts';

/** The forms of ProjectsPage, the same for a partner and for the team. */
export function projectActions(participantIdOf: (event: RequestEvent) => string) {
  type Said = 'stated' | 'changed' | 'main' | 'settled' | 'added' | 'removed' | 'onCv';
  const act = async (event: RequestEvent, work: (form: FormData) => Promise<{ said: Said; count: number }>) => {
    const form = await event.request.formData();
    return submit(event, form, () => work(form));
  };
  return {
    ajouter: (event: RequestEvent) =>
      act(event, async (form) => {
        const stated = {
          participantId: participantIdOf(event),
          code: text(form, 'code'),
          main: text(form, 'main') !== '',
        };
        await api(event).participant.stateProject.mutate({ ...stated, ...factsOf(form) });
        return { said: 'stated', count: 1 };
      }),
    changer: (event: RequestEvent) =>
      act(event, async (form) => {
        const which = { projectId: text(form, 'projectId'), version: Number(text(form, 'version')) };
        await api(event).participant.changeProject.mutate({ ...which, ...factsOf(form) });
        return { said: 'changed', count: 1 };
      }),
    principal: (event: RequestEvent) =>
      act(event, async (form) => {
        await api(event).participant.makeProjectMain.mutate({ projectId: text(form, 'projectId') });
        return { said: 'main', count: 1 };
      }),
    regler: (event: RequestEvent) =>
      act(event, async (form) => {
        await api(event).participant.settleProject.mutate({
          projectId: text(form, 'projectId'),
          version: Number(text(form, 'version')),
          state: projectStates.find((state) => state === text(form, 'state')) ?? ('' as never),
        });
        return { said: 'settled', count: 1 };
      }),
    noter: (event: RequestEvent) =>
      act(event, async (form) => {
        const picked = [...texts(form, 'skill'), ...texts(form, 'newSkill')].map(skillOfValue);
        const skills = [...picked, ...typedSkills(text(form, 'moreSkills'))];
        const participantId = participantIdOf(event);
        const { added } = await api(event).participant.addSkills.mutate({ participantId, skills });
        return { said: 'added', count: added };
      }),
    oter: (event: RequestEvent) =>
      act(event, async (form) => {
        const { left } = await api(event).participant.removeSkill.mutate({
          participantId: participantIdOf(event),
          skill: text(form, 'skill'),
        });
        return { said: left === 'gone' ? 'removed' : 'onCv', count: 1 };
      }),
  };
}

function factsOf(form: FormData) {
  return {
    wish: optionalText(form, 'wish'),
    transports: transports.filter((one) => texts(form, 'transport').includes(one)),
    radiusKm: wholeNumber(form, 'radiusKm'),
    availableFrom: optionalText(form, 'availableFrom'),
    weeklyHoursMin: wholeNumber(form, 'weeklyHoursMin'),
    weeklyHoursMax: wholeNumber(form, 'weeklyHoursMax'),
  };
}

/** What the fields offer: every trade (a plain list without scripts), and the skills of the one she would rather have. */
export async function loadProjectChoices(
  event: RequestEvent,
  { occupations, skills }: { occupations: readonly { code: string }[]; skills: readonly { skill: string }[] },
) {
  const { reference } = api(event);
  const [labels, usual] = await Promise.all([
    ask(event, reference.occupationLabels.query({ codes: null })),
    occupations[0] ? ask(event, reference.skills.query({ occupation: occupations[0].code })) : [],
  ]);
  const held = new Set(skills.map(({ skill }) => skill));
  return {
    trades: labels.map(({ code, label }) => ({ value: code, label, hint: code })),
    suggested: usual
      .filter(({ skill }) => !held.has(skill))
      .map((one) => ({ value: skillValue(one), label: one.label })),
  };
}
