import { dates, section } from './europass.ts';
import { record, rows, span, spoken, text, texts } from './json-resume.ts';
import type { CvSource, StructuredCv } from './source.ts';

/** FRESH (fresh-standard 0.x): `employment.history`, `service.history`, `skills.sets`. */
export function looksLikeFresh(value: Record<string, unknown>): boolean {
  return /^FRE(?:SH|SCA)/i.test(text(record(value.meta).format)) || rows(record(value.employment).history).length > 0;
}

export function fromFresh(resume: Record<string, unknown>): CvSource {
  const contact = record(resume.contact);
  const place = record(resume.location);
  const jobs = [...rows(record(resume.employment).history), ...rows(record(resume.service).history)];
  const sets = record(resume.skills);
  const structured: StructuredCv = {
    name: text(resume.name) || null,
    email: text(contact.email) || null,
    phone: text(contact.phone) || null,
    postalCode: text(place.code) || null,
    city: text(place.city) || null,
    headlines: [text(record(resume.info).label)].filter(Boolean),
    jobs: jobs
      .map((job) => ({ label: text(job.position), ...span(job.start, job.end) }))
      .filter(({ label }) => label !== ''),
    skills: [
      ...rows(sets.sets).flatMap((set) => [text(set.name), ...texts(set.skills)]),
      ...rows(sets.list).map((skill) => text(skill.name)),
    ].filter(Boolean),
    licences: [],
    languages: rows(resume.languages).map((language) => spoken(text(language.language), text(language.level))),
  };
  const written = section([
    [
      '',
      [
        structured.name ?? '',
        structured.email ?? '',
        structured.phone ?? '',
        `${structured.postalCode ?? ''} ${structured.city ?? ''}`.trim(),
        ...structured.headlines,
        text(record(resume.info).brief),
      ],
    ],
    [
      'Expérience professionnelle',
      jobs.flatMap((job) => [
        `${dates(span(job.start, job.end))} ${[text(job.position), text(job.employer) || text(job.organization)].filter(Boolean).join(', ')}`,
        text(job.summary),
        ...texts(job.highlights).map((line) => `- ${line}`),
      ]),
    ],
    [
      'Formation',
      rows(record(resume.education).history).map(
        (course) =>
          `${dates(span(course.start, course.end))} ${[text(course.title), text(course.institution)].filter(Boolean).join(', ')}`,
      ),
    ],
    ['Compétences', structured.skills.map((skill) => `- ${skill}`)],
    ['Langues', structured.languages.map(({ name, level, levelText }) => `${name} : ${level ?? levelText ?? ''}`)],
  ]);
  return { kind: 'fresh', text: written, structured };
}
