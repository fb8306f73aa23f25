import { type CvContact, phoneOf, readContact } from './contact.ts';
import { type CvJob, type CvTask, readJobs } from './experience.ts';
import { type CvLanguage, type FoundLanguage, languageCode, readLanguages } from './languages.ts';
import { type FoundLicence, readLicences } from './licences.ts';
import { type CvOccupation, readOccupations } from './occupations.ts';
import type { CvReference } from './reference.ts';
import { type CvLine, sectionLines } from './sections.ts';
import { isSensitive, maskNir } from './sensitive.ts';
import { type CvSkill, type FoundSkill, readSkills, skillsOf } from './skills.ts';
import type { StructuredCv } from './source.ts';
import { occupationOf } from './titles.ts';

/**
 * What a CV proposes, for a person to confirm: nothing is saved as read. Codes of `occupations` are ROME v3;
 * `experience` has jobs, internships and volunteering, dates as precise as the source (`YYYY-MM` or `YYYY`), `to` null
 * while it lasts; `licences` are held now. What the CV says of health, disability, family, nationality, residence,
 * religion, union, justice or birth is in no field, and a social security number is masked in `text` too.
 */
export interface CvReading {
  text: string;
  occupations: CvOccupation[];
  skills: CvSkill[];
  licences: string[];
  languages: CvLanguage[];
  experience: { label: string; from: string | null; to: string | null }[];
  contact: CvContact;
  /** The words each proposal comes from: skills by label, licences and languages by code, jobs in their order. */
  passages: {
    skills: Record<string, string>;
    licences: Record<string, string>;
    languages: Record<string, string>;
    experience: string[];
  };
}

export interface ReadOptions {
  /** The day (`YYYY-MM-DD`) that says whether "valable jusqu'en 2023" has passed. */
  today: string;
}

/** Reads the words of a CV, and its named fields where its format has some. Pure: no file, no clock. */
export function readCv(
  source: { text: string; structured?: StructuredCv },
  reference: CvReference,
  { today }: ReadOptions,
): CvReading {
  const text = maskNir(source.text);
  const lines = sectionLines(text);
  const contact = source.structured ? contactOf(source.structured) : readContact(lines, reference);
  const { jobs, tasks }: { jobs: CvJob[]; tasks: CvTask[] } = source.structured
    ? { jobs: jobsOf(source.structured, reference), tasks: [] }
    : readJobs(lines, reference);
  const occupations = source.structured
    ? readOccupations(headlinesOf(source.structured), jobs, null, reference)
    : readOccupations(lines, jobs, contact.name, reference);
  const skills = source.structured
    ? skillsOf(
        source.structured.skills.map((label) => ({ label, passage: label })),
        reference,
      )
    : readSkills(lines, tasks, reference);
  const licences = readLicences(source.structured ? [...lines, ...drivingLines(source.structured)] : lines, today);
  const languages = source.structured ? languagesOf(source.structured) : readLanguages(lines);
  return assembled(text, { occupations, skills, licences, languages, jobs, contact });
}

interface Found {
  occupations: CvOccupation[];
  skills: FoundSkill[];
  licences: FoundLicence[];
  languages: FoundLanguage[];
  jobs: CvJob[];
  contact: CvContact;
}

function assembled(text: string, found: Found): CvReading {
  const jobs = found.jobs.filter(({ from }) => from !== null);
  return {
    text,
    occupations: found.occupations,
    skills: found.skills.map(({ label, item }) => ({ label, item })),
    licences: found.licences.map(({ code }) => code),
    languages: found.languages.map(({ passage, ...language }) => language),
    experience: jobs.map(({ label, from, to }) => ({ label, from, to })),
    contact: found.contact,
    passages: {
      skills: Object.fromEntries(found.skills.map(({ label, passage }) => [label, passage])),
      licences: Object.fromEntries(found.licences.map(({ code, passage }) => [code, passage])),
      languages: Object.fromEntries(found.languages.map(({ code, passage }) => [code, passage])),
      experience: jobs.map(({ passage }) => passage),
    },
  };
}

function contactOf(cv: StructuredCv): CvContact {
  const phone = unlessSensitive(cv.phone);
  return {
    name: unlessSensitive(cv.name),
    email: unlessSensitive(cv.email),
    phone: phone === null ? null : (phoneOf(phone) ?? phone),
    postalCode: unlessSensitive(cv.postalCode),
    city: unlessSensitive(cv.city),
  };
}

/** A named field holds what the person typed there, which may be anything. */
function unlessSensitive(value: string | null): string | null {
  return value === null || isSensitive(value) ? null : value;
}

function jobsOf(cv: StructuredCv, reference: CvReference): CvJob[] {
  return cv.jobs
    .filter(({ label }) => !isSensitive(label))
    .map(({ label, from, to }) => ({
      label,
      from,
      to,
      passage: label,
      title: { words: label, occupation: occupationOf(reference, label) },
      trial: false,
    }));
}

function headlinesOf(cv: StructuredCv): CvLine[] {
  return cv.headlines.map((text, order) => ({ text, kind: 'project', order, inline: false, heading: '' }));
}

function drivingLines(cv: StructuredCv): CvLine[] {
  return cv.licences.map((text, order) => ({ text, kind: 'licences', order, inline: true, heading: 'permis' }));
}

function languagesOf(cv: StructuredCv): FoundLanguage[] {
  return cv.languages.flatMap(({ name, code, level, levelText }) => {
    const known =
      languageCode(code ?? '') ?? languageCode(name) ?? (code !== null && /^[a-z]{2,3}$/.test(code) ? code : null);
    const words = unlessSensitive(levelText);
    return known === null
      ? []
      : [
          {
            code: known,
            level,
            ...(words === null ? {} : { levelText: words }),
            passage: unlessSensitive(name) ?? known,
          },
        ];
  });
}
