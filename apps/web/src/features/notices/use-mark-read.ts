import { markNoticesRead } from "@mingbai/sdk/settings";
import { useCallback } from "react";
import { nodeClient } from "../../api/node-client.ts";
import { useAttempt } from "../../session/use-attempt.ts";
import { useChangeSettings } from "../../session/use-settings.ts";

/** Marks notices as read, on every device of this person. */
export function useMarkRead() {
  const change = useChangeSettings();
  const { fault, attempt } = useAttempt();
  const markRead = useCallback(
    (read: { seen: string } | { read: string[] }) =>
      attempt(async () => change({ notices: await markNoticesRead(nodeClient, read) })),
    [attempt, change],
  );
  return { fault, markRead };
}
