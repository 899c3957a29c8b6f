import { LogDamaged } from "./log-error.ts";
import type { ReadView } from "./read-records.ts";

/** Segments as they are known, or (`fresh`) looked up anew. */
export type TakeView = (fresh: boolean) => ReadView | Promise<ReadView>;

/**
 * Reads; where that finds damage, looks segments up anew and reads once more: a segment may have been written anew after
 * it was looked up. Damage that is still there is told of.
 */
export async function readAgain<T>(take: TakeView, read: (view: ReadView) => Promise<T>): Promise<T> {
  try {
    return await read(await take(false));
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error;
    return read(await take(true));
  }
}

/** As `readAgain`, for records in order: goes on after the last one that was whole. */
export async function* readOnAgain<T extends { readonly sequence: number }>(
  take: TakeView,
  from: number,
  read: (view: ReadView, from: number) => AsyncIterable<T>,
): AsyncGenerator<T> {
  let next = from;
  for (let failedAt: number | undefined; ; ) {
    try {
      for await (const record of read(await take(failedAt === next), next)) {
        next = record.sequence + 1;
        yield record;
      }
      return;
    } catch (error) {
      if (!(error instanceof LogDamaged) || failedAt === next) throw error;
      failedAt = next;
    }
  }
}
