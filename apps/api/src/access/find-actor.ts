import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Database } from '@jonction/db/client';
import type { CompanyRole } from '@jonction/domain/access/company-team';
import { type Actor, roleSchema } from '@jonction/domain/access/role';
import type { Services } from '../context.ts';
import { sessionCookieName } from './auth.ts';
import { hashToken } from './token.ts';

interface SessionRow {
  session_id: string;
  user_id: string;
  name: string;
  email: string;
  membership_id: string | null;
  role: string | null;
  organisation_id: string | null;
  structure_id: string | null;
  company_role: CompanyRole | null;
}

interface LinkRow {
  link_id: string;
  push_id: string;
  structure_id: string;
  employer_id: string;
}

interface PageRow {
  link_id: string;
  participant_id: string;
  structure_id: string;
}

export const linkHeader = 'x-jonction-link';
/** The token of a participant's link, and the pass that its second check gave. */
export const pageHeader = 'x-jonction-page';
export const passHeader = 'x-jonction-pass';

/** Who speaks: whoever shows a link, a company's or a participant's; else the session of the cookie; else nobody. */
export async function findActor(
  request: Request,
  { authDatabase, passes }: Pick<Services, 'authDatabase' | 'passes'>,
  secret: string,
): Promise<Actor> {
  const link = request.headers.get(linkHeader);
  if (link) return findLink(link, authDatabase);
  const page = request.headers.get(pageHeader);
  if (page) return findParticipant(page, passes.read(request.headers.get(passHeader)), authDatabase);
  const token = signedToken(request.headers.get('cookie'), secret);
  return token === null ? { kind: 'anonymous' } : findSession(token, authDatabase);
}

/** One prepared query; without a chosen membership the oldest running one speaks. */
async function findSession(token: string, { client }: Database): Promise<Actor> {
  const [row] = await client<SessionRow[]>`
    select s.id as session_id, u.id as user_id, u.name, u.email,
           m.id as membership_id, m.role, m.organisation_id, m.structure_id, m.company_role
    from session s
    join "user" u on u.id = s.user_id
    left join lateral (
      select * from membership
      where user_id = u.id and ended_at is null
      order by (id = s.active_membership_id) desc nulls last, created_at, id limit 1
    ) m on true
    where s.token = ${token} and s.expires_at > now()`;
  if (!row) return { kind: 'anonymous' };
  const { membership_id: id, organisation_id: organisationId, structure_id: structureId } = row;
  const membership =
    id && organisationId && structureId
      ? { id, role: roleSchema.parse(row.role), organisationId, structureId, companyRole: row.company_role }
      : null;
  return { kind: 'user', userId: row.user_id, sessionId: row.session_id, name: row.name, email: row.email, membership };
}

async function findLink(token: string, { client }: Database): Promise<Actor> {
  const [row] = await client<LinkRow[]>`select * from app.find_push_link(${hashToken(token)})`;
  if (!row) return { kind: 'anonymous' };
  return {
    kind: 'link',
    linkId: row.link_id,
    pushId: row.push_id,
    structureId: row.structure_id,
    organisationId: row.employer_id,
  };
}

/** A link alone shows nobody: the pass must be of this very link, which must still live. */
async function findParticipant(token: string, linkId: string | null, { client }: Database): Promise<Actor> {
  if (linkId === null) return { kind: 'anonymous' };
  const [row] = await client<PageRow[]>`
    select link_id, participant_id, structure_id from app.find_participant_link(${hashToken(token)})
    where link_id = ${linkId} and locked_at is null`;
  if (!row) return { kind: 'anonymous' };
  return {
    kind: 'participant',
    linkId: row.link_id,
    participantId: row.participant_id,
    structureId: row.structure_id,
  };
}

/** The library signs its cookie `token.signature` (HMAC-SHA256, base64): checked before the base is asked. */
function signedToken(cookies: string | null, secret: string): string | null {
  const value = cookies
    ?.split('; ')
    .find((cookie) => cookie.startsWith(`${sessionCookieName}=`))
    ?.slice(sessionCookieName.length + 1);
  if (!value) return null;
  const signed = decodeURIComponent(value);
  const dot = signed.lastIndexOf('.');
  const token = signed.slice(0, dot);
  const expected = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(signed.slice(dot + 1), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
