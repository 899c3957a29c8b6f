import { type ContentRefusal, refuseContent } from "@mingbai/http/contents/content-refusal";
import { DiskError, isRefusedAsFull } from "@mingbai/log/disk/disk-error";
import { LogError } from "@mingbai/log/segments/log-error";

/**
 * Does work that writes. A disk that was full before anything was in doubt is the refusal NO_SPACE; where it is not
 * known what is on the disk, `onFatal` hears of it, since the node must end, and the error goes on.
 */
export async function durably<T>(onFatal: (error: Error) => void, work: () => Promise<T>): Promise<T | ContentRefusal> {
  try {
    return await work();
  } catch (error) {
    if (isRefusedAsFull(error) || (error instanceof LogError && error.code === "LOG_FULL"))
      return refuseContent("NO_SPACE");
    if (leavesDoubt(error)) onFatal(error);
    throw error;
  }
}

function leavesDoubt(error: unknown): error is Error {
  if (error instanceof LogError) return error.code === "LOG_BROKEN";
  return error instanceof DiskError && error.operation.startsWith("sync");
}
