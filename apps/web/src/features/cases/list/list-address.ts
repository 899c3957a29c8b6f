import { casesView } from "@mingbai/registry/views/cases";
import { z } from "zod";
import { filterAddressOf } from "../../../ui/filter-address.ts";

const { stage, kind, area, mine, overdue, ended } = casesView.params.shape;
export const CaseFilter = z.object({ stage, kind, area, mine, overdue, ended });
export type CaseFilter = z.infer<typeof CaseFilter>;

/** The address of a list of cases. */
export const caseAddress = filterAddressOf(CaseFilter);

/** The boxes of the list: all that is open, or one of the others. */
export const boxes = ["open", "mine", "overdue", "ended"] as const;
export type Box = (typeof boxes)[number];

export function boxOf({ mine, overdue, ended }: CaseFilter): Box {
  if (mine !== undefined) return "mine";
  if (overdue !== undefined) return "overdue";
  return ended === undefined ? "open" : "ended";
}

/** The same kind and place in another box; the stage is left out, since a box may not have it. */
export function inBox({ kind: ofKind, area: inArea }: CaseFilter, box: Box): CaseFilter {
  const kept = { ...(ofKind !== undefined && { kind: ofKind }), ...(inArea !== undefined && { area: inArea }) };
  return box === "open" ? kept : { ...kept, [box]: "true" };
}
