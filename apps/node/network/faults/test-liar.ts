import { frameTypes } from "@mingbai/exchange/frames/frame-type";
import { Membership } from "@mingbai/exchange/membership";
import type { Links } from "@mingbai/exchange/ports/links";
import { rosterInForce } from "@mingbai/ledger/genesis/rosters";
import type { AbciApplication } from "@mingbai/sequencer/cometbft/abci-application";
import { NetworkSequencer } from "@mingbai/sequencer/network/network-sequencer";
import { type Lie, type Lying, lyingOf } from "./test-lie.ts";

type Parts = Parameters<typeof NetworkSequencer.open>[0];

/** Stands between this process's node and all others, and lies for it while it is told to; the node itself is as it always is. */
export class Liar {
  #membership: Membership | undefined;
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
    if (this.#membership === undefined) throw new Error("there is no node to lie for");
    this.#lying = lie === undefined ? {} : lyingOf(lie, this.#membership);
    this.#lied.clear();
  }

  /** About how many frames of this kind it has lied since it began to. */
  lied(about: keyof typeof frameTypes): number {
    return this.#lied.get(frameTypes[about]) ?? 0;
  }

  #between(parts: Parts): Parts {
    const { ledger, ackKey: signer } = parts;
    const roster = rosterInForce(ledger.state, ledger.head.height + 1);
    this.#membership = new Membership({ chain: ledger.chain, roster, signer });
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
    honest.prepareProposal = (asked) => this.#lying.propose?.(asked) ?? prepare(asked);
    return honest;
  }

  #count<T>([type = 0]: Uint8Array, lie: T | undefined): T | undefined {
    if (lie !== undefined) this.#lied.set(type, 1 + (this.#lied.get(type) ?? 0));
    return lie;
  }
}
