import { dates, section } from './europass.ts';
import type { CvSource, StructuredCv } from './source.ts';
import { isRecord } from './xml.ts';

/** JSON Resume (jsonresume.org schema 0.x and 1.0): `basics` and lists. A JSON schema or a job offer is none. */
export function looksLikeJsonResume(value: Record<string, unknown>): boolean {
  if (Object.hasOwn(value, 'properties')) return false;
  return isRecord(value.basics) || [value.work, value.education, value.volunteer].some(Array.isArray);
}

export function fromJsonResume(resume: Record<string, unknown>): CvSource {
  const basics = record(resume.basics);
  const place = record(basics.location);
  const work = [...rows(resume.work), ...rows(resume.volunteer)];
  const structured: StructuredCv = {
    name: text(basics.name) || null,
    email: text(basics.email) || null,
    phone: text(basics.phone) || null,
    postalCode: text(place.postalCode) || null,
    city: text(place.city) || null,
    headlines: [text(basics.label)].filter(Boolean),
    jobs: work
      .map((job) => ({ label: text(job.position), ...span(job.startDate, job.endDate) }))
      .filter(({ label }) => label !== ''),
    skills: rows(resume.skills)
      .flatMap((skill) => [text(skill.name), ...texts(skill.keywords)])
      .filter(Boolean),
    licences: rows(resume.certificates)
      .map((certificate) => text(certificate.name))
      .filter(Boolean),
    languages: rows(resume.languages).map((language) =>
      spoken(text(language.language), text(language.fluency) || text(language.level)),
    ),
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
        text(basics.summary),
      ],
    ],
    [
      'Expérience professionnelle',
      work.flatMap((job) => [
        `${dates(span(job.startDate, job.endDate))} ${[text(job.position), text(job.name) || text(job.company) || text(job.organization)].filter(Boolean).join(', ')}`,
        text(job.summary),
        ...texts(job.highlights).map((line) => `- ${line}`),
      ]),
    ],
    [
      'Formation',
      rows(resume.education).map(
        (course) =>
          `${dates(span(course.startDate, course.endDate))} ${[text(course.studyType), text(course.area), text(course.institution)].filter(Boolean).join(', ')}`,
      ),
    ],
    ['Compétences', structured.skills.map((skill) => `- ${skill}`)],
    ['Langues', structured.languages.map(({ name, level, levelText }) => `${name} : ${level ?? levelText ?? ''}`)],
    ['Certificats', structured.licences],
  ]);
  return { kind: 'json_resume', text: written, structured };
}

/** A level in words, or the CEFR level when the words hold one. */
export function spoken(name: string, fluency: string): StructuredCv['languages'][number] {
  const level = /\b([ABC][12])\b/i.exec(fluency)?.[1]?.toUpperCase() ?? null;
  return { name, code: null, level, levelText: level === null && fluency !== '' ? fluency : null };
}

/** `2013-12-01` as `2013-12`; without an end it lasts. */
export function span(start: unknown, end: unknown): { from: string | null; to: string | null } {
  return { from: monthOf(start), to: monthOf(end) };
}

function monthOf(value: unknown): string | null {
  return /^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?/.exec(text(value))?.[0] ?? null;
}

export function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

export function rows(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
        .replace(/<[^<>]{0,200}>/g, ' ')
        .replace(/\*\*?|`/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    : '';
}

export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(text).filter(Boolean) : [];
}
