import { concat } from "@mingbai/codec/bytes";
import { fromHex } from "@mingbai/codec/hex";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { encodePush } from "@mingbai/exchange/frames/push";
import { bodyRoot, findEnvelopes } from "@mingbai/ledger/container/body";
import { batchId, containerKinds, encodeContainerHeader } from "@mingbai/ledger/container/container";
import { originMessage } from "@mingbai/ledger/container/origin-signature";
import { lineBytes, linesMax } from "@mingbai/ledger/transaction/body";
import { encodeBatch } from "@mingbai/treasury/batch/encode-batch";
import { batchModes } from "@mingbai/treasury/batch/layout";
import { payBatchName } from "@mingbai/treasury/schema";
import type { FaultPerson } from "./test-fault-people.ts";
import { FaultSigner } from "./test-fault-signer.ts";

/** Beyond every number that the member itself will give. */
const firstSequence = 1_000_000;
/** Nearly a full batch: a command has room behind it. */
const bigLines = linesMax - 64;
/** A big body is a little longer than its lines are. */
export const bigBodyBytesMin = bigLines * lineBytes;
const zeros = new Uint8Array(16);

/** Push frames of one member's containers that every other member stores while there is room: sound, and never to be ordered. */
export class FloodContainers {
  readonly #chain: Uint8Array;
  readonly #member: number;
  readonly #nodeKey: Signer;
  readonly #person: FaultSigner;
  readonly #tiny: Uint8Array;
  readonly #lines: Uint8Array;
  #made = 0;

  private constructor(parts: {
    chain: Uint8Array;
    member: number;
    nodeKey: Signer;
    person: FaultSigner;
    tiny: Uint8Array;
    lines: Uint8Array;
  }) {
    this.#chain = parts.chain;
    this.#member = parts.member;
    this.#nodeKey = parts.nodeKey;
    this.#person = parts.person;
    this.#tiny = parts.tiny;
    this.#lines = parts.lines;
  }

  /** `person`: whose envelopes stand in them; nobody asks whether they are allowed what these say. */
  static async of(parts: {
    chain: Uint8Array;
    member: number;
    nodeKey: Signer;
    person: Pick<FaultPerson, "account" | "keyId" | "signer">;
  }): Promise<FloodContainers> {
    const { account } = parts.person;
    const person = new FaultSigner(parts.chain, parts.person);
    const head = { payer: account, fund: 1, tranche: 1, mode: batchModes.toAccounts, manifest: new Uint8Array(32) };
    const line = {
      payee: account,
      amount: 1,
      reference: zeros,
      destination: zeros,
      secret: fromHex(account + account),
    };
    const batch = encodeBatch(head, Array<typeof line>(bigLines).fill(line));
    const { bytes: tiny } = await person.command("treasury.pay", {});
    const { bytes: lines } = await person.payments(payBatchName, batch);
    return new FloodContainers({ ...parts, person, tiny, lines });
  }

  /** All hold the same command: a member stores its bytes once. */
  tiny(expiryHeight: number): Promise<Uint8Array> {
    return this.#frame(this.#tiny, expiryHeight);
  }

  /** Nearly as long as a body may be, and no two the same. */
  async big(expiryHeight: number): Promise<Uint8Array> {
    const { bytes } = await this.#person.command("treasury.pay", {});
    return this.#frame(concat(this.#lines, bytes), expiryHeight);
  }

  async #frame(body: Uint8Array, expiryHeight: number): Promise<Uint8Array> {
    const kind = containerKinds.gathered;
    const envelopes = findEnvelopes(kind, body) ?? [];
    const headerBytes = encodeContainerHeader({
      kind,
      origin: this.#member,
      chainTag: this.#chain.slice(0, 8),
      originSequence: firstSequence + this.#made++,
      expiryHeight,
      bodyBytes: body.length,
      units: envelopes.reduce((all, { header }) => all + header.units, 0),
      bodyRoot: bodyRoot(kind, body, envelopes),
    });
    const id = batchId(headerBytes);
    return encodePush({ headerBytes, signature: await this.#nodeKey.sign({ message: originMessage(id), id }), body });
  }
}
