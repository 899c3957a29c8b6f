import { useQuery } from "@tanstack/react-query";
import type { QueryProblem } from "../../../api/problem.ts";
import { asked, findDraft } from "../../apply/use-start.ts";
import { HouseholdDraft } from "./household-draft.ts";
import type { FormStart } from "./household-form.tsx";

/** Where filling in begins: at the draft that is kept under this id, or at a new one. Asked once, so that nothing typed is replaced. */
export function useFormStart(id: string, makeDraft: () => HouseholdDraft) {
  return useQuery<FormStart, QueryProblem>({
    queryKey: ["household draft", id],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    queryFn: () => asked(findDraft(id, HouseholdDraft).then((kept) => kept ?? { id, version: 0, draft: makeDraft() })),
  });
}
