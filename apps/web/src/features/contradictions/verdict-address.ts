import { verdictsView } from "@mingbai/registry/views/verdicts";
import { z } from "zod";
import { filterAddressOf } from "../../ui/filter-address.ts";

const { level, rule, area } = verdictsView.params.shape;
export const VerdictFilter = z.object({ level, rule, area });
export type VerdictFilter = z.infer<typeof VerdictFilter>;

/** The address of the desk's list. */
export const verdictAddress = filterAddressOf(VerdictFilter);
