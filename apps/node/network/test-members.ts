import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import type { Signer } from "@mingbai/crypto/signers/signer";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import type { Receipt } from "@mingbai/sdk/receipt";
import { freePorts } from "@mingbai/sequencer/cometbft/test-homes";
import { makeReceipt } from "../answers/make-receipt.ts";
import { type DataFolder, dataFolder } from "../data-folder.ts";
import { demoNetworkGenesis, networkGenesis } from "../founding/network-genesis.ts";
import { publicRosterKeys } from "../founding/solo-roster.ts";
import { deriveNodeKeys, type NodeKeys } from "../keys/node-keys.ts";
import { LocalActor } from "../local-actor.ts";
import { type OpenLedger, openLedger } from "../open-ledger.ts";
import type { NetworkFile } from "./network-file.ts";
import { loopbackNetworks, portsPerMember } from "./test-networks.ts";

const foundedMs = 1_700_000_000_000;

/** A member of a test's network: its keys, its folder, and its administrator. */
interface TestMember {
  readonly organisation: string;
  readonly keys: NodeKeys;
  readonly network: NetworkFile;
  readonly root: string;
  readonly administrator: { readonly account: string; readonly signer: Signer };
}

/**
 * Organisations of one ledger in this process, each with its own disk folder, links over TLS and CometBFT: everything of a
 * network node but HTTP and SQL. One that is closed opens again on what its folder holds.
 */
export class TestMembers {
  readonly genesis: Genesis;
  readonly #members: readonly TestMember[];
  readonly #open = new Map<number, OpenLedger>();
  readonly fatal: Error[] = [];
  readonly said: string[] = [];

  private constructor(genesis: Genesis, members: readonly TestMember[]) {
    this.genesis = genesis;
    this.#members = members;
  }

  /**
   * Founds a ledger of so many members below this folder, and opens none yet. Observers come after the members. With `isDemo` the demo's
   * people are on it.
   */
  static async found(root: string, voting: number, observers = 0, isDemo = false): Promise<TestMembers> {
    const count = voting + observers;
    const ports = await freePorts(count * portsPerMember);
    const parts = await Promise.all(
      Array.from({ length: count }, async (_, number) => {
        const seed = new Uint8Array(32).fill(number + 1);
        return {
          number,
          organisation: `member-${number}`,
          keys: await deriveNodeKeys(seed),
          signer: generateSigner("ed25519", seed),
        };
      }),
    );
    const networks = loopbackNetworks(parts, ports, observers);
    const members = parts.flatMap(({ number, organisation, keys, signer }) => {
      const network = networks[number];
      const account = String(number + 1).padStart(16, "0");
      return network
        ? [{ organisation, keys, network, root: join(root, organisation), administrator: { account, signer } }]
        : [];
    });
    const founders = members.slice(0, voting).map(({ organisation, keys, administrator, network }) => ({
      roster: { organisation, ...publicRosterKeys(keys), power: 1 },
      name: { en: organisation, zh: organisation },
      url: `http://${network.http.host}:${network.http.port}`,
      administrator: { account: administrator.account, publicKey: toHex(administrator.signer.publicKey) },
    }));
    const genesis = isDemo
      ? demoNetworkGenesis({ timeMs: foundedMs, members: founders })
      : networkGenesis({
          timeMs: foundedMs,
          name: "test",
          currency: { code: "CNY", decimals: 2 },
          zoneOffsetMinutes: 480,
          site: "localhost",
          members: founders,
        });
    return new TestMembers(genesis, members);
  }

  /** Where a member's files lie. */
  folder(number: number): DataFolder {
    return dataFolder(this.#memberOf(number).root);
  }

  keys(number: number): NodeKeys {
    return this.#memberOf(number).keys;
  }

  network(number: number): NetworkFile {
    return this.#memberOf(number).network;
  }

  get numbers(): number[] {
    return this.#members.map((_, number) => number);
  }

  get(number: number): OpenLedger {
    const ledger = this.#open.get(number);
    if (ledger === undefined) throw new Error(`member ${number} is not open`);
    return ledger;
  }

  /** The administrator of a member, who sends to the node of `through`. */
  actor(number: number, through = number): LocalActor {
    const { signer, account } = this.#memberOf(number).administrator;
    return new LocalActor(this.get(through), { signer, keyId: account });
  }

  async open(number: number): Promise<OpenLedger> {
    const { root, keys, network } = this.#memberOf(number);
    const ledger = await openLedger({
      disk: nodeDisk(),
      folder: dataFolder(root),
      genesis: this.genesis,
      keys,
      network,
      say: (step) => this.said.push(step),
      onFatal: (error) => this.fatal.push(error),
    });
    this.#open.set(number, ledger);
    return ledger;
  }

  async openAll(): Promise<void> {
    await Promise.all(this.numbers.map((number) => this.open(number)));
  }

  /** The app hash of a member after this height, once that is durable there. */
  appHashAfter(number: number, height: number): Promise<string> {
    const { chain, onDurable } = this.get(number);
    return new Promise((resolve, reject) => {
      const look = async () => {
        for await (const block of chain.blocksFromHeight(height)) return resolve(toHex(block.appHash));
      };
      const lookAgain = () => void look().catch(reject);
      onDurable(lookAgain);
      lookAgain();
    });
  }

  /** The receipt of a leaf from a member's node, once it is proven there and carries the ledger's rosters. */
  receiptOf(number: number, logIndex: number): Promise<Receipt> {
    const { chain, published } = this.get(number);
    return new Promise((resolve, reject) => {
      const look = async () => {
        const receipt = await makeReceipt({ chain, published }, { logIndex });
        if (typeof receipt !== "string" && receipt.rosters !== undefined) resolve(receipt);
      };
      const lookAgain = () => void look().catch(reject);
      published.onPublished(lookAgain);
      lookAgain();
    });
  }

  async close(number: number): Promise<void> {
    const ledger = this.#open.get(number);
    this.#open.delete(number);
    await ledger?.close();
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.numbers.map((number) => this.close(number)));
  }

  #memberOf(number: number): TestMember {
    const member = this.#members[number];
    if (member === undefined) throw new RangeError(`no member ${number}`);
    return member;
  }
}
