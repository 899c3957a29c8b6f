import { existsSync } from "node:fs";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { findRunning } from "@mingbai/app-node/operator/running-file";
import { type LedgerStatus, statusView } from "@mingbai/http/explorer-views";
import { Command } from "commander";
import { formatTable } from "../format-table.ts";
import { ask, type NodeReport, readNode } from "../node-state/read-node.ts";
import { stateWord } from "../node-state/state-words.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly data: string;
  readonly json?: boolean;
}

const gib = 1_024 ** 3;

/** `mingbai node status`: how the node of a folder is. Exit code 1 where it does not take part: stopped, silent, or read-only. */
export function nodeStatusCommand(): Command {
  return new Command("status")
    .description(
      inLanguage({
        en: "say how the node of a folder is: its state, the ledger's height, its peers",
        zh: "查看文件夹里的节点：状态、账本高度、已连接的成员",
      }),
    )
    .option("--data <FOLDER>", inLanguage({ en: "the node's data folder", zh: "节点的数据文件夹" }), ".mingbai/node")
    .option("--json", inLanguage({ en: "print it as JSON", zh: "用 JSON 输出" }))
    .action(run);
}

async function run({ data, json }: Flags): Promise<void> {
  if (!existsSync(dataFolder(data).nodeKey)) throw new Error(noNode(data));
  const report = await readNode(data);
  const running = await findRunning(dataFolder(data).running);
  const status = running && (await ask(running, `/api/queries/${statusView.name}`, statusView.result));
  process.stdout.write(json === true ? `${JSON.stringify({ ...report, ledger: status })}\n` : told(report, status));
  process.exitCode = ["running", "catchingUp", "waiting"].includes(report.state) ? 0 : 1;
}

function noNode(root: string): string {
  return inLanguage({
    en: `${root} is no node's folder: name it with --data`,
    zh: `${root} 不是节点的文件夹：请用 --data 指明`,
  });
}

function told(report: NodeReport, status: LedgerStatus | undefined): string {
  const { state, url, height, behindBlocks, engine } = report;
  const own = status?.nodes[0];
  const rows: [string, string | number | undefined][] = [
    [inLanguage({ en: "state", zh: "状态" }), stateWord(state)],
    [inLanguage({ en: "ledger", zh: "账本" }), status?.ledgerName],
    [inLanguage({ en: "address on this machine", zh: "本机地址" }), url],
    [inLanguage({ en: "height", zh: "高度" }), height],
    [inLanguage({ en: "app hash", zh: "状态哈希" }), status?.head.appHash],
    [inLanguage({ en: "blocks that pages lack", zh: "网页落后的区块" }), behindBlocks],
    [inLanguage({ en: "blocks of the consensus engine", zh: "共识引擎的区块" }), engine?.height],
    [inLanguage({ en: "votes", zh: "票数" }), engine?.power],
    [inLanguage({ en: "bodies kept from height", zh: "原文自此高度起保存" }), engine?.bodiesFrom],
    [inLanguage({ en: "peers", zh: "已连接" }), engine?.peers.join(", ")],
    [inLanguage({ en: "free disk", zh: "磁盘剩余" }), own && `${(own.diskFreeBytes / gib).toFixed(1)} GiB`],
    [inLanguage({ en: "version", zh: "版本" }), own?.version],
  ];
  const known = rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return `${formatTable(known)}\n`;
}
