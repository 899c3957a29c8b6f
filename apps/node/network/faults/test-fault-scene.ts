import { toHex } from "@mingbai/codec/hex";
import type { SignedTransaction } from "@mingbai/sdk/sign-transaction";
import { type Random, random } from "@mingbai/testkit/random";
import { expect } from "vitest";
import { Acknowledged } from "./test-acknowledged.ts";
import { assertAgreement } from "./test-agreement.ts";
import { deliver, deliverAccepted } from "./test-deliver.ts";
import type { SeenHealth } from "./test-fault-calls.ts";
import type { FaultMember } from "./test-fault-member.ts";
import { payOut } from "./test-fault-money.ts";
import { FaultNetwork } from "./test-fault-network.ts";
import { payers, people } from "./test-fault-people.ts";
import { FaultSigner } from "./test-fault-signer.ts";
import { PayingClient } from "./test-paying-client.ts";

/** What was broken is whole again: so soon the ledger takes acts. */
const resumesMsMax = 30_000;
/** What the watcher does: it moves no money, and each is as long as the other. */
const registering = "identity.registerOrganisation";
const healthMsMax = 2_000;
/** Longer than any round of votes takes. */
const standsMs = 3_000;

/** Of one sequence number and one length. */
export interface TwoActs {
  readonly signed: SignedTransaction;
  readonly twin: SignedTransaction;
}

/** A network at work: people pay each other through it all the time, and somebody watches. */
export class FaultScene {
  readonly network: FaultNetwork;
  readonly acknowledged = new Acknowledged();
  readonly #draw: Random;
  readonly #watcher: FaultSigner;
  #clients: readonly PayingClient[] = [];
  #notes = 0;
  /** What befell it, and how long an act took after that. */
  readonly #history: string[] = [];

  private constructor(network: FaultNetwork, seed: number) {
    this.network = network;
    this.#draw = random(seed + 1);
    this.#watcher = new FaultSigner(network.chain, people.watcher);
  }

  static async open(folder: string, seed: number): Promise<FaultScene> {
    const scene = new FaultScene(await FaultNetwork.start(folder), seed);
    const { network, acknowledged } = scene;
    const { members, chain } = network;
    await payOut(chain, (signed) => deliverAccepted({ signed, members, draw: scene.#draw, acknowledged }));
    scene.#clients = payers.map(
      (person, index) => new PayingClient({ network, person, acknowledged, seed: seed + 2 + index }),
    );
    return scene;
  }

  /** Lets so many ms pass while people work. */
  passes(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  /** An act sent now is final before the service must have resumed, whoever is asked. */
  async goesOn(after: string, members: readonly FaultMember[] = this.network.members): Promise<void> {
    const startMs = Date.now();
    const delivered = deliver({ ...(await this.#note()), members });
    const answer = await Promise.race([delivered, this.passes(resumesMsMax)]);
    this.#history.push(`${after}: ${Date.now() - startMs} ms`);
    if (answer?.status === "final") return;
    const health = await Promise.all(this.network.members.map((member) => this.#healthOf(member)));
    expect({ asked: members.map(({ number }) => number), health, history: this.#history }).toBe("going on");
  }

  /** An act sent to these is not final, and nothing else is; it will be later. */
  async standsStill(members: readonly FaultMember[]): Promise<void> {
    const delivered = deliver({ ...(await this.#note()), members });
    expect(await Promise.race([delivered, this.passes(standsMs)])).toBeUndefined();
  }

  /** Signs an act and its twin, and gives them to nobody yet; the one must come to be final, the other never counts. */
  async sign(): Promise<TwoActs> {
    const [signed, twin] = await this.#watcher.twins(registering, [this.#organisation(), this.#organisation()]);
    this.acknowledged.twins.push([toHex(signed.id), toHex(twin.id)]);
    return { signed, twin };
  }

  /** Gives one member an act to store and to pass on, and nobody else. */
  async entrust({ bytes }: SignedTransaction, member: FaultMember): Promise<void> {
    const [answer] = await member.ask("receive", { bytes });
    expect(["received", "final"]).toContain(answer?.status);
  }

  /** What was signed is final, as these members tell it. */
  async isFinal(signed: SignedTransaction, members: readonly FaultMember[]): Promise<void> {
    await deliverAccepted({ signed, members, draw: this.#draw, acknowledged: this.acknowledged });
  }

  /** People rest; all members have come to the same, and have all that was acknowledged. */
  async agrees(): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.stop()));
    await Promise.all(this.network.members.map((member) => member.ready()));
    await Promise.all(this.network.members.map((member) => this.goesOn("they rest", [member])));
    await assertAgreement(this.network, this.acknowledged);
    for (const client of this.#clients) client.start();
  }

  async close(): Promise<void> {
    for (const client of this.#clients) void client.stop();
    await this.network.stop();
  }

  async #healthOf(member: FaultMember): Promise<SeenHealth | string> {
    const late = this.passes(healthMsMax).then(() => "no answer");
    return Promise.race([member.ask("health", {}).catch(String), late]);
  }

  async #note() {
    const signed = await this.#watcher.command(registering, this.#organisation());
    return { signed, draw: this.#draw, acknowledged: this.acknowledged };
  }

  #organisation() {
    const id = `watched-${String(this.#notes++).padStart(6, "0")}`;
    return { organisation: id, name: { en: id, zh: id } };
  }
}
