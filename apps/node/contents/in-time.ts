/** A sender may be silent so long, and may take so long for the whole. */
export interface TimeAllowed {
  readonly idleMsMax: number;
  readonly wholeMsMax: number;
}

/** The stream, ended where its sender goes away, is silent for too long, or takes too long for the whole. */
export async function* inTime(
  source: AsyncIterable<Uint8Array>,
  { idleMsMax, wholeMsMax }: TimeAllowed,
): AsyncGenerator<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]();
  const wholeEnds = Date.now() + wholeMsMax;
  for (;;) {
    const next = await orLate(pieces.next(), Math.min(idleMsMax, wholeEnds - Date.now()));
    if (next === undefined || next.done) return;
    yield next.value;
  }
}

/** What comes, or undefined where nothing comes in time or the sender has gone. */
async function orLate<T>(coming: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), Math.max(0, ms));
  });
  try {
    return await Promise.race([coming, late]);
  } catch (error) {
    if (hasGone(error)) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function hasGone(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "ECONNRESET" || code === "ERR_STREAM_PREMATURE_CLOSE";
}
