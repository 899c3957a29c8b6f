import { toHex } from "@mingbai/codec/hex";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { chainOf, type Genesis } from "@mingbai/ledger/genesis/genesis";
import { organisationNoteKey } from "@mingbai/ledger/proofs/roster-note";
import { signRosterNote } from "@mingbai/log/merkle/sign-roster-note";
import { logOrigin } from "../published/published-log.ts";

/**
 * The note of the roster that a genesis names, signed with those of these keys that are its organisations'; undefined where
 * none is. Who founds alone has all keys at hand; of several members each signs with its own, and nodes join what is missing.
 */
export async function firstRosterNote(genesis: Genesis, keys: readonly Signer[]): Promise<string | undefined> {
  const { roster } = genesis;
  const chain = chainOf(genesis);
  const origin = logOrigin(chain);
  const signers = roster.members.flatMap((member) => {
    const signer = keys.find(({ publicKey }) => toHex(publicKey) === member.organisationKey);
    if (signer === undefined) return [];
    const sign = (message: Uint8Array) => signer.sign({ message, id: new Uint8Array(32) });
    return [{ key: organisationNoteKey(origin, member), sign }];
  });
  if (signers.length === 0) return undefined;
  return signRosterNote({ origin, chain, fromSize: 0, fromHeight: 0, roster }, signers);
}
