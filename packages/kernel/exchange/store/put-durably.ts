import type { StoredBody } from "@mingbai/log/bodies/body-record";
import { LogError } from "@mingbai/log/segments/log-error";
import type { BodyKeeper } from "../ports/body-keeper.ts";

/** True once the container is durable, false where there is no place for it now. Rejects where the disk failed. */
export async function putDurably(keeper: BodyKeeper, container: StoredBody): Promise<boolean> {
  try {
    keeper.put(container);
    await keeper.commit();
    return true;
  } catch (error) {
    if (error instanceof LogError && (error.code === "LOG_FULL" || error.code === "LOG_BEHIND")) return false;
    throw error;
  }
}
