import type { VoidStatement } from "@mingbai/app-node/network/void-statements";
import { fromHex, toHex } from "@mingbai/codec/hex";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { voidMessage } from "@mingbai/ledger/availability/void-statement";
import type { Roster } from "@mingbai/ledger/genesis/roster";

/**
 * The statement with the signature of this organisation's key; undefined where what others have signed so far is of another
 * body, ledger or roster, or the key is of nobody in the roster.
 */
export async function signVoidStatement(
  key: Signer,
  { chain, roster, batchId }: { readonly chain: string; readonly roster: Roster; readonly batchId: string },
  sofar: VoidStatement | undefined,
): Promise<VoidStatement | undefined> {
  const own = roster.members.find(({ organisationKey }) => organisationKey === toHex(key.publicKey));
  const { epoch } = roster;
  const isSame = sofar === undefined || (sofar.chain === chain && sofar.epoch === epoch && sofar.batchId === batchId);
  if (own === undefined || !isSame) return undefined;
  const id = fromHex(batchId);
  const signature = await key.sign({ message: voidMessage({ chain: fromHex(chain), epoch, batchId: id }), id });
  const signatures = { ...sofar?.signatures, [own.organisation]: toHex(signature) };
  return { format: "mingbai/void/1", chain, epoch, batchId, signatures };
}
