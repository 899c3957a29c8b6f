import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { machineClock } from "@mingbai/exchange/links/machine-clock";
import type { Links } from "@mingbai/exchange/ports/links";
import { foundingEvents } from "@mingbai/identity/founding-events";
import type { Role } from "@mingbai/ledger/authority/role";
import type { Event } from "@mingbai/ledger/definition/event";
import { applyEvent } from "@mingbai/ledger/execute/execute-transaction";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { Replica } from "@mingbai/log/chain/replica";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { followSegmentLog } from "@mingbai/log/segments/follow-segment-log";
import { type NodeContents, openContents } from "../contents/open-contents.ts";
import { type DataFolder, dataFolder } from "../data-folder.ts";
import { networkGenesis } from "../founding/network-genesis.ts";
import { publicRosterKeys } from "../founding/solo-roster.ts";
import { deriveNodeKeys, type NodeKeys } from "../keys/node-keys.ts";
import { registry } from "../registry.ts";
import { SubjectVault } from "../subjects/subject-vault.ts";
import { nodeSealing } from "../vault/node-sealing.ts";
import { VaultLog } from "../vault/vault-log.ts";
import { VaultLookup } from "../vault/vault-lookup.ts";
import { VaultReader } from "../vault/vault-reader.ts";
import { Entries } from "./entries.ts";
import { openSealed } from "./open-sealed.ts";
import { PartShelf } from "./part-shelf.ts";
import type { SealedExchange } from "./sealed-exchange.ts";

const judged = /^(registry|posts|identity)[.]/;

/** A frame on its way, for tests that look at it or put another in its place. */
export interface SentFrame {
  readonly from: number;
  readonly to: number;
  readonly frame: Uint8Array;
}

/** A node as far as sealed entries go: vault, contents and files in a folder, and its exchange. */
export interface SealedNode {
  readonly folder: DataFolder;
  readonly contents: NodeContents;
  readonly vault: VaultLog;
  readonly subjects: SubjectVault;
  readonly lookup: VaultLookup;
  readonly entries: Entries;
  readonly exchange: SealedExchange;
}

/**
 * Nodes of organisations on one ledger, whose events are told by the test, with links that hand frames over in this process.
 * `roles`: what the administrator of each holds besides.
 */
export class SealedNodes {
  readonly #root: string;
  readonly #keys: readonly NodeKeys[];
  readonly #genesis: Genesis;
  readonly #replica: Replica;
  readonly #events: Event[] = [];
  readonly #open = new Map<number, SealedNode>();
  readonly #listeners = new Set<() => void>();
  readonly frames: SentFrame[] = [];
  /** What arrives instead of a frame; undefined: nothing. */
  rewrite: (sent: SentFrame) => Uint8Array | undefined = ({ frame }) => frame;

  private constructor(root: string, keys: readonly NodeKeys[], genesis: Genesis) {
    this.#root = root;
    this.#keys = keys;
    this.#genesis = genesis;
    this.#replica = new Replica(registry, genesis);
  }

  static async found(root: string, organisations: readonly { id: string; roles?: readonly Role[] }[]) {
    const keys = await Promise.all(organisations.map((_, at) => deriveNodeKeys(new Uint8Array(32).fill(at + 1))));
    const members = organisations.flatMap(({ id }, at) => {
      const own = keys[at];
      const name = { en: id, zh: id };
      const roster = own && { organisation: id, ...publicRosterKeys(own), power: 1 };
      return roster ? [{ roster, name, url: `http://${id}.example`, administrator: undefined }] : [];
    });
    const currency = { code: "CNY", decimals: 2 };
    const founding = { timeMs: 1_700_000_000_000, name: "test", currency, zoneOffsetMinutes: 480, site: "example" };
    const genesis = networkGenesis({ ...founding, members });
    const actors = organisations.flatMap(({ id, roles }, at) =>
      roles === undefined ? [] : [{ account: accountOf(at), organisation: id, roles, keys: [] }],
    );
    const events = [...genesis.events, ...foundingEvents({ organisations: [], actors })];
    return new SealedNodes(root, keys, { ...genesis, events });
  }

  get(number: number): SealedNode {
    const node = this.#open.get(number);
    if (node === undefined) throw new Error(`node ${number} is not open`);
    return node;
  }

  async open(number: number): Promise<SealedNode> {
    const keys = this.#keys[number];
    if (keys === undefined) throw new RangeError(`no node ${number}`);
    const disk = nodeDisk();
    const folder = dataFolder(join(this.#root, String(number)));
    await disk.makeFolder(folder.root);
    const sealing = nodeSealing(keys.vault);
    const vault = await VaultLog.open({ disk, folder: folder.vault, sealing });
    const onFatal = (error: Error) => {
      throw error;
    };
    const now = () => 1_800_000_000_000;
    const subjects = await SubjectVault.open({ disk, folder: folder.subjects, key: keys.vault, now });
    const contents = await openContents({ disk, folder, vault, subjects, keys, now, onFatal });
    const reader = new VaultReader(followSegmentLog({ disk, folder: folder.vault }), sealing);
    const exchange = await openSealed({
      chain: this.#chain(),
      genesis: this.#genesis,
      vault,
      subjects,
      folder,
      disk,
      keys,
      links: this.#linksOf(number),
      clock: machineClock,
      pinned: () => ({ epoch: 0, members: this.#keys.map(addressOf) }),
      now: () => 1_800_000_000_000,
      onStored: () => this.#tell(),
      onFatal,
    });
    exchange.start();
    const lookup = new VaultLookup({ vault, reader });
    const entries = new Entries({ vault: lookup, shelf: new PartShelf(subjects), disk, filesFolder: folder.files });
    const node = { folder, contents, vault, subjects, lookup, entries, exchange };
    this.#open.set(number, node);
    return node;
  }

  async openAll(): Promise<void> {
    for (const number of this.#keys.keys()) await this.open(number);
  }

  async close(number: number): Promise<void> {
    const { exchange, contents, vault, subjects } = this.get(number);
    this.#open.delete(number);
    exchange.close();
    await contents.close();
    await subjects.close();
    await vault.close();
  }

  async closeAll(): Promise<void> {
    for (const number of [...this.#open.keys()]) await this.close(number);
  }

  /** Events that every node sees, as if a block had them. */
  happen(...events: Event[]): void {
    this.#events.push(...events);
    const { state } = this.#replica;
    const moment = { height: 1, timeMs: 1_800_000_000_000 };
    // For whom files of households and helpers are, is judged by the state.
    for (const event of events) if (judged.test(event.type)) applyEvent({ state, registry, moment }, event);
    for (const { exchange } of this.#open.values()) exchange.follow(events);
  }

  /** Resolves once something is so, looked at after each entry that was stored and each frame that was sent. */
  async until(isSo: () => Promise<boolean> | boolean): Promise<void> {
    while (!(await isSo())) await new Promise<void>((resolve) => this.#listeners.add(resolve));
  }

  /** Every byte of every file in a node's folder. */
  async bytesOf(number: number): Promise<Buffer> {
    const root = join(this.#root, String(number));
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const names = Buffer.from(entries.map(({ name }) => name).join("\n"));
    return Buffer.concat([
      names,
      ...(await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name))))),
    ]);
  }

  #tell(): void {
    const listeners = [...this.#listeners];
    this.#listeners.clear();
    for (const listener of listeners) listener();
  }

  #chain(): Parameters<typeof openSealed>[0]["chain"] {
    const { state, head } = this.#replica;
    const outcome = { leaf: new Uint8Array(), events: [...this.#events] };
    const none = new Uint8Array();
    const roots = { appHash: none, logRoot: none, effects: none, stateRoot: none };
    const block = { height: 1, timeMs: 1, logSize: 1, unorderedFrom: 0, bodiesBelow: 0, containers: [], ...roots };
    return {
      state,
      head,
      async *blocksFromHeight() {
        yield { ...block, outcomes: [outcome] };
      },
    };
  }

  #linksOf(from: number): Links {
    return {
      send: (to, frame) => {
        this.frames.push({ from, to, frame });
        const arriving = this.rewrite({ from, to, frame });
        this.#tell();
        if (!this.#open.has(to)) return false;
        // Frames never arrive while they are being sent.
        if (arriving !== undefined) setImmediate(() => this.#open.get(to)?.exchange.take(from, arriving));
        return true;
      },
      onFrame: () => undefined,
      onPeer: () => undefined,
    };
  }
}

/** The administrator of a node's organisation. */
export function accountOf(number: number): string {
  return toHex(new Uint8Array(8).fill(number + 1));
}

function addressOf({ node }: NodeKeys, member: number) {
  return { member, publicKey: node.publicKey, host: "localhost", port: 1 };
}
