import type { Clock } from "@mingbai/exchange/ports/clock";
import type { NetworkSequencer } from "@mingbai/sequencer/network/network-sequencer";
import type { MemberEngine } from "./member-engine.ts";

/** How often it is looked whether the engine goes on; nobody is asked while it does. */
export const lookMs = 5_000;
/** An engine that stands still for so long while others go on is started again, which takes some 4 s; twice as long each time that did not help. */
export const stillMsMax = 20_000;

interface Parts {
  readonly clock: Clock;
  readonly engine: { readonly comet: Pick<MemberEngine["comet"], "status" | "restart"> };
  /** Whether so many say that their engines are well past this height that not all of them can lie. */
  readonly areOthersPast: (height: number) => Promise<boolean>;
}

type Watched = Pick<NetworkSequencer, "height" | "state">;

/**
 * Starts an engine again that takes part, waits for nothing of this node, and yet stands still while the others go on. CometBFT v0.40
 * may wait in the commit step of a height for ever: each peer notes that it has sent the block although it came before the votes
 * by which the engine knows that it wants it, so it was thrown away (consensus/reactor.go, `SendPartSetHasPart`; consensus/state.go,
 * `addProposalBlockPart`). An engine that starts fetches the block.
 */
export class EngineWatch {
  readonly #parts: Parts;
  #seen = { height: 0, atMs: 0 };
  #patienceMs = stillMsMax;
  #isStopped = false;
  #cancel: () => void = () => undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(sequencer: Watched): void {
    this.#seen = this.#now(sequencer);
    this.#lookLater(sequencer);
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel();
  }

  #lookLater(sequencer: Watched): void {
    if (this.#isStopped) return;
    this.#cancel = this.#parts.clock.after(lookMs, () => {
      void this.#look(sequencer).finally(() => this.#lookLater(sequencer));
    });
  }

  async #look(sequencer: Watched): Promise<void> {
    const now = this.#now(sequencer);
    const hasMoved = now.height !== this.#seen.height;
    if (hasMoved) this.#patienceMs = stillMsMax;
    if (hasMoved || sequencer.state !== "ok") {
      this.#seen = now;
      return;
    }
    if (now.atMs - this.#seen.atMs < this.#patienceMs || !(await this.#isStuck(now.height))) return;
    this.#seen = this.#now(sequencer);
    this.#patienceMs *= 2;
    this.#parts.engine.comet.restart();
  }

  async #isStuck(height: number): Promise<boolean> {
    const { engine, areOthersPast } = this.#parts;
    if (!(await areOthersPast(height))) return false;
    const status = await engine.comet.status().catch(() => undefined);
    // One that is down is started again by whoever keeps it, and one that catches up is at it.
    return status?.isCatchingUp === false;
  }

  #now({ height }: Watched): { height: number; atMs: number } {
    return { height, atMs: this.#parts.clock.now() };
  }
}
