import { z } from "zod";
import { Settlement } from "../compare/settlement.ts";

/** Which reason was settled, and why. Who did so, how and when is what the ledger says of the act. */
export const SettlementText = Settlement.omit({ kind: true, by: true, on: true, isOwn: true }).extend({
  kind: z.literal("settlement"),
});
export type SettlementText = z.infer<typeof SettlementText>;
