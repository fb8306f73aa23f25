import { rmSync } from 'node:fs';
import path from 'node:path';

/** What the run left behind. The product stops after this: its data folder is removed when it has. */
export default function leave(): void {
  const folder = process.env.JOURNEY_DIR;
  if (folder && !process.env.JOURNEY_KEEP) rmSync(path.join(folder, 'sessions'), { recursive: true, force: true });
}
