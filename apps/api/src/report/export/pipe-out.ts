/** A reader who takes nothing for so long has gone, though nobody said so. */
const longestPauseMs = 60_000;

/**
 * What `work` writes, as a stream that is read elsewhere: each piece waits until the reader has room. A reader who goes away ends the
 * work at its next piece, and work that fails breaks the stream: half a file never looks whole.
 */
export function pipeOut(
  work: (write: (piece: Uint8Array) => Promise<void>) => Promise<void>,
  pauseMs = longestPauseMs,
): ReadableStream<Uint8Array> {
  const pipe = new TransformStream<Uint8Array, Uint8Array>();
  const writer = pipe.writable.getWriter();
  const write = async (piece: Uint8Array): Promise<void> => {
    const gone = setTimeout(() => void writer.abort(new Error('nobody reads')).catch(() => undefined), pauseMs);
    try {
      await writer.write(piece);
    } finally {
      clearTimeout(gone);
    }
  };
  void work(write)
    .then(
      () => writer.close(),
      (error: unknown) => writer.abort(error),
    )
    .catch(() => undefined);
  return pipe.readable;
}
