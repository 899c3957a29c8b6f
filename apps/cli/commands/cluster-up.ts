import { setTimeout } from "node:timers/promises";
import { ownUrl } from "@mingbai/app-node/network/network-file";
import { buildWeb } from "@mingbai/app-web/build";
import type { FolderLock } from "@mingbai/log/disk/disk";
import { DiskError } from "@mingbai/log/disk/disk-error";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { getCometBinary } from "@mingbai/sequencer/cometbft/comet-binary";
import { Command } from "commander";
import { ClusterScreen } from "../cluster/cluster-screen.ts";
import { findMembers, type MemberFolder } from "../cluster/find-members.ts";
import { SupervisedNode } from "../cluster/supervised-node.ts";
import { inLanguage } from "../words.ts";
import { clusterFolder } from "./cluster-init.ts";

const pollMs = 1_000;

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
  const lock = await lockCluster(root, members);
  // Once for all: nodes that start together would each build them.
  await buildWeb({ say: (step) => void process.stdout.write(`${step}\n`) });
  const nodes = members.map(({ folder, network }) => ({ network, node: new SupervisedNode({ folder }) }));
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => stopping.abort());
  try {
    await watch(nodes, stopping.signal);
  } finally {
    process.stdout.write(`${inLanguage({ en: "stopping all", zh: "正在全部停止" })}\n`);
    await Promise.all(nodes.map(({ node }) => node.stop()));
    await lock?.release();
  }
}

/** Shows how the nodes stand until it is asked to stop, or all are drained. */
async function watch(
  nodes: readonly (Pick<MemberFolder, "network"> & { readonly node: SupervisedNode })[],
  signal: AbortSignal,
): Promise<void> {
  const screen = new ClusterScreen(process.stdout);
  while (!signal.aborted) {
    const rows = await Promise.all(
      nodes.map(async ({ network, node }) => ({
        organisation: network.organisation,
        url: ownUrl(network) ?? "",
        others: network.members.length - 1,
        report: await node.report(),
      })),
    );
    screen.show(rows);
    if (rows.every(({ report }) => report.state === "drained")) return;
    await pause(signal);
  }
}

async function pause(signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(pollMs, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Two supervisors would each restart what the other holds. A member's own folder is kept by its node. */
async function lockCluster(root: string, members: readonly MemberFolder[]): Promise<FolderLock | undefined> {
  if (members.some(({ folder }) => folder === root)) return undefined;
  try {
    return await nodeDisk().lock(root);
  } catch (error) {
    if (!(error instanceof DiskError) || error.code !== "DISK_LOCKED") throw error;
    throw new Error(
      inLanguage({
        en: `another cluster up keeps ${root} running: stop that one first, or look at it with mingbai node status`,
        zh: `另一个 cluster up 正在运行 ${root}：请先停止它，或用 mingbai node status 查看`,
      }),
    );
  }
}
