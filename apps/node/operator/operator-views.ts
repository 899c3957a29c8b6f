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
      peers: z.array(z.string()),
    })
    .optional(),
});
export type EngineView = Readonly<z.infer<typeof EngineView>>;
