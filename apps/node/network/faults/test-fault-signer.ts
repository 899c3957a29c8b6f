import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { type SignedTransaction, type Signing, signCommand, signPayments } from "@mingbai/sdk/sign-transaction";
import type { FaultPerson } from "./test-fault-people.ts";

const expiryMs = 60 * 60 * 1_000;

/** Signs for one person, each time under the next number. */
export class FaultSigner {
  readonly #chain: Uint8Array;
  readonly #person: Pick<FaultPerson, "keyId" | "signer">;
  #sequence = 1;

  constructor(chain: Uint8Array, person: Pick<FaultPerson, "keyId" | "signer">) {
    this.#chain = chain;
    this.#person = person;
  }

  command(command: string, input: CanonicalObject): Promise<SignedTransaction> {
    return signCommand(this.#signing(this.#sequence++), command, input);
  }

  payments(command: string, body: Uint8Array): Promise<SignedTransaction> {
    return signPayments(this.#signing(this.#sequence++), command, body);
  }

  /** Two of one number: at most one of them may count. */
  async twins(command: string, inputs: readonly [CanonicalObject, CanonicalObject]) {
    const signing = this.#signing(this.#sequence++);
    return [await signCommand(signing, command, inputs[0]), await signCommand(signing, command, inputs[1])] as const;
  }

  #signing(sequence: number): Signing {
    const { signer, keyId } = this.#person;
    return { chain: this.#chain, signer, keyId, lane: 0, sequence, expiryMs: Date.now() + expiryMs };
  }
}
