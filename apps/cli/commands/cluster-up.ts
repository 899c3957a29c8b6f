import { ownUrl } from "@mingbai/app-node/network/network-file";
import { buildWeb } from "@mingbai/app-web/build";
import { getCometBinary } from "@mingbai/sequencer/cometbft/comet-binary";
import { Command } from "commander";
import { findMembers, type MemberFolder } from "../cluster/find-members.ts";
import { type Kept, keepRunning } from "../supervised/keep-running.ts";
import { lockFolder } from "../supervised/lock-folder.ts";
import { StateScreen } from "../supervised/state-screen.ts";
import { SupervisedNode } from "../supervised/supervised-node.ts";
import { inLanguage } from "../words.ts";
import { clusterFolder } from "./cluster-init.ts";

/** `mingbai cluster up`: runs the members' nodes of a folder on this machine and keeps them running. Ends with Ctrl-C, or when all are drained. */
export function clusterUpCommand(): Command {
  return new Command("up")
    .description(
      inLanguage({
        en: "run every organisation's node on this machine, each with its own database and log, and keep them running",
        zh: "在本机运行各机构的节点（数据库和日志各自独立），并保持运行",
      }),
    )
    .option(
      "--data <FOLDER>",
      inLanguage({
        en: "what cluster init wrote, or one member's folder",
        zh: "cluster init 写好的文件夹，或其中一个成员的文件夹",
      }),
      clusterFolder,
    )
    .action(({ data }: { data: string }) => run(data));
}

async function run(root: string): Promise<void> {
  const members = await findMembers(root);
  await getCometBinary();
  // A member's own folder is kept by its node.
  const lock = members.some(({ folder }) => folder === root) ? undefined : await lockFolder(root);
  try {
    // Once for all: nodes that start together would each build them.
    await buildWeb({ say: (step) => void process.stdout.write(`${step}\n`) });
    const screen = new StateScreen(process.stdout, inLanguage({ en: "organisation", zh: "机构" }));
    await keepRunning(
      members.map((member) => keptMember(member, { isAlone: members.length === 1 })),
      { screen },
    );
  } finally {
    await lock?.release();
  }
}

function keptMember({ folder, network }: MemberFolder, { isAlone }: { isAlone: boolean }): Kept {
  const node = new SupervisedNode({ folder, isAlone });
  const { organisation, members } = network;
  const who = { name: organisation, url: ownUrl(network) ?? "", others: members.length - 1 };
  return { row: async () => ({ ...who, report: await node.report() }), stop: () => node.stop() };
}
