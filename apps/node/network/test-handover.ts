import { cp, mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { nextRoster, rosterKeyMessage } from "@mingbai/governance/changes/roster";
import { foundingMembers } from "@mingbai/governance/founding-events";
import { foundingEvents } from "@mingbai/identity/founding-events";
import type { Role } from "@mingbai/ledger/authority/role";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { lastRoster, rosterTable } from "@mingbai/ledger/genesis/rosters";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { freePorts } from "@mingbai/sequencer/cometbft/test-homes";
import { type DataFolder, dataFolder } from "../data-folder.ts";
import { publicRosterKeys, soloRoster } from "../founding/solo-roster.ts";
import { deriveNodeKeys, type NodeKeys } from "../keys/node-keys.ts";
import { LocalActor } from "../local-actor.ts";
import { type OpenLedger, openLedger } from "../open-ledger.ts";
import { cosignHandover } from "./cosign-handover.ts";
import { type JoinFile, writeJoinFile } from "./join-file.ts";
import type { NetworkFile } from "./network-file.ts";
import { loopbackNetworks, portsPerMember } from "./test-networks.ts";
import { trustMember } from "./trust-member.ts";

const count = 4;
const disk = nodeDisk();
const words = "ab".repeat(32);

interface Member {
  readonly organisation: string;
  readonly keys: NodeKeys;
  readonly network: NetworkFile;
  readonly folder: DataFolder;
}

interface Actor {
  readonly account: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
  readonly signer: Signer;
}

/** From which all keys of a member of this test follow. */
export function handoverSecret(number: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(32).fill(number + 1);
}

/** Four organisations, the first of which keeps their ledger alone until it is handed to all. */
export class TestHandover {
  readonly genesis: Genesis;
  readonly members: readonly Member[];
  readonly #actors: readonly Actor[];
  readonly #open = new Map<number, OpenLedger>();
  readonly fatal: Error[] = [];

  private constructor(genesis: Genesis, members: readonly Member[], actors: readonly Actor[]) {
    this.genesis = genesis;
    this.members = members;
    this.#actors = actors;
  }

  static async found(root: string): Promise<TestHandover> {
    const ports = await freePorts(count * portsPerMember);
    const numbers = Array.from({ length: count }, (_, number) => number);
    const named = await Promise.all(
      numbers.map(async (number) => ({
        organisation: `member-${number}`,
        keys: await deriveNodeKeys(handoverSecret(number)),
      })),
    );
    const networks = loopbackNetworks(named, ports);
    const members = named.flatMap((one, number) => {
      const network = networks[number];
      return network === undefined ? [] : [{ ...one, network, folder: dataFolder(join(root, one.organisation)) }];
    });
    const actors = [
      ...members.map(({ organisation }, number) => actor(number + 1, organisation, "administrator")),
      actor(count + 1, "member-0", "projectManager"),
      actor(count + 2, "member-0", "nodeOperator"),
    ];
    const [keeper] = members;
    if (keeper === undefined) throw new Error("no member");
    const genesis: Genesis = {
      configuration: {
        name: "test",
        demo: false,
        reconstruction: false,
        currency: { code: "CNY", decimals: 2 },
        zoneOffsetMinutes: 480,
        relyingParty: { id: "localhost", origins: ["http://localhost"] },
        quotaUnitsPerMinute: 1_000_000,
      },
      roster: soloRoster(keeper.organisation, keeper.keys),
      timeMs: 1_700_000_000_000,
      events: [
        ...foundingEvents({
          organisations: members.map(({ organisation: id }) => ({ id, name: { en: id, zh: id } })),
          actors: actors.map(({ signer, ...one }) => ({
            ...one,
            keys: [{ keyId: one.account, scheme: "ed25519", publicKey: toHex(signer.publicKey) }],
          })),
        }),
        ...foundingMembers(members.map(({ organisation }) => organisation)),
      ],
    };
    return new TestHandover(genesis, members, actors);
  }

  get(number: number): OpenLedger {
    const ledger = this.#open.get(number);
    if (ledger === undefined) throw new Error(`member ${number} is not open`);
    return ledger;
  }

  /** Administrators of members 0 to 3, the first one's project manager 4, and its node operator 5. */
  actor(number: number, through: number): LocalActor {
    const found = this.#actors[number];
    if (found === undefined) throw new RangeError(`no actor ${number}`);
    return new LocalActor(this.get(through), { signer: found.signer, keyId: found.account });
  }

  /** The first keeps the ledger alone. */
  async openAlone(): Promise<OpenLedger> {
    const ledger = await this.#openMember(0, false);
    return ledger;
  }

  open(number: number): Promise<OpenLedger> {
    return this.#openMember(number, true);
  }

  /** Proposes all four, has it voted, and shows their keys: the last of these commands ends the ledger of one. */
  async handOver(): Promise<void> {
    const { chain } = this.get(0);
    const members = this.members.map(({ organisation, keys }) => ({
      organisation,
      ...publicRosterKeys(keys),
      power: 1,
    }));
    const change = { kind: "handOver", members };
    const { id: proposal } = await this.actor(4, 0).act("governance.propose", { change, base: 0, words });
    for (const number of [0, 1, 2]) {
      await this.actor(number, 0).act("governance.vote", { proposal, choice: "for" });
    }
    const roster = nextRoster(chain.state, { members });
    const held = new Set(lastRoster(chain.state).members.map(({ ackKey }) => ackKey));
    const news = this.members.filter(({ keys }) => !held.has(toHex(keys.node.publicKey)));
    for (const { keys } of news) {
      const proofs = await proofsOf(keys, rosterKeyMessage(chain.chain, roster));
      await this.actor(5, 0).act("governance.proveKeys", { proposal, proofs });
    }
  }

  /** Gives this member the ledger of the first, and nothing else of it. */
  async copyLedger(number: number): Promise<void> {
    const [from, to] = [this.#memberOf(0).folder, this.#memberOf(number).folder];
    await mkdir(to.root, { recursive: true });
    for (const path of [from.ledger, from.published])
      await cp(path, join(to.root, basename(path)), { recursive: true });
  }

  /** A member lost its folder, and is to join by another's snapshot. */
  async loseAndJoin(number: number, by: number): Promise<void> {
    await this.close(number);
    const [{ folder }, { network }] = [this.#memberOf(number), this.#memberOf(by)];
    await rm(folder.root, { recursive: true });
    await mkdir(folder.root, { recursive: true });
    const join = await this.findSnapshot(by);
    if (join === undefined) throw new Error(`${network.organisation} offers no snapshot`);
    await writeJoinFile(disk, folder.join, join);
    await this.#openMember(number, true);
  }

  /** From where one may join by this member's engine; it is known by which rosters the ledger has gone. */
  findSnapshot(by: number): Promise<JoinFile | undefined> {
    const { listen, comet } = this.#memberOf(by).network;
    const { state } = this.get(by).chain;
    const rosters = state
      .table(rosterTable)
      .entries()
      .map(([, { fromHeight, epoch, members }]) => ({ fromHeight, roster: { epoch, members } }));
    return trustMember(`http://${listen.host}:${comet.rpcPort}`, { genesis: this.genesis, rosters });
  }

  /** This member cosigns, and its note goes to all others. */
  async cosign(number: number): Promise<void> {
    const { folder, keys } = this.#memberOf(number);
    const { path } = await cosignHandover({ disk, folder, genesis: this.genesis, keys, nowSeconds: 5 });
    for (const other of this.members) {
      await mkdir(other.folder.handover, { recursive: true });
      if (other.folder !== folder) await cp(path, join(other.folder.handover, basename(path)));
    }
  }

  async close(number: number): Promise<void> {
    const ledger = this.#open.get(number);
    this.#open.delete(number);
    await ledger?.close();
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((number) => this.close(number)));
  }

  async #openMember(number: number, isNetwork: boolean): Promise<OpenLedger> {
    const { folder, keys, network } = this.#memberOf(number);
    const onFatal = (error: Error) => void this.fatal.push(error);
    const parts = { disk, folder, genesis: this.genesis, keys, onFatal };
    const ledger = await openLedger({ ...parts, ...(isNetwork && { network }) });
    this.#open.set(number, ledger);
    return ledger;
  }

  #memberOf(number: number): Member {
    const member = this.members[number];
    if (member === undefined) throw new RangeError(`no member ${number}`);
    return member;
  }
}

function actor(number: number, organisation: string, role: Role): Actor {
  const signer = generateSigner("ed25519", new Uint8Array(32).fill(100 + number));
  return { account: number.toString(16).padStart(16, "0"), organisation, roles: [role], signer };
}

async function proofsOf(keys: NodeKeys, message: Uint8Array) {
  const { organisation, node, log, cosign, consensus } = keys;
  const id = new Uint8Array(32);
  return Promise.all(
    [organisation, node, log, cosign, consensus].map(async (signer) => ({
      publicKey: toHex(signer.publicKey),
      signature: toHex(await signer.sign({ message, id })),
    })),
  );
}
