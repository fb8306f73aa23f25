import { startJobs } from '@jonction/api/jobs/start';
import pino from 'pino';
import { type Product, publicUrl } from './product.ts';

/** The jobs of a product of tests. `settled()` waits until every event so far was handled. */
export async function startTestJobs(
  product: Product,
  options: { smtpUrl?: string; meilisearch?: { url: string; key: string } } = {},
): Promise<Awaited<ReturnType<typeof startJobs>>> {
  return startJobs({
    ownerUrl: product.base.ownerUrl,
    dataDir: product.dataDir,
    meilisearch: options.meilisearch ?? null,
    smtpUrl: options.smtpUrl ?? null,
    mailFrom: 'Jonction <ne-pas-repondre@jonction.test>',
    publicUrl,
    secret: product.secret,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
  });
}
