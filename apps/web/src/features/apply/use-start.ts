import { listDrafts, loadDraft } from "@mingbai/sdk/contents";
import { ProblemError } from "@mingbai/sdk/index";
import type { WordsContent } from "@mingbai/workflow/content";
import { matterView } from "@mingbai/workflow/views";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import { nodeClient } from "../../api/node-client.ts";
import { QueryProblem } from "../../api/problem.ts";
import { runQuery } from "../../api/run-query.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { ApplicationDraft, correctionOf, newApplication } from "./application-draft.ts";

export interface Start {
  readonly id: string;
  readonly version: number;
  readonly savedMs?: number;
  readonly draft: ApplicationDraft;
  /** What the reviewer wants corrected; nothing for a new application. */
  readonly returned?: WordsContent;
}

/** A draft as the node keeps it. */
export interface KeptDraft<Content> {
  readonly id: string;
  readonly version: number;
  readonly savedMs: number;
  readonly draft: Content;
}

/** The draft under this number where the node keeps one that this page can read. */
export async function findDraft<Content>(
  id: string,
  shape: z.ZodType<Content>,
): Promise<KeptDraft<Content> | undefined> {
  const kept = await listDrafts(nodeClient);
  if (!kept.some((draft) => draft.id === id)) return undefined;
  try {
    const { version, savedMs, content } = await loadDraft(nodeClient, id);
    const read = shape.safeParse(content);
    return read.success ? { id, version, savedMs, draft: read.data } : undefined;
  } catch (problem) {
    // Another page deleted it in between.
    if (problem instanceof ProblemError && problem.status === 404) return undefined;
    throw problem;
  }
}

/** Problems of drafts in the shape that pages show for queries. */
export async function asked<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (cause) {
    if (cause instanceof QueryProblem) throw cause;
    const [code, status] = cause instanceof ProblemError ? [cause.code, cause.status] : ["NO_CONNECTION", 0];
    throw new QueryProblem({ kind: status === 0 || status >= 502 ? "unreachable" : "refused", code, status, cause });
  }
}

/**
 * Where the form begins: the draft as it was left; else the returned matter that is to be corrected; else empty. `id` is
 * the draft's number, `matter` the returned one (its number is then also the draft's).
 */
export function useStart({
  id,
  matter,
}: {
  id: string;
  matter: string | undefined;
}): UseQueryResult<Start, QueryProblem> {
  const { currency } = useLedger();
  return useQuery<Start, QueryProblem>({
    queryKey: ["application start", id, matter],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) =>
      asked(
        (async () => {
          const kept = await findDraft(id, ApplicationDraft);
          if (matter === undefined) return kept ?? { id, version: 0, draft: newApplication({}) };
          const detail = await runQuery(matterView, { matter }, signal);
          const words = detail.steps.findLast(({ act }) => act === "workflow.returnMatter")?.words;
          const returned = words ? { returned: words } : {};
          if (kept && kept.draft.version === detail.version) return { ...kept, ...returned };
          return { id, version: kept?.version ?? 0, draft: correctionOf(detail, currency.decimals), ...returned };
        })(),
      ),
  });
}

/** Applications that were begun and not sent, the newest first. */
export function useDrafts(isOff: boolean) {
  return useQuery({
    queryKey: ["drafts"],
    enabled: !isOff,
    queryFn: () => asked(listDrafts(nodeClient)),
  });
}
