import { mySettings } from "@mingbai/sdk/settings";
import type { PersonalSettings } from "@mingbai/workflow/views/personal-settings";
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { nodeClient } from "../api/node-client.ts";
import { useSession } from "./use-session.ts";

const freshEveryMs = 60_000;

const keyOf = (account: string | undefined) => ["my settings", account];

/** What the node keeps for the person signed in; undefined for anyone else, and until it is there. */
export function useSettings(): PersonalSettings | undefined {
  const account = useSession()?.account;
  const asked = useQuery<PersonalSettings>({
    queryKey: keyOf(account),
    queryFn: () => mySettings(nodeClient),
    enabled: account !== undefined,
    refetchInterval: freshEveryMs,
    retry: false,
  });
  return account === undefined ? undefined : asked.data;
}

/** Puts what the node answered to a change in its place. */
export function useChangeSettings(): (change: Partial<PersonalSettings>) => void {
  const account = useSession()?.account;
  const client = useQueryClient();
  return useCallback((change) => changeSettings(client, account, change), [client, account]);
}

function changeSettings(client: QueryClient, account: string | undefined, change: Partial<PersonalSettings>): void {
  client.setQueryData<PersonalSettings>(keyOf(account), (kept) => kept && { ...kept, ...change });
}
