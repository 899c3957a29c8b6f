import { toHex } from "@mingbai/codec/hex";
import { type Random, random } from "@mingbai/testkit/random";
import type { Acknowledged } from "./test-acknowledged.ts";
import { deliver } from "./test-deliver.ts";
import type { FaultNetwork } from "./test-fault-network.ts";
import { type FaultPerson, fund, payers, tranche } from "./test-fault-people.ts";
import { FaultSigner } from "./test-fault-signer.ts";

const atOnce = 3;
const pauseMs = 20;
/** One of so many times two payments bear one number. */
const twinsOneOf = 16;

/** Somebody who pays others all the time through any member, sends again elsewhere what is not answered, and sometimes cheats. */
export class PayingClient {
  readonly #network: FaultNetwork;
  readonly #person: FaultPerson;
  readonly #acknowledged: Acknowledged;
  readonly #draw: Random;
  readonly #signer: FaultSigner;
  #running: Promise<unknown> = Promise.resolve();
  #isStopped = false;

  constructor(parts: { network: FaultNetwork; person: FaultPerson; acknowledged: Acknowledged; seed: number }) {
    this.#network = parts.network;
    this.#person = parts.person;
    this.#acknowledged = parts.acknowledged;
    this.#draw = random(parts.seed);
    this.#signer = new FaultSigner(parts.network.chain, parts.person);
    this.start();
  }

  start(): void {
    this.#isStopped = false;
    this.#running = Promise.all(Array.from({ length: atOnce }, () => this.#pay()));
  }

  /** Sends nothing new, and waits until all that was sent is final. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  async #pay(): Promise<void> {
    while (!this.#isStopped) {
      if (this.#draw.chance(1, twinsOneOf)) await this.#cheat();
      else {
        const signed = await this.#signer.command("treasury.pay", this.#payment());
        const answer = await this.#deliver(signed);
        if (answer === undefined || answer.refused !== undefined) {
          this.#acknowledged.faults.push(`${toHex(signed.id)} was refused: ${answer?.refused}`);
        }
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  /** The same number twice, to different members at once. */
  async #cheat(): Promise<void> {
    const twins = await this.#signer.twins("treasury.pay", [this.#payment(), this.#payment()]);
    this.#acknowledged.twins.push([toHex(twins[0].id), toHex(twins[1].id)]);
    await Promise.all(twins.map((signed) => this.#deliver(signed)));
  }

  #deliver(signed: Parameters<typeof deliver>[0]["signed"]) {
    const { members } = this.#network;
    return deliver({ signed, members, draw: this.#draw, acknowledged: this.#acknowledged });
  }

  #payment() {
    const { account } = this.#person;
    const payee = this.#draw.pick(payers.filter((other) => other.account !== account)).account;
    return {
      from: { holder: account, fund, tranche },
      payee,
      amount: 1 + this.#draw.below(9),
      reference: toHex(this.#draw.bytes(16)),
    };
  }
}
