import type { CvFileCode } from './words.ts';

/** What the reader starts from: the words of the document, and its fields where the format has fields. */
export interface CvSource {
  kind: 'pdf' | 'docx' | 'odt' | 'europass' | 'json_resume' | 'fresh' | 'text';
  text: string;
  structured?: StructuredCv;
}

/** A CV whose format names its fields (Europass, JSON Resume, FRESH). Dates are already `YYYY-MM` or `YYYY`. */
export interface StructuredCv {
  name: string | null;
  email: string | null;
  phone: string | null;
  postalCode: string | null;
  city: string | null;
  headlines: string[];
  jobs: { label: string; from: string | null; to: string | null }[];
  skills: string[];
  licences: string[];
  languages: { name: string; code: string | null; level: string | null; levelText: string | null }[];
}

/** A file that is not read; `code` names the sentence in `words.ts`. Stays inside the reader: see `readCvInWorker`. */
export class CvFileRefused extends Error {
  override name = 'CvFileRefused';
  readonly code: CvFileCode;
  readonly facts: Record<string, string | number>;

  constructor(code: CvFileCode, facts: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.facts = facts;
  }
}
