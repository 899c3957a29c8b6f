import type { NodeKeys } from "@mingbai/app-node/keys/node-keys";
import { toHex } from "@mingbai/codec/hex";
import { rosterKeyMessage } from "@mingbai/governance/changes/roster";
import type { KeyProof } from "@mingbai/governance/schema";
import type { Roster } from "@mingbai/ledger/genesis/roster";

const noId = new Uint8Array(32);

/**
 * Signatures over a proposed roster by those of this node's keys that it waits for: what `governance.proveKeys` takes.
 * `awaited`: public keys, hexadecimal.
 */
export async function proveRosterKeys(
  keys: Pick<NodeKeys, "organisation" | "node" | "log" | "cosign" | "consensus">,
  { chain, roster, awaited }: { chain: Uint8Array; roster: Roster; awaited: readonly string[] },
): Promise<KeyProof[]> {
  const { organisation, node, log, cosign, consensus } = keys;
  const message = rosterKeyMessage(chain, roster);
  const held = [organisation, node, log, cosign, consensus].filter(({ publicKey }) =>
    awaited.includes(toHex(publicKey)),
  );
  return Promise.all(
    held.map(async (signer) => ({
      publicKey: toHex(signer.publicKey),
      signature: toHex(await signer.sign({ message, id: noId })),
    })),
  );
}
