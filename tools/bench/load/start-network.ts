import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { UnorderedUse } from "@mingbai/log/bodies/unordered-index";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { type Client, createClient } from "@mingbai/sdk/client";
import { freePorts } from "@mingbai/sequencer/cometbft/test-homes";
import { dataFolder } from "../../../apps/node/data-folder.ts";
import { writeGenesis } from "../../../apps/node/founding/genesis-file.ts";
import { publicRosterKeys } from "../../../apps/node/founding/solo-roster.ts";
import { deriveNodeKeys } from "../../../apps/node/keys/node-keys.ts";
import { type JoinFile, writeJoinFile } from "../../../apps/node/network/join-file.ts";
import { writeNetworkFile } from "../../../apps/node/network/network-file.ts";
import { loopbackNetworks, portsPerMember } from "../../../apps/node/network/test-networks.ts";
import { trustMember } from "../../../apps/node/network/trust-member.ts";
import { benchGenesis } from "./bench-genesis.ts";
import { memberSecret } from "./bench-people.ts";
import type { Flooded, FloodOrder } from "./member-flood.ts";
import { makeBenchFolder } from "./start-ledger.ts";

/** One member's node of a bench, in a process of its own. */
export interface BenchMember {
  readonly url: string;
  readonly pid: number;
  /** The last height that is durable there. */
  readonly height: number;
  /** Ends its process and its engine without a word. */
  kill(): void;
  /** Pushes containers to all others until `endFlood`, and never lets them be ordered. Resolves once it has begun. */
  flood(order: FloodOrder): Promise<void>;
  endFlood(): Promise<Flooded>;
  /** What it keeps of another member and is not ordered. */
  unorderedOf(member: number): Promise<UnorderedUse>;
}

/** What a member's process is asked, one thing at a time, and what it answers. */
export type MemberCall =
  | { readonly flood: FloodOrder }
  | { readonly endFlood: true }
  | { readonly unorderedOf: number };
export type MemberAnswer = Flooded | UnorderedUse | null;

/** The nodes of a network on this machine, each with links, exchange and CometBFT, without tables and pages. */
export interface BenchNetwork {
  readonly members: readonly BenchMember[];
  /** Sends to the first member. */
  readonly client: Client;
  readonly folder: string;
  /** From where a node may join by a snapshot now; undefined while none is offered. */
  findSnapshot(): Promise<JoinFile | undefined>;
  /** Starts the next observer, with nothing: by a snapshot, or by the engine's blocks from the first one on. */
  join(by: JoinFile | undefined): Promise<BenchMember>;
  /** Resolves when these members have executed what the furthest has. */
  settled(members: readonly BenchMember[]): Promise<void>;
  stop(): Promise<void>;
}

/** Founds and starts a network of so many members, and waits until all answer. Observers are let in, and start when they join. */
export async function startNetwork({
  count,
  suppliers = 0,
  observers = 0,
}: {
  count: number;
  suppliers?: number;
  observers?: number;
}): Promise<BenchNetwork> {
  const folder = await makeBenchFolder();
  const { genesis, roots, rpcUrl } = await found(folder, { count, suppliers, observers });
  const members = await Promise.all(roots.slice(0, count).map((root, number) => startMember(root, number)));
  const [first] = members;
  if (first === undefined) throw new RangeError("a network has a member");
  const watching: RunningMember[] = [];
  return {
    members,
    client: createClient({ url: first.url }),
    folder,
    findSnapshot: () => trustMember(rpcUrl, { genesis, rosters: [] }),
    async join(by) {
      const number = count + watching.length;
      const root = roots[number];
      if (root === undefined) throw new RangeError("no more observers are let in");
      if (by !== undefined) await writeJoinFile(nodeDisk(), dataFolder(root).join, by);
      const observer = await startMember(root, number);
      watching.push(observer);
      return observer;
    },
    async settled(some) {
      const height = Math.max(...members.map((member) => member.height));
      await Promise.all(some.map((member) => (member as RunningMember).reached(height)));
    },
    async stop() {
      await Promise.all([...watching, ...members].map((member) => member.stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function found(
  folder: string,
  { count, suppliers, observers }: { count: number; suppliers: number; observers: number },
) {
  const disk = nodeDisk();
  const all = count + observers;
  const parts = await Promise.all(
    Array.from({ length: all }, async (_, number) => ({
      organisation: `member-${number}`,
      keys: await deriveNodeKeys(memberSecret(number)),
    })),
  );
  const networks = loopbackNetworks(parts, await freePorts(all * portsPerMember), observers);
  const members = parts
    .slice(0, count)
    .map(({ organisation, keys }) => ({ organisation, ...publicRosterKeys(keys), power: 1 }));
  const genesis = benchGenesis(suppliers, { epoch: 0, members });
  const [first] = networks;
  const rpcUrl = `http://${first?.listen.host}:${first?.comet.rpcPort}`;
  const roots = await Promise.all(
    networks.map(async (network) => {
      const place = dataFolder(join(folder, network.organisation));
      await disk.makeFolder(place.root);
      await writeGenesis(place.genesis, genesis);
      await writeNetworkFile(disk, place.network, network);
      return place.root;
    }),
  );
  return { genesis, roots, rpcUrl };
}

class RunningMember implements BenchMember {
  readonly #child: ChildProcess;
  url = "";
  height = 0;
  #onHeight: () => void = () => undefined;
  #onAnswer: (answer: MemberAnswer) => void = () => undefined;

  constructor(child: ChildProcess) {
    this.#child = child;
    child.on("message", (message: { url?: string; height?: number } | { answer: MemberAnswer }) => {
      if ("answer" in message) return this.#onAnswer(message.answer);
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

  async flood(order: FloodOrder): Promise<void> {
    await this.#ask({ flood: order });
  }

  async endFlood(): Promise<Flooded> {
    return (await this.#ask({ endFlood: true })) as Flooded;
  }

  async unorderedOf(member: number): Promise<UnorderedUse> {
    return (await this.#ask({ unorderedOf: member })) as UnorderedUse;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, "exit");
    if (this.#child.connected) this.#child.disconnect();
    await ended;
  }

  #ask(call: MemberCall): Promise<MemberAnswer> {
    return new Promise((resolve) => {
      this.#onAnswer = resolve;
      this.#child.send(call);
    });
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
