import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const repository = fileURLToPath(new URL('../../..', import.meta.url));

export const roles = ['all', 'api', 'worker', 'web'] as const;
export type Role = (typeof roles)[number];

export const demoWorlds = ['off', 'small', 'paris-2020', 'crowd'] as const;
export type DemoWorld = (typeof demoWorlds)[number];

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The settings of one process, checked. What was left empty has its default. */
export interface Env {
  role: Role;
  /** Null: the first free one from 3000 to 3009. */
  port: number | null;
  /** Absolute. */
  dataDir: string;
  /** Null: the embedded base of `dataDir`. */
  database: { ownerUrl: string; appUrl: string } | null;
  /** `embedded`: the one of `dataDir` where it is installed; `off`: PostgreSQL answers the searches. */
  meilisearch: 'embedded' | 'off' | { url: string; key: string };
  /** Null: mails stay in the outbox of `dataDir`. */
  smtpUrl: string | null;
  /** Who the mails come from, as `Jonction <clauses@ville.example>`. Null: an address at the host of the site. */
  mailFrom: string | null;
  /** Where mails that cannot be delivered come back. Null: to the address of `mailFrom`. */
  mailReturn: string | null;
  /** Without a slash at the end. Null: `http://localhost:PORT`. */
  publicUrl: string | null;
  /** At least 32 characters. Null: the one of `dataDir`, made at the first start. */
  secret: string | null;
  logLevel: LogLevel;
  demo: DemoWorld;
  /** A reverse proxy of ours stands in front, and its `X-Forwarded-*` headers are true. */
  trustProxy: boolean;
  /** Where a process that only draws pages finds the API. */
  apiUrl: string | null;
}

const SECRET_LENGTH = 32;
const yes = ['1', 'true', 'on', 'oui', 'yes'];
const no = ['0', 'false', 'off', 'non', 'no'];

const shape = z.object({
  ROLE: choice(roles),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'un numéro de port est attendu, comme 3000')
    .transform(Number)
    .refine((port) => port <= 65_535, 'un port va de 0 à 65535')
    .optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://compte:motdepasse@serveur:5432/base'),
  DATABASE_APP_URL: address(['postgres:', 'postgresql:'], 'postgres://compte:motdepasse@serveur:5432/base'),
  MEILI_URL: z.union([z.literal('off'), address(['http:', 'https:'], 'http://serveur:7700, ou off')], {
    error: 'une adresse est attendue, comme http://serveur:7700, ou off',
  }),
  MEILI_KEY: z.string().optional(),
  SMTP_URL: address(['smtp:', 'smtps:'], 'smtp://serveur:587'),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>@\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'une adresse est attendue, comme Jonction <clauses@exemple.fr>')
    .optional(),
  MAIL_RETURN: z
    .string()
    .regex(/^[^\s<>@]+@[^\s<>@]+$/, 'une adresse seule est attendue, comme retours@exemple.fr')
    .optional(),
  PUBLIC_URL: address(['http:', 'https:'], 'https://jonction.exemple.fr').refine(
    // Another protocol is refused already, by its own sentence.
    (url) => url === undefined || !/^https?:/i.test(url) || /^https?:\/\/[^/?#]+\/?$/i.test(url),
    "l'adresse du site est attendue sans chemin, comme https://jonction.exemple.fr",
  ),
  SECRET: z
    .string()
    .min(SECRET_LENGTH, `au moins ${SECRET_LENGTH} caractères sont attendus, tirés au hasard (openssl rand -base64 48)`)
    .optional(),
  LOG_LEVEL: choice(logLevels),
  DEMO: choice(demoWorlds),
  TRUST_PROXY: choice([...yes, ...no]),
  API_URL: address(['http:', 'https:'], 'http://api:3000'),
});
type Words = z.infer<typeof shape>;

/** Checks the settings: either all of them, or one French sentence for each that is wrong. */
export function parseEnv(source: Record<string, string | undefined>): { env: Env } | { refusals: string[] } {
  const given = Object.fromEntries(
    Object.keys(shape.shape).flatMap((name) => {
      const value = source[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const parsed = shape.safeParse(given);
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} : ${issue.message}.`);
  const refusals = [...new Set(wrong), ...inconsistencies(given)];
  if (refusals.length > 0 || !parsed.success) return { refusals };
  return { env: settle(parsed.data) };
}

/** The settings of this process. Wrong ones end it with status 2, each named with its reason. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const result = parseEnv(source);
  if ('env' in result) return result.env;
  const count = result.refusals.length;
  const heading =
    count === 1 ? "Un réglage de l'environnement est faux :" : `${count} réglages de l'environnement sont faux :`;
  process.stderr.write(`${[heading, ...result.refusals.map((refusal) => `  - ${refusal}`)].join('\n')}\n`);
  process.exit(2);
}

/** What each setting alone cannot tell. */
function inconsistencies(given: Partial<Record<string, string>>): string[] {
  const owner = given.DATABASE_URL;
  const application = given.DATABASE_APP_URL;
  const role = given.ROLE ?? 'all';
  const found: string[] = [];
  if (owner && !application) {
    found.push(
      "DATABASE_APP_URL : manque. Avec DATABASE_URL il faut aussi le compte de l'application, qui ne possède rien et que les droits par ligne retiennent.",
    );
  }
  if (application && !owner && role !== 'web') {
    found.push(
      'DATABASE_URL : manque. Avec DATABASE_APP_URL il faut aussi le compte propriétaire, qui fait les migrations.',
    );
  }
  if (owner && application && userOf(owner) === userOf(application)) {
    found.push(
      "DATABASE_APP_URL : le compte doit différer de celui de DATABASE_URL, car les droits par ligne ne retiennent pas le propriétaire d'une base.",
    );
  }
  if (owner && !given.SECRET && role !== 'web') {
    found.push(
      'SECRET : manque. Avec une base extérieure, ce secret chiffre les coffres et signe les sessions : il doit être le même sur chaque processus et survivre à la machine, donc venir de vous (openssl rand -base64 48).',
    );
  }
  if (role === 'worker' && !owner) {
    found.push('ROLE : « worker » travaille sur une base commune, donnez DATABASE_URL et DATABASE_APP_URL.');
  }
  if (role === 'web' && !given.API_URL)
    found.push("API_URL : manque. ROLE=web ne fait que les pages et demande où est l'API.");
  return found;
}

function settle(words: Words): Env {
  const { DATABASE_URL: ownerUrl, DATABASE_APP_URL: appUrl } = words;
  const database = ownerUrl && appUrl ? { ownerUrl, appUrl } : null;
  return {
    role: words.ROLE ?? 'all',
    port: words.PORT ?? null,
    dataDir: words.DATA_DIR ? path.resolve(words.DATA_DIR) : path.join(repository, '.data'),
    database,
    meilisearch: meilisearchOf(words),
    smtpUrl: words.SMTP_URL ?? null,
    mailFrom: words.MAIL_FROM ?? null,
    mailReturn: words.MAIL_RETURN ?? null,
    publicUrl: words.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    secret: words.SECRET ?? null,
    logLevel: words.LOG_LEVEL ?? 'info',
    // Accounts whose passwords are printed have no place in a base that somebody prepared, unless asked for.
    demo: words.DEMO ?? (database === null ? 'small' : 'off'),
    trustProxy: yes.includes(words.TRUST_PROXY ?? ''),
    apiUrl: words.API_URL?.replace(/\/$/, '') ?? null,
  };
}

/** The embedded engine belongs to one process; those that share the work share an outside engine, or none. */
function meilisearchOf(words: Words): Env['meilisearch'] {
  if (words.MEILI_URL === 'off') return 'off';
  if (words.MEILI_URL) return { url: words.MEILI_URL.replace(/\/$/, ''), key: words.MEILI_KEY ?? '' };
  return (words.ROLE ?? 'all') === 'all' ? 'embedded' : 'off';
}

function choice<const Word extends string>(words: readonly Word[]) {
  return z.enum(words, { error: `un de ces mots est attendu : ${words.join(', ')}` }).optional();
}

function address(protocols: string[], example: string) {
  return z
    .string()
    .refine((value) => {
      const url = URL.parse(value);
      return url !== null && url.hostname !== '' && protocols.includes(url.protocol);
    }, `une adresse est attendue, comme ${example}`)
    .optional();
}

function userOf(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed === null ? null : `${parsed.username}@${parsed.host}${parsed.pathname}`;
}
