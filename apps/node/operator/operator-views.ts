import { z } from "zod";

/** How the consensus engine beside a node stands, as the node asked it; absent where one organisation keeps the ledger. */
export const EngineView = z.object({
  engine: z
    .object({
      /** The engine's own count of blocks, which is not the ledger's height. */
      height: z.int().nonnegative(),
      isCatchingUp: z.boolean(),
      /** Its votes; 0 where it has none. */
      power: z.int().nonnegative(),
      /** Organisations, as they call themselves; keys decided that they may be here. */
      peers: z.array(z.string()),
      /** Whether those connected hold, with this node, more than two thirds of the votes: without them nothing is ordered. */
      isQuorum: z.boolean(),
      /** The ledger's height from which on this node keeps what was signed; 0 where it has all of it. */
      bodiesFrom: z.int().nonnegative(),
    })
    .optional(),
});
export type EngineView = Readonly<z.infer<typeof EngineView>>;
