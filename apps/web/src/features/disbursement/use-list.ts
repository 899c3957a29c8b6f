import { type ManifestRow, manifestsView } from "@mingbai/treasury/views/acts";
import { useQuery } from "@tanstack/react-query";
import { useView } from "../../api/use-view.ts";
import { useSession } from "../../session/use-session.ts";
import { findKept, findKeptBatch, type KeptBatch, type KeptList, listKept } from "./list-store.ts";

const everyMs = 4_000;

/** One list as the ledger has it now; `row` is null where it is not proposed. */
export function useListRow(manifest: string) {
  const asked = useView(manifestsView, { manifest, limit: 1 }, { everyMs });
  return { asked, row: asked.data === undefined ? undefined : (asked.data.rows[0] ?? null) };
}

/** The same list as this browser keeps it for the person signed in, with its batches and what was sent of them. */
export function useKeptList(manifest: string) {
  const owner = useSession()?.account;
  return useQuery<{ list: KeptList; batches: readonly (KeptBatch | undefined)[] } | null>({
    queryKey: ["kept list", owner, manifest],
    enabled: owner !== undefined,
    queryFn: async () => {
      const list = await findKept(owner ?? "", manifest);
      if (list === undefined) return null;
      const batches = await Promise.all(list.proposal.batches.map((digest) => findKeptBatch(digest)));
      return { list, batches };
    },
  });
}

/** Names of the lists that this browser keeps for the person signed in, by manifest. */
export function useKeptNames(): ReadonlyMap<string, KeptList> {
  const owner = useSession()?.account;
  const { data } = useQuery({
    queryKey: ["kept lists", owner],
    enabled: owner !== undefined,
    queryFn: () => listKept(owner ?? ""),
  });
  return new Map((data ?? []).map((list) => [list.manifest, list]));
}

/** Where a list is on its way. */
export function stepOf({ state }: ManifestRow): "approve" | "send" | "done" {
  return state === "proposed" ? "approve" : state === "paid" ? "done" : "send";
}
