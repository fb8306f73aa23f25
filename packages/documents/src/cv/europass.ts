import { cefrLevels } from '@jonction/domain/reference/language';
import { decodeEntities, linesOfHtml } from './html.ts';
import type { CvSource, StructuredCv } from './source.ts';
import { isRecord, type XmlNode } from './xml.ts';

/**
 * A Europass passport (Cedefop schema, V3.0 to V3.4), from its JSON or, through `europassOfXml`, from its XML.
 * Demographics (birth, nationality, gender) and the photo are never read.
 */
export function fromEuropass(passport: Record<string, unknown>): CvSource {
  const learner = at(passport, 'LearnerInfo');
  const identity = at(learner, 'Identification');
  const address = at(identity, 'ContactInfo', 'Address', 'Contact');
  const name = at(identity, 'PersonName');
  const skills = at(learner, 'Skills');
  const jobs = list(at(learner, 'WorkExperience')).map((job) => ({
    label: oneLine(words(at(job, 'Position', 'Label')) || words(at(job, 'Position'))),
    ...period(at(job, 'Period')),
    employer: oneLine(words(at(job, 'Employer', 'Name'))),
    tasks: paragraphs(at(job, 'Activities')),
  }));
  const structured: StructuredCv = {
    name: [words(at(name, 'FirstName')), words(at(name, 'Surname'))].filter(Boolean).join(' ') || null,
    email: words(at(identity, 'ContactInfo', 'Email', 'Contact')) || null,
    phone: words(at(list(at(identity, 'ContactInfo', 'Telephone'))[0], 'Contact')) || null,
    postalCode: words(at(address, 'PostalCode')) || null,
    city: words(at(address, 'Municipality')) || null,
    headlines: headlines(at(learner, 'Headline')),
    jobs: jobs.filter(({ label }) => label !== '').map(({ label, from, to }) => ({ label, from, to })),
    skills: ['Communication', 'Organisational', 'JobRelated', 'Computer', 'Other'].flatMap((family) =>
      paragraphs(at(skills, family, 'Description')),
    ),
    licences: list(at(skills, 'Driving', 'Description'))
      .map((licence) => words(licence) || words(at(licence, 'Licence')))
      .filter(Boolean),
    languages: [
      ...list(at(skills, 'Linguistic', 'MotherTongue')).map((tongue) => language(tongue, 'langue maternelle')),
      ...list(at(skills, 'Linguistic', 'ForeignLanguage')).map((tongue) => language(tongue, null)),
    ],
  };
  return { kind: 'europass', text: textOfPassport(structured, jobs, learner), structured };
}

function textOfPassport(
  cv: StructuredCv,
  jobs: { label: string; from: string | null; to: string | null; employer: string; tasks: string[] }[],
  learner: unknown,
): string {
  const education = list(at(learner, 'Education')).map((course) =>
    `${dates(period(at(course, 'Period')))} ${oneLine(words(at(course, 'Title')))}`.trim(),
  );
  const achievements = list(at(learner, 'Achievement')).flatMap((item) => paragraphs(at(item, 'Description')));
  return section([
    [
      '',
      [
        cv.name ?? '',
        cv.email ?? '',
        cv.phone ?? '',
        `${cv.postalCode ?? ''} ${cv.city ?? ''}`.trim(),
        ...cv.headlines,
      ],
    ],
    [
      'Expérience professionnelle',
      jobs.flatMap((job) => [
        `${dates(job)} ${[job.label, job.employer].filter(Boolean).join(', ')}`.trim(),
        ...job.tasks.map((task) => `- ${task}`),
      ]),
    ],
    ['Formation', education],
    ['Compétences', cv.skills.map((skill) => `- ${skill}`)],
    ['Langues', cv.languages.map(({ name, level, levelText }) => `${name} : ${level ?? levelText ?? ''}`)],
    ['Permis', cv.licences],
    ['Divers', achievements],
  ]);
}

/** Titled blocks of lines as one text; empty ones left out. */
export function section(blocks: [title: string, lines: string[]][]): string {
  return blocks
    .map(([title, lines]) => [title, lines.filter((line) => line.trim() !== '')] as const)
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => (title === '' ? lines.join('\n') : `${title}\n${lines.join('\n')}`))
    .join('\n\n');
}

export function dates({ from, to }: { from: string | null; to: string | null }): string {
  if (from === null) return '';
  return to === null ? `depuis ${from} :` : `${from} - ${to} :`;
}

function headlines(headline: unknown): string[] {
  const kind = words(at(headline, 'Type', 'Code'));
  // A personal statement is prose, a level of studies is no occupation.
  return ['', 'job_applied_for', 'position', 'preferred_job'].includes(kind)
    ? [oneLine(words(at(headline, 'Description', 'Label')))].filter(Boolean)
    : [];
}

function language(tongue: unknown, levelText: string | null): StructuredCv['languages'][number] {
  const skills = at(tongue, 'ProficiencyLevel');
  const levels = (isRecord(skills) ? Object.values(skills) : [])
    .map((level) => cefrLevels.map(String).indexOf(words(level)))
    .filter((rank) => rank >= 0);
  levels.sort((a, b) => a - b);
  // Five skills, one level: the middle one, the lower of two middles.
  const level = cefrLevels[levels[Math.floor((levels.length - 1) / 2)] ?? -1] ?? null;
  return {
    name: words(at(tongue, 'Description', 'Label')),
    code: words(at(tongue, 'Description', 'Code')) || null,
    level,
    levelText,
  };
}

function period(value: unknown): { from: string | null; to: string | null } {
  const from = month(at(value, 'From'));
  const current = words(at(value, 'Current')) === 'true';
  return { from, to: current ? null : (month(at(value, 'To')) ?? (at(value, 'From') === undefined ? null : from)) };
}

function month(value: unknown): string | null {
  const year = words(at(value, 'Year'));
  if (!/^\d{4}$/.test(year)) return null;
  const number = Number(words(at(value, 'Month')).replace(/\D/g, ''));
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : year;
}

/** The same shape as the JSON: attributes as fields with a capital, `XList/X` as the list `X`. */
export function europassOfXml(node: XmlNode): unknown {
  const elements = node.children.filter(({ name }) => name !== '');
  if (elements.length === 0 && node.attributes.size === 0)
    return node.children
      .map(({ text }) => text)
      .join('')
      .trim();
  const fields: Record<string, unknown> = {};
  for (const [name, value] of node.attributes) fields[name.charAt(0).toUpperCase() + name.slice(1)] = value;
  for (const child of elements) {
    const single = /^(\w+)List$/.exec(child.name)?.[1];
    const isList = single !== undefined && child.children.every(({ name }) => name === '' || name === single);
    const key = isList ? single : child.name;
    const values = isList
      ? child.children.filter(({ name }) => name !== '').map(europassOfXml)
      : [europassOfXml(child)];
    const known = Object.hasOwn(fields, key) ? list(fields[key]) : [];
    const all = [...known, ...values];
    fields[key] = isList || all.length > 1 ? all : all[0];
  }
  return fields;
}

function at(value: unknown, ...path: string[]): unknown {
  let here = value;
  for (const name of path) here = isRecord(here) && Object.hasOwn(here, name) ? here[name] : undefined;
  return here;
}

function list(value: unknown): unknown[] {
  if (isRecord(value) && Object.hasOwn(value, 'Licence')) return list(value.Licence);
  if (Array.isArray(value)) return value;
  return value === undefined || value === null || value === '' ? [] : [value];
}

function words(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : '';
}

function paragraphs(value: unknown): string[] {
  return linesOfHtml(decodeEntities(words(value)).replace(/\n/g, '<br>'))
    .map((line) => line.replace(/^[-•\s]+/, '').trim())
    .filter(Boolean);
}

function oneLine(text: string): string {
  return linesOfHtml(decodeEntities(text)).join(' ').replace(/\s+/g, ' ').trim();
}
