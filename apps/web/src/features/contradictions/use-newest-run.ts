import { type ComparisonRun, comparisonRunsView } from "@mingbai/registry/views/comparison-runs";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useView } from "../../api/use-view.ts";
import { useSession } from "../../session/use-session.ts";
import { comparerRoles, holdsOne } from "../registry/who-may.ts";

const underWayMs = 1_000;
const restingMs = 15_000;

export function isUnderWay({ state }: Pick<ComparisonRun, "state">): boolean {
  return state === "asking" || state === "comparing";
}

/**
 * The newest run over all files, or of one village: asked often while it is under way. When it ends, whatever shows what it found
 * asks again. Nothing is asked where the person sees no runs.
 */
export function useNewestRun(of: string) {
  const client = useQueryClient();
  const mayCompare = holdsOne(useSession()?.roles, comparerRoles);
  const [everyMs, setEveryMs] = useState(restingMs);
  const asked = useView(comparisonRunsView, { of, limit: 1 }, { everyMs, off: !mayCompare });
  const run = asked.data?.rows[0];
  const busy = run !== undefined && isUnderWay(run);
  const wasBusy = useRef(false);
  useEffect(() => {
    setEveryMs(busy ? underWayMs : restingMs);
    if (wasBusy.current && !busy) void client.invalidateQueries();
    wasBusy.current = busy;
  }, [busy, client]);
  return { asked, run, busy, mayCompare };
}
