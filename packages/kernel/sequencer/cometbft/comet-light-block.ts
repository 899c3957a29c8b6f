import { z } from "zod";
import { askComet } from "./comet-rpc.ts";

/** More than a roster can name. */
const validatorsMax = 100;

/**
 * The header of a height with the votes for it, and the validators of that height: what an outsider needs to see that
 * consensus decided it. In the shapes of CometBFT's RPC, unjudged.
 */
export async function askLightBlock({
  rpcSocket,
  height,
}: {
  readonly rpcSocket: string;
  readonly height: number;
}): Promise<{ readonly signedHeader: unknown; readonly validators: unknown }> {
  const [{ signed_header: signedHeader }, { validators }] = await Promise.all([
    askComet({ rpcSocket, path: `commit?height=${height}`, schema: z.object({ signed_header: z.unknown() }) }),
    askComet({
      rpcSocket,
      path: `validators?height=${height}&per_page=${validatorsMax}`,
      schema: z.object({ validators: z.unknown() }),
    }),
  ]);
  return { signedHeader, validators };
}
