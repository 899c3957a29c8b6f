import { join } from "node:path";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { firstRosterNote } from "@mingbai/app-node/founding/first-roster-note";
import { writeGenesis } from "@mingbai/app-node/founding/genesis-file";
import { demoNetworkGenesis, type FoundingMember, networkGenesis } from "@mingbai/app-node/founding/network-genesis";
import { writeNetworkFile } from "@mingbai/app-node/network/network-file";
import { diskTileFiles } from "@mingbai/app-node/published/disk-tile-files";
import { rosterFile } from "@mingbai/app-node/published/ledger-rosters";
import { utf8 } from "@mingbai/codec/bytes";
import type { Signer } from "@mingbai/crypto/signers/signer";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { writeFolder } from "../backup/write-folder.ts";
import { makeMemberKeys } from "./make-member-keys.ts";
import { type KeyedMember, networkOf } from "./network-of.ts";
import type { ClusterPlan, PlannedMember } from "./plan-members.ts";

/**
 * Founds a ledger of several: a folder for each member with its keys (unless it brings them), the one genesis, and what
 * its node is told of the network. All of it is there at the end or nothing. Throws an Error where `folder` holds anything.
 * Gives the members with their public keys.
 */
export async function foundCluster(
  folder: string,
  plan: ClusterPlan,
  { isDemo, timeMs }: { isDemo: boolean; timeMs: number },
): Promise<{ genesis: Genesis; members: readonly KeyedMember[] }> {
  const disk = nodeDisk();
  return writeFolder(folder, async (beside) => {
    const members: KeyedMember[] = [];
    const organisationKeys: Signer[] = [];
    for (const member of plan.members) {
      const { organisationKey, ...keyed } = await withKeys(member, { root: join(beside, member.id), isDemo });
      members.push(keyed);
      if (organisationKey !== undefined) organisationKeys.push(organisationKey);
    }
    const founders = members.map(founderOf);
    const genesis = isDemo
      ? demoNetworkGenesis({ timeMs, members: founders })
      : networkGenesis({ ...plan, timeMs, members: founders });
    const note = await firstRosterNote(genesis, organisationKeys);
    for (const member of members) {
      const own = dataFolder(join(beside, member.id));
      await disk.makeFolder(own.root);
      await writeGenesis(own.genesis, genesis);
      await writeNetworkFile(disk, own.network, networkOf(member, members));
      // What members that bring their keys have yet to sign, their nodes add.
      if (note !== undefined) await (await diskTileFiles(disk, own.published)).write(rosterFile(0), utf8(note));
    }
    await disk.syncFolder(beside);
    return { genesis, members };
  });
}

/** A member brings its public keys and keeps the secret ones where they were made, or has them made here. */
async function withKeys(
  member: PlannedMember,
  { root, isDemo }: { root: string; isDemo: boolean },
): Promise<KeyedMember & { readonly organisationKey?: Signer }> {
  const { keys } = member;
  return keys === undefined ? { ...member, ...(await makeMemberKeys(root, { isDemo })) } : { ...member, keys };
}

function founderOf({ id, name, url, power, keys: { p2pKey, ...keys }, administrator }: KeyedMember): FoundingMember {
  return { roster: { organisation: id, ...keys, power }, name, url, administrator };
}
