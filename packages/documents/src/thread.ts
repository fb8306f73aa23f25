import { Worker } from 'node:worker_threads';

export interface ThreadLimits {
  timeoutMs: number;
  maxMb: number;
}

/**
 * Asks one question of a thread of its own, with a limit of time and of memory, for files that came from outside. What takes too
 * much ends as `too_heavy`, what stumbles as `broken`. The thread gets no environment: a hostile file finds no secret there.
 */
export function askThread<Answer>(
  script: URL,
  question: unknown,
  { timeoutMs, maxMb }: ThreadLimits,
): Promise<Answer | 'too_heavy' | 'broken'> {
  const worker = new Worker(script, {
    workerData: question,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: maxMb, maxYoungGenerationSizeMb: 48 },
  });
  // What a library prints about a file is nobody's to read, and must not pile up.
  worker.stdout.resume();
  worker.stderr.resume();
  return new Promise((resolve) => {
    const settle = (answer: Answer | 'too_heavy' | 'broken'): void => {
      clearTimeout(late);
      resolve(answer);
      void worker.terminate();
    };
    const late = setTimeout(() => settle('too_heavy'), timeoutMs);
    worker.once('message', (answer: Answer) => settle(answer));
    worker.once('error', (error) => {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      settle(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too_heavy' : 'broken');
    });
    worker.once('exit', () => settle('broken'));
  });
}
