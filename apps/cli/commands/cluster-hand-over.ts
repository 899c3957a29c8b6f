import { join } from "node:path";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { writeNetworkFile } from "@mingbai/app-node/network/network-file";
import type { RosterMember } from "@mingbai/ledger/genesis/roster";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { Command } from "commander";
import { writeFolder } from "../backup/write-folder.ts";
import { readMembersFile } from "../cluster/members-file.ts";
import { type KeyedMember, networkOf } from "../cluster/network-of.ts";
import { planMembers } from "../cluster/plan-members.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly members: string;
  readonly data: string;
}

/** `mingbai cluster hand-over`: what is proposed where one organisation hands its ledger to several, and a network.json for each. */
export function clusterHandOverCommand(): Command {
  return new Command("hand-over")
    .description(
      inLanguage({
        en: "print the roster to propose where a ledger goes from one organisation to several, and write a network.json for each",
        zh: "账本从一家交给多家时：打印要提案的名册，并为每个成员写好 network.json",
      }),
    )
    .requiredOption(
      "--members <FILE>",
      inLanguage({
        en: "members.yaml with the keys of all, who keeps the ledger now among them",
        zh: "members.yaml，写明所有成员的公钥，包括现在维护账本的机构",
      }),
    )
    .option(
      "--data <FOLDER>",
      inLanguage({ en: "where the folders go; must be absent or empty", zh: "写到哪里；必须不存在或为空" }),
      "public",
    )
    .action(run);
}

async function run({ members: file, data }: Flags): Promise<void> {
  const plan = planMembers(await readMembersFile(file), { hasLedger: true });
  const members = plan.members.map((member): KeyedMember => {
    const { keys } = member;
    if (keys === undefined) throw new Error(words.bare(member.id));
    return { ...member, keys };
  });
  const disk = nodeDisk();
  await writeFolder(data, async (beside) => {
    for (const member of members) {
      const own = dataFolder(join(beside, member.id));
      await disk.makeFolder(own.root);
      await writeNetworkFile(disk, own.network, networkOf(member, members));
    }
  });
  process.stdout.write(`${JSON.stringify(members.map(rosterMember), undefined, 2)}\n`);
  process.stderr.write(words.done(data));
}

function rosterMember({ id, power, keys: { p2pKey: _, ...keys } }: KeyedMember): RosterMember {
  return { organisation: id, ...keys, power };
}

const words = {
  bare(id: string): string {
    return inLanguage({
      en: `${id} has no keys: mingbai cluster key prints them where its node lies`,
      zh: `${id} 没有公钥：在它的节点所在处运行 mingbai cluster key 即可打印`,
    });
  },
  done(data: string): string {
    return inLanguage({
      en: `Propose the roster above as a handover (page Governance, or mingbai do governance.propose). Each member's network.json lies in its folder of ${data}.\n`,
      zh: `把上面的名册作为“账本交给多家共同维护”提案（治理页面，或 mingbai do governance.propose）。各成员的 network.json 在 ${data} 的对应文件夹里。\n`,
    });
  },
};
