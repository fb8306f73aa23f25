import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseEnv } from '../../apps/api/src/env.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
// The schema of the Compose Specification itself, as the linter of compose files ships it.
const schema: object = JSON.parse(
  readFileSync(path.join(root, 'node_modules/dclint/schemas/compose.schema.json'), 'utf8'),
);
const text = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8');
const document: unknown = parse(text, { merge: true });
const compose = z
  .object({
    services: z.record(
      z.string(),
      z.object({
        image: z.string(),
        build: z.object({ dockerfile: z.string() }).optional(),
        command: z.array(z.string()).optional(),
        environment: z.record(z.string(), z.string()).default({}),
        volumes: z.array(z.string()).default([]),
        networks: z.array(z.string()),
        depends_on: z.record(z.string(), z.unknown()).default({}),
        ports: z.array(z.string()).default([]),
        deploy: z.object({ replicas: z.number() }).optional(),
      }),
    ),
    networks: z.record(z.string(), z.unknown()),
    volumes: z.record(z.string(), z.unknown()),
  })
  .parse(document);
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.build !== undefined);

describe('docker-compose.yml', () => {
  it('uses only keys and forms of the Compose Specification', () => {
    const validate = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile({
      ...schema,
      // The specification writes the address of draft 07 in a form that Ajv does not know.
      $schema: 'http://json-schema.org/draft-07/schema#',
    });
    validate(document);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('runs the API twice, and the worker, the pages, the base, the index, the mails and the proxy once', () => {
    const replicas = Object.fromEntries(services.map(([name, service]) => [name, service.deploy?.replicas ?? 1]));
    expect(replicas).toEqual({ api: 2, worker: 1, web: 1, postgres: 1, meilisearch: 1, mail: 1, proxy: 1 });
  });

  it('names networks, volumes and services that exist', () => {
    for (const [name, service] of services) {
      for (const network of service.networks) expect(compose.networks, name).toHaveProperty(network);
      for (const other of Object.keys(service.depends_on)) expect(compose.services, name).toHaveProperty(other);
      for (const volume of service.volumes) {
        const source = volume.split(':')[0] ?? '';
        if (source.startsWith('./')) expect(existsSync(path.join(root, source)), source).toBe(true);
        else expect(compose.volumes, name).toHaveProperty(source);
      }
    }
  });

  it('starts our services with a file of the repository, in an image whose sources exist', () => {
    expect(ours.map(([name]) => name).sort()).toEqual(['api', 'web', 'worker']);
    for (const [name, service] of ours) {
      const [program, file = ''] = service.command ?? [];
      expect(program, name).toBe('node');
      expect(existsSync(path.join(root, file)), file).toBe(true);
      const dockerfile = readFileSync(path.join(root, service.build?.dockerfile ?? ''), 'utf8');
      for (const source of copiedInto(dockerfile)) expect(existsSync(path.join(root, source)), source).toBe(true);
    }
  });

  it('installs every workspace in the image', () => {
    const copied = copiedInto(readFileSync(path.join(root, 'apps/api/Dockerfile'), 'utf8'));
    const workspaces = globSync('{apps,packages}/*/package.json', { cwd: root });
    expect(copied).toEqual(expect.arrayContaining(workspaces));
  });

  it('asks for each secret by name, with its reason, and holds none', () => {
    const variables = [...text.replaceAll(/^ *#.*$/gm, '').matchAll(/\$\{([A-Z_]+)(:\?|:-)?([^}]*)\}/g)];
    const optional = variables.filter(([, , operator]) => operator !== ':?').map(([, name]) => name);
    expect([...new Set(optional)]).toEqual(['LOG_LEVEL']);
    for (const [, name, , message] of variables.filter(([, , operator]) => operator === ':?')) {
      expect(message?.length, name).toBeGreaterThan(10);
    }
    for (const [, service] of services) {
      for (const [name, value] of Object.entries(service.environment)) {
        if (/PASSWORD|SECRET|KEY/.test(name)) expect(value, name).toMatch(/^\$\{[A-Z_]+:\?/);
      }
    }
  });

  it('gives our services settings that they accept, each its own role', () => {
    for (const [name, service] of ours) {
      const filled = Object.entries(service.environment).map(([key, value]) => [
        key,
        value.replaceAll(/\$\{[^}]*\}/g, example),
      ]);
      const parsed = parseEnv(Object.fromEntries(filled));
      expect(parsed, name).toMatchObject({ env: { role: name, port: 3000, trustProxy: true } });
    }
  });

  it('keeps the data of PostgreSQL 18 where its image writes them', () => {
    const { postgres } = compose.services;
    expect(postgres?.image).toMatch(/^postgres:18/);
    expect(postgres?.volumes).toContain('postgres:/var/lib/postgresql');
  });

  it('opens only the proxy to the outside, and leaves the base without a way out', () => {
    expect(services.filter(([, service]) => service.ports.length > 0).map(([name]) => name)).toEqual(['proxy']);
    expect(compose.networks.inside).toEqual({ internal: true });
    expect(compose.services.postgres?.networks).toEqual(['inside']);
    expect(compose.services.meilisearch?.networks).toEqual(['inside']);
  });

  it('sends the proxy to services that share a network with it', () => {
    const caddyfile = readFileSync(path.join(root, 'apps/api/proxy/Caddyfile'), 'utf8');
    const targets = [...caddyfile.matchAll(/reverse_proxy (\w+):3000|^\s*name (\w+)$/gm)].map(
      ([, one, other]) => one ?? other,
    );
    expect(targets.sort()).toEqual(['api', 'web']);
    for (const target of targets) {
      const shared = compose.services[target ?? '']?.networks.filter((network) =>
        compose.services.proxy?.networks.includes(network),
      );
      expect(shared, target).not.toEqual([]);
    }
  });
});

function example(variable: string): string {
  if (variable.includes('MAIL_FROM')) return 'Jonction <clauses@exemple.fr>';
  if (variable.includes('SITE_HOST')) return 'jonction.exemple.fr';
  return variable.includes('LOG_LEVEL') ? 'info' : 'x'.repeat(48);
}

/** Sources of the repository that a Dockerfile copies, leaving out what it takes from an earlier stage. */
function copiedInto(dockerfile: string): string[] {
  return [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(
    ([, words]) => words?.trim().split(/\s+/).slice(0, -1) ?? [],
  );
}
