import { holdsThird } from "@mingbai/ledger/availability/quorum";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { evidenceAgeHeights } from "@mingbai/sequencer/cometbft/comet-genesis";
import type { NetworkFile } from "./network-file.ts";

/** As far back as the engine keeps its blocks. A busy network makes so many in an hour or two, an idle one in half a day. */
export const keptHeightsDefault = evidenceAgeHeights;

/**
 * How many heights behind the last this node keeps bodies; undefined where it keeps all. Nothing is let go of unless others are
 * named to keep it that cannot all fail: members with a third of the votes.
 */
export function keptHeights(network: NetworkFile, roster: Roster): number | undefined {
  const { organisation, keep = keptHeightsDefault } = network;
  const archives = new Set(archivesOf(network));
  const areEnough = holdsThird(roster, (member) => archives.has(member.organisation));
  return keep === "all" || archives.has(organisation) || !areEnough ? undefined : keep;
}

/** The organisations whose nodes keep all bodies for ever. */
export function archivesOf({ members }: Pick<NetworkFile, "members">): string[] {
  return members.filter(({ archive }) => archive === true).map(({ organisation }) => organisation);
}
