import { verifyAudit } from '../audit/verify-every-chain.ts';
import type { Command } from './context.ts';

/** `audit verify`: recomputes every chain from the lines themselves. */
export const auditVerifyCommand: Command = async ({ database }) => {
  const { seals, broken } = await verifyAudit(database);
  return { exit: broken.length === 0 ? 0 : 1, result: { ok: broken.length === 0, seals, broken } };
};
