import { join } from "node:path";
import { chainOf, type Genesis } from "@mingbai/ledger/genesis/genesis";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { freePorts } from "@mingbai/sequencer/cometbft/test-homes";
import { dataFolder } from "../../data-folder.ts";
import { writeGenesis } from "../../founding/genesis-file.ts";
import { deriveNodeKeys } from "../../keys/node-keys.ts";
import { type NetworkFile, writeNetworkFile } from "../network-file.ts";
import { loopbackNetworks, portsPerMember } from "../test-networks.ts";
import { FaultMember } from "./test-fault-member.ts";
import { FaultMesh } from "./test-fault-mesh.ts";
import { faultGenesis, memberSecret, membersCount } from "./test-fault-people.ts";

/** Four members of one ledger, each a process with CometBFT below it; everything that they say to each other goes through a mesh. */
export class FaultNetwork {
  readonly chain: Uint8Array;
  readonly roster: Roster;
  readonly mesh: FaultMesh;
  readonly members: readonly FaultMember[];
  readonly #files: readonly NetworkFile[];

  private constructor(parts: {
    genesis: Genesis;
    files: readonly NetworkFile[];
    mesh: FaultMesh;
    members: readonly FaultMember[];
  }) {
    this.chain = chainOf(parts.genesis);
    this.roster = parts.genesis.roster;
    this.#files = parts.files;
    this.mesh = parts.mesh;
    this.members = parts.members;
  }

  /** Founds them below a folder and waits until all take part. */
  static async start(folder: string): Promise<FaultNetwork> {
    const mesh = await FaultMesh.open(membersCount);
    const parts = await Promise.all(
      Array.from({ length: membersCount }, async (_, number) => ({
        organisation: `member-${number}`,
        keys: await deriveNodeKeys(memberSecret(number)),
      })),
    );
    const genesis = faultGenesis(parts);
    const networks = loopbackNetworks(parts, await freePorts(membersCount * portsPerMember));
    const disk = nodeDisk();
    const files = networks.map((_, from) => through(mesh, { networks, from }));
    const members = await Promise.all(
      files.map(async (network, number) => {
        const { root, genesis: genesisPath, network: networkPath } = dataFolder(join(folder, network.organisation));
        await disk.makeFolder(root);
        await writeGenesis(genesisPath, genesis);
        await writeNetworkFile(disk, networkPath, network);
        return new FaultMember(root, number);
      }),
    );
    for (const member of members) member.up();
    await Promise.all(members.map((member) => member.ready()));
    return new FaultNetwork({ genesis, files, mesh, members });
  }

  get(number: number): FaultMember {
    const member = this.members[number];
    if (member === undefined) throw new RangeError(`no member ${number}`);
    return member;
  }

  /** What a member's folder says of the network. */
  fileOf(number: number): NetworkFile {
    const file = this.#files[number];
    if (file === undefined) throw new RangeError(`no member ${number}`);
    return file;
  }

  async stop(): Promise<void> {
    this.mesh.heal();
    for (const member of this.members) member.signal("SIGCONT");
    await Promise.all(this.members.map((member) => member.down("closed")));
    await this.mesh.close();
  }
}

/** The network file of one member, who finds each other one behind a passage. */
function through(mesh: FaultMesh, { networks, from }: { networks: readonly NetworkFile[]; from: number }): NetworkFile {
  const own = networks[from];
  if (own === undefined) throw new RangeError(`no member ${from}`);
  const others = networks.map((_, number) => number).filter((number) => number !== from);
  return {
    ...own,
    members: own.members.map((member, to) =>
      to === from ? member : { ...member, port: mesh.join({ from, to, layer: "links", targetPort: member.port }) },
    ),
    comet: {
      ...own.comet,
      peers: own.comet.peers.map(({ nodeId }, place) => {
        const to = others[place] ?? from;
        const targetPort = networks[to]?.comet.p2pPort ?? 0;
        return { nodeId, address: `127.0.0.1:${mesh.join({ from, to, layer: "p2p", targetPort })}` };
      }),
    },
  };
}
