import { receiptView } from "@mingbai/http/explorer-views";
import type { ErasureLine } from "@mingbai/registry/views/erasures";
import { runQuery } from "../../../api/run-query.ts";

/** The proof of an erasure that is complete, as its text: every receipt in it is under a checkpoint by then, or this throws. */
export async function fetchErasureProof({ asked, decided, vaults }: ErasureLine): Promise<string> {
  const [{ formatErasureProof }, { findReceipt }] = await Promise.all([
    import("@mingbai/sdk/erasure-proof"),
    import("@mingbai/sdk/receipt"),
  ]);
  const receiptOf = async (id: string | undefined) => {
    const receipt = id === undefined ? undefined : findReceipt((await runQuery(receiptView, { id })).text);
    if (receipt === undefined) throw new Error(`no receipt of ${id}`);
    return receipt;
  };
  const [request, decision] = await Promise.all([receiptOf(asked.transaction), receiptOf(decided?.transaction)]);
  const said = vaults.map(async ({ organisation, said: one }) => ({
    organisation: organisation.id,
    receipt: await receiptOf(one?.transaction),
  }));
  return formatErasureProof({ request, decision, vaults: await Promise.all(said) });
}
