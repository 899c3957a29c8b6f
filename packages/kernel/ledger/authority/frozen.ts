import { defineTable } from "../state/table.ts";

/** Organisations for which nobody acts at present: a regulator has stopped them. By organisation; `fromMs` is block time. */
export const frozenOrganisationTable = defineTable<{ readonly fromMs: number }>("ledger.frozenOrganisations");
