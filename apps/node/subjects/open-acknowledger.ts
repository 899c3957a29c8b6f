import { toHex } from "@mingbai/codec/hex";
import { machineClock } from "@mingbai/exchange/links/machine-clock";
import { nodeAccountOf } from "../keys/node-account.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import { findOwnOrganisation } from "../keys/own-organisation.ts";
import { LocalActor } from "../local-actor.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { ErasureAcknowledger } from "./erasure-acknowledger.ts";

/**
 * Lets a node say itself what it has erased; undefined for one that is no member and only follows. `tablesReached` resolves when
 * the tables have carried out every block below a number.
 */
export function openAcknowledger({
  ledger,
  keys,
  tablesReached,
  onFatal,
}: {
  ledger: Pick<OpenLedger, "chain" | "sequencer" | "now" | "marks" | "onDurable" | "erased">;
  keys: Pick<NodeKeys, "node">;
  tablesReached: (blocks: number) => Promise<void>;
  onFatal: (error: Error) => void;
}): ErasureAcknowledger | undefined {
  const { chain } = ledger;
  const organisation = findOwnOrganisation(chain, keys);
  if (organisation === undefined) return undefined;
  const account = nodeAccountOf(keys.node.publicKey);
  let isTold = false;
  const acknowledger = new ErasureAcknowledger({
    state: chain.state,
    chain: chain.chain,
    organisation,
    async carriedOut() {
      await ledger.erased();
      await tablesReached(ledger.marks().blocks);
    },
    async send({ command, input }) {
      const actor = new LocalActor(ledger, { signer: keys.node, keyId: account });
      const { bytes } = await actor.signCommand(command, input);
      const [answer] = await ledger.sequencer.submit(bytes);
      if (answer?.refused === "KEY_UNKNOWN" && !isTold) {
        isTold = true;
        process.stderr.write(
          `mingbai: ${unknownKey({ organisation, account, publicKey: toHex(keys.node.publicKey) })}\n`,
        );
      }
      return answer;
    },
    clock: machineClock,
    onFatal,
  });
  ledger.onDurable(acknowledger.follow);
  acknowledger.follow();
  return acknowledger;
}

/** A member that came after the founding, or whose key was renewed. */
function unknownKey({
  organisation,
  account,
  publicKey,
}: {
  organisation: string;
  account: string;
  publicKey: string;
}): string {
  return `this node has erased files and cannot say so: an administrator of ${organisation} registers account ${account} as a nodeOperator, with the Ed25519 key ${publicKey} under the number ${account}`;
}
