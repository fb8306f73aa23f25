import postgres from 'postgres';
import { inject } from 'vitest';
import type { Product } from './product.ts';

/** The row of a person destroyed by somebody above the walls: what copies must stand without having been told. */
export async function eraseRow(product: Product, participantId: string): Promise<void> {
  const above = new URL(inject('clusterUrl'));
  above.pathname = new URL(product.base.ownerUrl).pathname;
  const superuser = postgres(above.toString(), { max: 1 });
  const gone = await superuser`delete from participant where id = ${participantId} returning id`;
  await superuser.end();
  if (gone.length !== 1) throw new Error('nobody was erased');
}
