import { fromHex, toHex } from "@mingbai/codec/hex";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import { storedMessage } from "@mingbai/ledger/availability/stored-ack";
import { isSignedByOrigin, originMessage } from "@mingbai/ledger/container/origin-signature";
import { findMemberNumber, type Roster } from "@mingbai/ledger/genesis/roster";

/** Who keeps the ledger now, and which of them this node is: nobody where it only watches. */
export class Membership {
  readonly roster: Roster;
  readonly self: number | undefined;
  /** Numbers of all others. */
  readonly others: readonly number[];
  readonly chain: Uint8Array;
  /** The key by which the member signs containers and says "stored". */
  readonly #signer: Signer;

  constructor({ chain, roster, signer }: { chain: Uint8Array; roster: Roster; signer: Signer }) {
    this.chain = chain;
    this.roster = roster;
    this.self = findMemberNumber(roster, toHex(signer.publicKey));
    this.others = roster.members.flatMap((_, number) => (number === this.self ? [] : [number]));
    this.#signer = signer;
  }

  isSignedBy(origin: number, signed: { readonly batchId: Uint8Array; readonly signature: Uint8Array }): boolean {
    const member = this.roster.members[origin];
    return member !== undefined && isSignedByOrigin(member, signed);
  }

  signOrigin(batchId: Uint8Array): Promise<Uint8Array> {
    return this.#signer.sign({ message: originMessage(batchId), id: batchId });
  }

  /** Says "stored" in the epoch in force. Only once the container is durable. */
  async signStored(batchId: Uint8Array): Promise<{ readonly epoch: number; readonly signature: Uint8Array }> {
    const { epoch } = this.roster;
    const message = storedMessage({ chain: this.chain, epoch, batchId });
    return { epoch, signature: await this.#signer.sign({ message, id: batchId }) };
  }

  /** Whether this member said "stored" in the epoch in force. */
  isStoredBy(number: number, { batchId, signature }: { batchId: Uint8Array; signature: Uint8Array }): boolean {
    const publicKey = fromHex(this.roster.members[number]?.ackKey ?? "");
    const message = storedMessage({ chain: this.chain, epoch: this.roster.epoch, batchId });
    return verifySignature({ scheme: "ed25519", publicKey, message, signature, id: batchId });
  }
}
