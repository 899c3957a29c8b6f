import { frameTypes } from "@mingbai/exchange/frames/frame-type";
import { Membership } from "@mingbai/exchange/membership";
import type { Links } from "@mingbai/exchange/ports/links";
import { rosterInForce } from "@mingbai/ledger/genesis/rosters";
import type { AbciApplication } from "@mingbai/sequencer/cometbft/abci-application";
import { NetworkSequencer } from "@mingbai/sequencer/network/network-sequencer";
import { Garbage } from "./test-garbage.ts";
import { type Lie, type Lying, lyingOf } from "./test-lie.ts";

type Parts = Parameters<typeof NetworkSequencer.open>[0];

/** Stands between this process's node and all others, and lies for it while it is told to; the node itself is as it always is. */
export class Liar {
  #means: { readonly membership: Membership; readonly garbage: Garbage } | undefined;
  #lying: Lying = {};
  /** Frames that it lied about, by type. */
  readonly #lied = new Map<number, number>();

  /** Every sequencer that this process opens from now on speaks through it. */
  intervene(): void {
    const open = NetworkSequencer.open;
    NetworkSequencer.open = (parts) => open(this.#between(parts));
  }

  /** From now on this, or nothing but the truth. */
  begin(lie: Lie | undefined): void {
    this.#lying = lie === undefined ? {} : lyingOf(lie, this.#getMeans());
    this.#lied.clear();
  }

  /** About how many frames of this kind it has lied since it began to. */
  lied(about: keyof typeof frameTypes): number {
    return this.#lied.get(frameTypes[about]) ?? 0;
  }

  /** What it has proposed that nobody may vote for. */
  get garbage(): Pick<Garbage, "proposed" | "isSpent"> {
    return this.#getMeans().garbage;
  }

  #getMeans() {
    if (this.#means === undefined) throw new Error("there is no node to lie for");
    return this.#means;
  }

  #between(parts: Parts): Parts {
    const { ledger, ackKey: signer } = parts;
    const { chain, state, head } = ledger;
    const roster = rosterInForce(state, head.height + 1);
    this.#means = { membership: new Membership({ chain, roster, signer }), garbage: new Garbage(chain) };
    return {
      ...parts,
      links: this.#links(parts.links),
      startEngine: (application) => parts.startEngine(this.#application(application)),
    };
  }

  #links(honest: Links): Links {
    return {
      send: (to, frame) => {
        const said = this.#count(frame, this.#lying.say?.({ to, frame })) ?? [{ to, frame }];
        return said.every((one) => honest.send(one.to, one.frame));
      },
      onFrame: (listener) =>
        honest.onFrame((from, frame) => {
          const answer = this.#count(frame, this.#lying.hear?.(frame));
          if (answer === undefined) listener(from, frame);
          else void answer.then((bytes) => honest.send(from, bytes));
        }),
      onPeer: (listener) => honest.onPeer(listener),
    };
  }

  #application(honest: AbciApplication): AbciApplication {
    const prepare = honest.prepareProposal.bind(honest);
    const judge = honest.processProposal.bind(honest);
    const finalize = honest.finalizeBlock.bind(honest);
    honest.prepareProposal = async (asked) => (await this.#lying.propose?.(asked)) ?? prepare(asked);
    honest.processProposal = async (block) => this.#lying.votesFor?.(block) || judge(block);
    honest.finalizeBlock = (block) => {
      this.#getMeans().garbage.saw(block);
      return finalize(block);
    };
    return honest;
  }

  #count<T>([type = 0]: Uint8Array, lie: T | undefined): T | undefined {
    if (lie !== undefined) this.#lied.set(type, 1 + (this.#lied.get(type) ?? 0));
    return lie;
  }
}
