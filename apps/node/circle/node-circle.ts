import type { Clock } from "@mingbai/exchange/ports/clock";
import type { Links } from "@mingbai/exchange/ports/links";
import { encodeAsk, encodeReport, findAsk, findReport, type NodeReport } from "./node-report.ts";

/** The others are asked no more often, however many pages ask. */
export const roundMsMin = 2_000;
/** How long a round waits for answers; those that come later are in the next. */
export const roundMsMax = 700;
/** One peer is answered no more often. */
export const answerMsMin = 500;
/** Who has said nothing for so long is silent. */
export const silentMsMax = 8_000;

interface Parts {
  readonly links: Pick<Links, "send">;
  readonly clock: Clock;
  /** Numbers of the other nodes. */
  readonly peers: () => readonly number[];
}

/** What another node said of itself, and how long ago. */
export interface HeardReport {
  readonly report: NodeReport;
  /** Whole milliseconds. */
  readonly agoMs: number;
}

/** Nodes of one ledger that tell each other how they are: asked when somebody looks, in bounded rounds, remembered between. */
export class NodeCircle {
  readonly #parts: Parts;
  readonly #heard = new Map<number, { report: NodeReport; atMs: number }>();
  readonly #answeredMs = new Map<number, number>();
  #describe: ((height: number) => Promise<NodeReport>) | undefined;
  #roundMs = Number.NEGATIVE_INFINITY;
  #round: { readonly left: Set<number>; done(): void; readonly end: Promise<void> } | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Begins to answer; `describe` is given the height whose app hash is wanted. */
  answerWith(describe: (height: number) => Promise<NodeReport>): void {
    this.#describe = describe;
  }

  /** Takes a frame of another node; false where it is none of these. Bytes that are nothing are passed over. */
  take(from: number, frame: Uint8Array): boolean {
    const height = findAsk(frame);
    if (height !== undefined) {
      void this.#answer(from, height);
      return true;
    }
    const report = findReport(frame);
    if (report === undefined) return false;
    this.#heard.set(from, { report, atMs: this.#parts.clock.now() });
    if (this.#round?.left.delete(from) && this.#round.left.size === 0) this.#round.done();
    return true;
  }

  /** What is known of the others, by number; who is silent is missing. `height`: whose app hash they are asked for. */
  async reports(height: number): Promise<ReadonlyMap<number, HeardReport>> {
    const { clock, peers } = this.#parts;
    if (this.#round === undefined && clock.now() >= this.#roundMs + roundMsMin) this.#ask(height);
    await this.#round?.end;
    const nowMs = clock.now();
    const there = new Set(peers());
    for (const [number, { atMs }] of this.#heard) {
      if (!there.has(number) || nowMs > atMs + silentMsMax) this.#heard.delete(number);
    }
    return new Map(
      [...this.#heard].map(([number, { report, atMs }]) => [number, { report, agoMs: Math.round(nowMs - atMs) }]),
    );
  }

  #ask(height: number): void {
    const { links, clock, peers } = this.#parts;
    this.#roundMs = clock.now();
    const frame = encodeAsk(height);
    const left = new Set(peers().filter((peer) => links.send(peer, frame)));
    if (left.size === 0) return;
    const { promise: end, resolve } = Promise.withResolvers<void>();
    const done = (): void => {
      cancel();
      this.#round = undefined;
      resolve();
    };
    const cancel = clock.after(roundMsMax, done);
    this.#round = { left, done, end };
  }

  async #answer(to: number, height: number): Promise<void> {
    const nowMs = this.#parts.clock.now();
    if (this.#describe === undefined || nowMs < (this.#answeredMs.get(to) ?? Number.NEGATIVE_INFINITY) + answerMsMin)
      return;
    this.#answeredMs.set(to, nowMs);
    this.#parts.links.send(to, encodeReport(await this.#describe(height)));
  }
}
