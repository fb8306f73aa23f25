import type { IncomingMessage } from 'node:http';

export interface ForwardedOptions {
  /** A reverse proxy of ours wrote these headers. */
  trustProxy: boolean;
  publicUrl: string | null;
}

const OURS = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto'] as const;
const FOREIGN = ['forwarded', 'x-forwarded-port', 'x-real-ip'];

/**
 * Makes `X-Forwarded-*` true, for all who read them afterwards to know who asks and under which address: what a
 * visitor wrote is dropped, and behind our proxy only the last hop, the one our proxy saw, is kept.
 */
export function settleForwarded(request: IncomingMessage, options: ForwardedOptions): void {
  const host = request.headers.host ?? '';
  const direct = {
    'x-forwarded-for': request.socket.remoteAddress ?? '',
    'x-forwarded-host': host,
    'x-forwarded-proto': protocolFor(host, options.publicUrl),
  };
  const dropped: readonly string[] = [...OURS, ...FOREIGN];
  const kept: string[] = [];
  for (let at = 0; at + 1 < request.rawHeaders.length; at += 2) {
    const name = request.rawHeaders[at] ?? '';
    if (!dropped.includes(name.toLowerCase())) kept.push(name, request.rawHeaders[at + 1] ?? '');
  }
  for (const name of FOREIGN) delete request.headers[name];
  for (const name of OURS) {
    const said = options.trustProxy ? lastOf(request.headers[name]) : undefined;
    const value = said ?? direct[name];
    request.headers[name] = value;
    kept.push(name, value);
  }
  // Hono reads the raw list, Kit the object.
  request.rawHeaders.splice(0, request.rawHeaders.length, ...kept);
}

/** Without a declared proxy we speak plain HTTP, unless the visitor asks for the very address we were told is ours. */
function protocolFor(host: string, publicUrl: string | null): string {
  const declared = publicUrl === null ? null : URL.parse(publicUrl);
  return declared !== null && declared.host === host ? declared.protocol.slice(0, -1) : 'http';
}

function lastOf(value: string | string[] | undefined): string | undefined {
  const words = (Array.isArray(value) ? value.join(',') : value)?.split(',').map((word) => word.trim());
  return words?.findLast((word) => word !== '');
}
