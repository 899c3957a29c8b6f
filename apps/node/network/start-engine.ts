import { availableParallelism } from "node:os";
import type { Era } from "@mingbai/ledger/genesis/era";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { OpenedSoFar } from "@mingbai/log/disk/opened-so-far";
import type { AbciApplication } from "@mingbai/sequencer/cometbft/abci-application";
import { serveAbci } from "@mingbai/sequencer/cometbft/abci-server";
import type { StateSyncTrust } from "@mingbai/sequencer/cometbft/comet-config";
import { writeCometHome } from "@mingbai/sequencer/cometbft/comet-home";
import { openCometPlace } from "@mingbai/sequencer/cometbft/comet-place";
import { type Comet, startComet } from "@mingbai/sequencer/cometbft/comet-process";
import type { NodeKeys } from "../keys/node-keys.ts";
import { engineGenesis } from "./engine-genesis.ts";
import type { NetworkFile } from "./network-file.ts";
import { processorShare } from "./processor-share.ts";

interface Parts {
  /** Folder of the engine's own files. */
  readonly folder: string;
  readonly genesis: Genesis;
  /** Where the ledger was handed from one organisation to several. */
  readonly era?: Era | undefined;
  readonly keys: Pick<NodeKeys, "seeds">;
  readonly network: NetworkFile;
  readonly application: AbciApplication;
  /** Whether the ledger holds a block that an engine of this node ordered, other than one that it is to join by. */
  readonly hasOrdered: boolean;
  /** Where the engine has no blocks and is to begin from others' snapshot. */
  readonly stateSync?: StateSyncTrust | undefined;
  readonly onFatal: (error: Error) => void;
}

/** Lets CometBFT order for this node's application, on a socket between the two. Throws CometMissing where it is not installed. */
export async function startEngine(parts: Parts): Promise<{ readonly comet: Comet; stop(): Promise<void> }> {
  const { folder, genesis, era, keys, network, application, hasOrdered, stateSync, onFatal } = parts;
  const place = await openCometPlace(folder);
  const { organisation, listen, comet: ports } = network;
  await writeCometHome({
    home: place.home,
    settings: {
      moniker: organisation,
      p2pListen: hostPort(listen.host, ports.p2pPort),
      rpcListen: hostPort(listen.host, ports.rpcPort),
      peers: ports.peers,
      ...(stateSync && { stateSync }),
    },
    genesis: engineGenesis(genesis, era),
    nodeSeed: keys.seeds.p2p,
    consensusSeed: keys.seeds.consensus,
    hasOrdered,
  });
  await using opened = new OpenedSoFar();
  const server = await serveAbci({
    socketPath: place.abciSocket,
    application,
    onFatal: (cause) => onFatal(cause instanceof Error ? cause : new Error(String(cause))),
  });
  opened.defer(() => server.close());
  const comet = await startComet({ place, processors: processorShare(network, availableParallelism()) });
  opened.defer(() => comet.stop());
  const running = opened.move();
  return { comet, stop: () => running.disposeAsync() };
}

function hostPort(host: string, port: number): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
