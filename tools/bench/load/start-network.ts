import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { type Client, createClient } from "@mingbai/sdk/client";
import { freePorts } from "@mingbai/sequencer/cometbft/test-homes";
import { dataFolder } from "../../../apps/node/data-folder.ts";
import { writeGenesis } from "../../../apps/node/founding/genesis-file.ts";
import { publicRosterKeys } from "../../../apps/node/founding/solo-roster.ts";
import { deriveNodeKeys } from "../../../apps/node/keys/node-keys.ts";
import { writeNetworkFile } from "../../../apps/node/network/network-file.ts";
import { loopbackNetworks, portsPerMember } from "../../../apps/node/network/test-networks.ts";
import { benchGenesis } from "./bench-genesis.ts";
import { memberSecret } from "./bench-people.ts";
import { makeBenchFolder } from "./start-ledger.ts";

/** One member's node of a bench, in a process of its own. */
export interface BenchMember {
  readonly url: string;
  readonly pid: number;
  /** The last height that is durable there. */
  readonly height: number;
  /** Ends its process and its engine without a word. */
  kill(): void;
}

/** The nodes of a network on this machine, each with links, exchange and CometBFT, without tables and pages. */
export interface BenchNetwork {
  readonly members: readonly BenchMember[];
  /** Sends to the first member. */
  readonly client: Client;
  readonly folder: string;
  /** Resolves when these members have executed what the furthest has. */
  settled(members: readonly BenchMember[]): Promise<void>;
  stop(): Promise<void>;
}

/** Founds and starts a network of so many members, and waits until all answer. */
export async function startNetwork({
  count,
  suppliers = 0,
}: {
  count: number;
  suppliers?: number;
}): Promise<BenchNetwork> {
  const folder = await makeBenchFolder();
  const founded = await found(folder, { count, suppliers });
  const members = await Promise.all(founded.map((root, number) => startMember(root, number)));
  const [first] = members;
  if (first === undefined) throw new RangeError("a network has a member");
  return {
    members,
    client: createClient({ url: first.url }),
    folder,
    async settled(some) {
      const height = Math.max(...members.map((member) => member.height));
      await Promise.all(some.map((member) => (member as RunningMember).reached(height)));
    },
    async stop() {
      await Promise.all(members.map((member) => member.stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function found(folder: string, { count, suppliers }: { count: number; suppliers: number }): Promise<string[]> {
  const disk = nodeDisk();
  const parts = await Promise.all(
    Array.from({ length: count }, async (_, number) => ({
      organisation: `member-${number}`,
      keys: await deriveNodeKeys(memberSecret(number)),
    })),
  );
  const networks = loopbackNetworks(parts, await freePorts(count * portsPerMember));
  const members = parts.map(({ organisation, keys }) => ({ organisation, ...publicRosterKeys(keys), power: 1 }));
  const genesis = benchGenesis(suppliers, { epoch: 0, members });
  return Promise.all(
    networks.map(async (network) => {
      const place = dataFolder(join(folder, network.organisation));
      await disk.makeFolder(place.root);
      await writeGenesis(place.genesis, genesis);
      await writeNetworkFile(disk, place.network, network);
      return place.root;
    }),
  );
}

class RunningMember implements BenchMember {
  readonly #child: ChildProcess;
  url = "";
  height = 0;
  #onHeight: () => void = () => undefined;

  constructor(child: ChildProcess) {
    this.#child = child;
    child.on("message", (message: { url?: string; height?: number }) => {
      this.url = message.url ?? this.url;
      this.height = message.height ?? this.height;
      this.#onHeight();
    });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  reached(height: number): Promise<void> {
    return new Promise((resolve) => {
      this.#onHeight = () => this.height >= height && resolve();
      this.#onHeight();
    });
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, "exit");
    if (this.#child.connected) this.#child.disconnect();
    await ended;
  }
}

async function startMember(root: string, number: number): Promise<RunningMember> {
  const child = fork(join(import.meta.dirname, "serve-member.ts"), [root, String(number)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const member = new RunningMember(child);
  await Promise.race([once(child, "message"), once(child, "exit").then(failed)]);
  return member;
}

function failed(): never {
  throw new Error("a member of the bench's network ended before it listened");
}
