import { toHex } from "@mingbai/codec/hex";
import type { LedgerStatus, NodeHealth } from "@mingbai/http/explorer-views";
import { organisationTable } from "@mingbai/identity/tables";
import { faultyMax, isQuorum } from "@mingbai/ledger/availability/quorum";
import { type RosterMember, rosterMembersMax } from "@mingbai/ledger/genesis/roster";
import { rosterInForce } from "@mingbai/ledger/genesis/rosters";
import type { OpenLedger } from "../open-ledger.ts";
import type { HeardReport } from "./node-circle.ts";
import { levelHeights, type NodeReport } from "./node-report.ts";

type NetworkLedger = OpenLedger & { readonly network: NonNullable<OpenLedger["network"]> };
type Shared = Pick<LedgerStatus, "agreement" | "nodes" | "quorum" | "node">;

/** One node of the network, with what it last said. */
interface Known {
  readonly id: string;
  readonly role: NodeHealth["role"];
  /** Number in the roster, or beyond it for an observer. */
  readonly number: number;
  readonly url?: string | undefined;
  readonly heard: HeardReport | undefined;
}

/** How the nodes that keep this ledger are, as this one hears it: members by the roster, observers after them. */
export async function sharedStatus(ledger: NetworkLedger, own: NodeReport): Promise<Shared> {
  const { chain, network } = ledger;
  const roster = rosterInForce(chain.state, chain.head.height + 1);
  const heard = await network.circle.reports(own.height);
  const known = knownNodes(ledger, roster.members, { own, heard });
  const furthest = furthestOf(known, faultyMax(roster));
  const trips = new Map(network.links.status().peers.map(({ member, roundTripMs }) => [member, roundTripMs]));
  const titleOf = (id: string) => chain.state.table(organisationTable).find(id)?.name;
  const voices = known.flatMap((node) => node.heard?.report.asked ?? []).filter(({ height }) => height === own.height);
  const there = known.flatMap(({ role, number, heard: one }) => (role === "validator" && one ? [number] : []));
  return {
    node: network.file.organisation,
    nodes: known.map((node) => healthOf(node, { furthest, roundTripMs: trips.get(node.number), titleOf })),
    agreement: {
      agree: voices.every(({ appHash }) => appHash === own.asked?.appHash),
      height: own.height,
      answered: voices.length,
      nodes: known.length,
    },
    quorum: { need: quorumCount(roster.members), of: roster.members.length, isThere: isQuorum(roster, there) },
  };
}

/** The furthest position that is not the word of those alone who may lie: one that exaggerates makes nobody look late. */
function furthestOf(known: readonly Known[], liarsMax: number): number {
  const positions = known.flatMap(({ heard }) => heard?.report.position ?? []).sort((a, b) => b - a);
  return positions[Math.min(liarsMax, positions.length - 1)] ?? 0;
}

function knownNodes(
  { network: { file } }: NetworkLedger,
  members: readonly RosterMember[],
  { own, heard }: { own: NodeReport; heard: ReadonlyMap<number, HeardReport> },
): Known[] {
  const self = { report: own, agoMs: 0 };
  const isMember = members.some(({ organisation }) => organisation === file.organisation);
  const validators = members.map(({ organisation }, number): Known => {
    const url = file.members.find((member) => member.organisation === organisation)?.httpUrl;
    const report = organisation === file.organisation ? self : heard.get(number);
    return { id: organisation, role: "validator", number, url, heard: report };
  });
  const voting = new Set(members.map(({ ackKey }) => ackKey));
  // Numbered as `pinnedBy` does.
  const watching = file.observers.filter(({ publicKey }) => !voting.has(publicKey));
  const observers = watching.map(({ name }, at): Known => {
    const number = rosterMembersMax + at;
    return { id: name, role: "observer", number, heard: heard.get(number) };
  });
  const here: Known = { id: file.organisation, role: "observer", number: -1, heard: self };
  const others = observers.filter(({ id }) => id !== file.organisation);
  return isMember ? [...validators, ...others] : [...validators, here, ...others];
}

/** What stands for a node that has said nothing lately. */
const unheard = {
  state: "silent",
  height: 0,
  behindBlocks: 0,
  version: "",
  diskFreeBytes: 0,
  diskUsedBytes: 0,
  seenMs: 0,
} as const;

function healthOf(
  { id, role, url, heard }: Known,
  {
    furthest,
    roundTripMs,
    titleOf,
  }: {
    furthest: number;
    roundTripMs: number | undefined;
    titleOf: (id: string) => { en: string; zh: string } | undefined;
  },
): NodeHealth {
  const title = titleOf(id);
  const named = { name: id, ...(title && { title: { ...title } }), role, ...(url !== undefined && { url }) };
  if (heard === undefined) return { ...named, ...unheard };
  const { report, agoMs } = heard;
  const lateBy = furthest - report.position;
  const isLate = report.state === "ok" && lateBy > levelHeights;
  return {
    ...named,
    state: isLate ? "catchingUp" : report.state,
    height: report.height,
    behindBlocks: lateBy > levelHeights ? lateBy : 0,
    ...(report.answerMs && { answerMs: report.answerMs }),
    ...(roundTripMs !== undefined && { roundTripMs }),
    peers: report.peers,
    version: report.version,
    diskFreeBytes: report.diskFreeBytes,
    diskUsedBytes: report.diskUsedBytes,
    seenMs: Date.now() - agoMs,
  };
}

/** How many members' signatures make a block final, where the weakest are the ones that sign. */
function quorumCount(members: readonly RosterMember[]): number {
  const power = members.map((member) => BigInt(member.power)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const all = power.reduce((sum, one) => sum + one, 0n);
  let held = 0n;
  let count = 0;
  for (const one of power) {
    if (3n * held > 2n * all) break;
    held += one;
    count++;
  }
  return count;
}

/** The app hash after this height, where it is this ledger's own and still in its log. */
export async function findAppHash(
  { chain }: Pick<OpenLedger, "chain">,
  height: number,
): Promise<NodeReport["asked"] | undefined> {
  if (height === chain.head.height) return { height, appHash: toHex(chain.head.appHash) };
  if (height > chain.head.height) return undefined;
  for await (const block of chain.blocksFromHeight(height)) {
    return block.height === height ? { height, appHash: toHex(block.appHash) } : undefined;
  }
  return undefined;
}
