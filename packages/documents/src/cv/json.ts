import { fromEuropass } from './europass.ts';
import { fromFresh, looksLikeFresh } from './fresh.ts';
import { fromJsonResume, looksLikeJsonResume } from './json-resume.ts';
import { CvFileRefused, type CvSource } from './source.ts';
import { isRecord } from './xml.ts';

/** A CV in JSON: Europass, JSON Resume or FRESH, told apart by their fields. */
export function fromJson(text: string): CvSource {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CvFileRefused('cv_file.broken_json', { line: lineOfError(text, error) }, { cause: error });
  }
  if (!isRecord(value)) throw new CvFileRefused('cv_file.not_a_cv');
  if (isRecord(value.SkillsPassport)) return fromEuropass(value.SkillsPassport);
  if (looksLikeFresh(value)) return fromFresh(value);
  if (looksLikeJsonResume(value)) return fromJsonResume(value);
  throw new CvFileRefused('cv_file.not_a_cv');
}

function lineOfError(text: string, error: unknown): number {
  const message = error instanceof Error ? error.message : '';
  const line = /line (\d+)/.exec(message);
  if (line) return Number(line[1]);
  const position = /position (\d+)/.exec(message);
  return text.slice(0, position ? Number(position[1]) : text.length).split('\n').length;
}
