import type { Era } from "@mingbai/ledger/genesis/era";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import type { AbciApplication } from "@mingbai/sequencer/cometbft/abci-application";
import type { Comet } from "@mingbai/sequencer/cometbft/comet-process";
import type { DataFolder } from "../data-folder.ts";
import type { NodeKeys } from "../keys/node-keys.ts";
import type { JoinedNetwork } from "./join-network.ts";
import type { NetworkFile } from "./network-file.ts";
import { startEngine } from "./start-engine.ts";

interface Parts {
  readonly folder: Pick<DataFolder, "comet">;
  readonly genesis: Genesis;
  readonly keys: NodeKeys;
  readonly network: NetworkFile;
  readonly chain: Pick<LedgerChain, "head">;
  /** The engine that runs already and waits, where the node has just joined. */
  readonly joined?: JoinedNetwork | undefined;
  readonly onFatal: (error: Error) => void;
}

/** The engine of a member, which others name before the sequencer starts it. */
export class MemberEngine {
  readonly #parts: Parts;
  readonly #era: Era | undefined;
  #running: Awaited<ReturnType<typeof startEngine>> | undefined;

  constructor(parts: Parts, era: Era | undefined) {
    this.#parts = parts;
    this.#era = era;
  }

  /** Throws before it was started. */
  get comet(): Comet {
    if (this.#running === undefined) throw new Error("the engine was not started");
    return this.#running.comet;
  }

  /** Lets it order for this application: a new engine, or the one by which the node joined. */
  async start(application: AbciApplication): Promise<void> {
    const { folder, genesis, keys, network, chain, joined, onFatal } = this.#parts;
    const hasOrdered = chain.head.height > (this.#era?.base ?? 0);
    const parts = { folder: folder.comet, genesis, era: this.#era, keys, network, application, hasOrdered, onFatal };
    this.#running = joined?.engine ?? (await startEngine(parts));
    joined?.application.goOn(application);
  }

  async stop(): Promise<void> {
    await this.#running?.stop();
  }
}
