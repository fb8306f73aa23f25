import type { CefrLevel } from '@jonction/domain/reference/language';
import { skillOfValue } from '#lib/cv/skill-value.ts';
import { optionalText, text, texts, typedSkills, wholeNumber } from './form.ts';

/** What was ticked and typed on the page of a CV. The schema of the procedure judges it. */
export function readCvContent(form: FormData) {
  const codes = [...new Set([...texts(form, 'occupation'), ...texts(form, 'newOccupation')])];
  const languages = [...new Set([...texts(form, 'language'), ...texts(form, 'newLanguage')])];
  return {
    summary: optionalText(form, 'summary'),
    occupations: codes.map((code) => ({ code, months: wholeNumber(form, `months-${code}`) ?? 0 })),
    skills: [...texts(form, 'skill').map(skillOfValue), ...typedSkills(text(form, 'moreSkills'))],
    licences: [...new Set([...texts(form, 'licence'), ...texts(form, 'newLicence')])],
    languages: languages.map((code) => ({
      code,
      level: optionalText(form, `level-${code}`) as CefrLevel | null,
      levelText: optionalText(form, `levelText-${code}`),
    })),
    experience: jobsOf(form),
  };
}

/** Rows kept by their tick, and the rows being added, which are kept as soon as they have a name. */
function jobsOf(form: FormData) {
  const jobs = [];
  for (let index = 0; index < 80; index++) {
    const label = text(form, `job-${index}-label`);
    if (label === '' || (form.has(`job-${index}-ticked`) && !texts(form, 'job').includes(String(index)))) continue;
    jobs.push({
      label,
      from: optionalText(form, `job-${index}-from`),
      to: optionalText(form, `job-${index}-to`),
    });
  }
  return jobs;
}
