import { findBase64 } from "@mingbai/codec/base64";
import { toHex } from "@mingbai/codec/hex";
import { findPromise, type SignedPromise } from "@mingbai/ledger/availability/promise";
import type { SceneMember } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { sceneCommand, scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import type { Random } from "@mingbai/testkit/random";
import type { EarlyAnswer, FinalAnswer } from "../answer.ts";
import type { Sequencer } from "../sequencer.ts";
import type { TestCluster } from "./test-cluster.ts";

/** Heights after which somebody who has no answer sends the same bytes to another node. */
const patienceHeights = 4;

type Send = (node: Sequencer) => Promise<readonly EarlyAnswer[]>;

const noAnswer = (): void => undefined;

interface Sent {
  readonly id: string;
  readonly bytes: Uint8Array;
  sentAtHeight: number;
}

/** Somebody who sends one transaction after another to any node, and sends it again elsewhere until it is final. */
export class TestClient {
  /** By transaction. */
  readonly answers = new Map<string, FinalAnswer>();
  /** What a node has promised is sent to nobody again: that node has to see to it. */
  readonly promised: SignedPromise[] = [];
  readonly #cluster: TestCluster;
  readonly #member: SceneMember;
  readonly #draw: Random;
  readonly #waiting = new Map<string, Sent>();
  #sequence = 1;

  constructor(parts: { cluster: TestCluster; member: SceneMember; draw: Random }) {
    this.#cluster = parts.cluster;
    this.#member = parts.member;
    this.#draw = parts.draw;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** A new note or batch, to any node that runs. */
  async send(): Promise<void> {
    const given = { chain: this.#cluster.chain, member: this.#member, sequence: this.#sequence++ };
    const signed = this.#draw.chance(1, 3)
      ? await scenePayments([1 + this.#draw.below(9), 2], given)
      : await sceneCommand({ key: `k${this.#draw.below(5)}`, text: `${given.sequence}` }, given);
    const sent = { id: toHex(signed.id), bytes: signed.bytes, sentAtHeight: 0 };
    this.#waiting.set(sent.id, sent);
    if (this.#draw.chance(1, 4)) this.#sendTo(sent, (node) => node.receive(sent.bytes));
    else this.#sendTo(sent);
  }

  /** Sends again what has waited long enough. */
  remind(): void {
    for (const sent of this.#waiting.values()) {
      if (this.#cluster.order.height >= sent.sentAtHeight + patienceHeights) this.#sendTo(sent);
    }
  }

  #sendTo(sent: Sent, send: Send = (node) => node.submit(sent.bytes)): void {
    const { running, order } = this.#cluster;
    sent.sentAtHeight = order.height;
    if (running.length === 0) return;
    const { sequencer } = this.#cluster.get(this.#draw.pick(running));
    // A node that died answers nobody: its client asks another one.
    send(sequencer).then(([answer]) => this.#hear(sent, answer), noAnswer);
  }

  #hear({ id }: Sent, answer: EarlyAnswer | undefined): void {
    if (answer?.status === "received") {
      const promise = findPromise(findBase64(answer.promise) ?? new Uint8Array());
      if (promise === undefined) throw new Error(`what is promised of ${id} can't be read`);
      this.promised.push(promise);
      this.#waiting.delete(id);
    }
    if (answer?.status !== "final") return;
    const known = this.answers.get(id);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(answer)) {
      throw new Error(`two nodes answer ${id} differently`);
    }
    this.answers.set(id, answer);
    this.#waiting.delete(id);
  }
}
