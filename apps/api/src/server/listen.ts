import type { Server } from 'node:http';
import { StartRefusal } from './refusal.ts';

const FIRST = 3000;
const LAST = 3009;

/** Opens `wanted`, or the first free port from 3000 to 3009 when none is asked for, and answers which. */
export async function listen(server: Server, wanted: number | null): Promise<number> {
  if (wanted !== null) {
    if (await tries(server, wanted)) return portOf(server);
    throw new StartRefusal(`Le port ${wanted} est déjà pris par un autre programme. Donnez-en un autre par PORT.`);
  }
  for (let port = FIRST; port <= LAST; port += 1) {
    if (await tries(server, port)) return port;
  }
  throw new StartRefusal(`Les ports ${FIRST} à ${LAST} sont tous pris. Donnez un port libre par PORT.`);
}

async function tries(server: Server, port: number): Promise<boolean> {
  return await new Promise<boolean>((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (error.code === 'EACCES') {
        reject(new StartRefusal(`Le port ${port} est réservé au système. Donnez par PORT un port à partir de 1024.`));
      } else reject(error);
    };
    server.once('error', onError);
    server.listen(port, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
