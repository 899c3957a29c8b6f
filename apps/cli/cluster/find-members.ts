import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { findNetworkFile, type NetworkFile } from "@mingbai/app-node/network/network-file";
import { inLanguage } from "../words.ts";

/** A data folder whose node keeps the ledger together with others. */
export interface MemberFolder {
  readonly folder: string;
  readonly network: NetworkFile;
}

/** The members of a folder: itself where it is one's, else those below it, in the order of the network. Throws an Error where there is none. */
export async function findMembers(root: string): Promise<readonly MemberFolder[]> {
  const [own] = await membersIn([root]);
  if (own !== undefined) return [own];
  const below = await readdir(root, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  const members = await membersIn(below.filter((entry) => entry.isDirectory()).map(({ name }) => join(root, name)));
  if (members.length > 0) return members.sort((one, other) => placeOf(one) - placeOf(other));
  throw new Error(
    inLanguage({
      en: `there is no network.json in ${root} or right below it: run mingbai cluster init first, or name the folder with --data`,
      zh: `${root} 及其下一层没有 network.json：请先运行 mingbai cluster init，或用 --data 指定文件夹`,
    }),
  );
}

async function membersIn(folders: readonly string[]): Promise<MemberFolder[]> {
  const found: MemberFolder[] = [];
  for (const folder of folders) {
    const network = await findNetworkFile(dataFolder(folder).network);
    if (network !== undefined) found.push({ folder, network });
  }
  return found;
}

function placeOf({ network }: MemberFolder): number {
  return network.members.findIndex(({ organisation }) => organisation === network.organisation);
}
