import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { chainOf } from "@mingbai/ledger/genesis/genesis";
import { Command } from "commander";
import { demoMembers } from "../cluster/demo-members.ts";
import { foundCluster } from "../cluster/found-cluster.ts";
import { readMembersFile } from "../cluster/members-file.ts";
import { type ClusterPlan, planMembers } from "../cluster/plan-members.ts";
import { formatTable } from "../format-table.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly members?: string;
  readonly data: string;
  readonly demo?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export const clusterFolder = ".mingbai/cluster";
/** Below it, one member that fails stops the ledger: Byzantine agreement needs more than two thirds. */
const safeMembersMin = 4;

/** `mingbai cluster init`: founds a ledger that several organisations keep together. Writes everything or nothing. */
export function clusterInitCommand(): Command {
  return new Command("init")
    .description(
      inLanguage({
        en: "found a ledger of several organisations: a folder for each with keys, genesis and network",
        zh: "创建由多家机构共同维护的账本：每家一个文件夹，内有密钥、创世文件和网络配置",
      }),
    )
    .option(
      "--members <FILE>",
      inLanguage({
        en: "members.yaml: who keeps it; with --demo four of the demo's organisations unless given",
        zh: "members.yaml：由谁维护；带 --demo 时可省略，默认用演示区的四家机构",
      }),
    )
    .option(
      "--data <FOLDER>",
      inLanguage({ en: "where the folders go; must be absent or empty", zh: "写到哪里；必须不存在或为空" }),
      clusterFolder,
    )
    .option(
      "--demo",
      inLanguage({
        en: "with the demo's people, whose keys are published",
        zh: "带上演示人物（他们的密钥是公开的）",
      }),
    )
    .option("--dry-run", inLanguage({ en: "show the plan, write nothing", zh: "只显示方案，不写任何文件" }))
    .option("--json", inLanguage({ en: "print the plan as JSON", zh: "用 JSON 输出方案" }))
    .action(run);
}

async function run({ members, data, demo, dryRun, json }: Flags): Promise<void> {
  const isDemo = demo === true;
  const plan = planMembers(members === undefined ? membersUnnamed(isDemo) : await readMembersFile(members));
  const founded = dryRun === true ? undefined : await foundCluster(data, plan, { isDemo, timeMs: Date.now() });
  const chain = founded && toHex(chainOf(founded.genesis));
  const rows = plan.members.map(({ id, url, host, ports, power, keys }, number) => ({
    organisation: id,
    url,
    host,
    ports,
    power,
    folder: join(data, id),
    keysMadeHere: keys === undefined,
    administrator: founded?.members[number]?.administrator?.account,
  }));
  if (json === true)
    return void process.stdout.write(`${JSON.stringify({ ...(chain && { chain }), members: rows })}\n`);
  const table = rows.map(({ organisation, url, host, ports, folder, administrator }) => {
    const { links, p2p, rpc } = ports;
    return [organisation, url, `${host} ${links} ${p2p} ${rpc}`, folder, administrator ?? ""];
  });
  process.stdout.write(
    `${formatTable([heads(), ...table])}\n${chain === undefined ? "" : told({ chain, data, plan })}`,
  );
}

function membersUnnamed(isDemo: boolean) {
  if (isDemo) return demoMembers();
  throw new Error(
    inLanguage({
      en: "name who keeps the ledger with --members FILE, or try it with --demo; docs/operations.md shows a members.yaml",
      zh: "请用 --members 指定成员文件，或用 --demo 试用；members.yaml 的写法见 docs/operations.md",
    }),
  );
}

function heads(): string[] {
  return [
    inLanguage({ en: "organisation", zh: "机构" }),
    inLanguage({ en: "pages", zh: "网页" }),
    inLanguage({ en: "host, links p2p rpc", zh: "主机、links p2p rpc 端口" }),
    inLanguage({ en: "folder", zh: "文件夹" }),
    inLanguage({ en: "administrator's number", zh: "管理员编号" }),
  ];
}

function told({ chain, data, plan }: { chain: string; data: string; plan: ClusterPlan }): string {
  const start = plan.members.every(({ keys }) => keys === undefined)
    ? inLanguage({
        en: `Start all: npx mingbai cluster up --data ${data}`,
        zh: `全部启动：npx mingbai cluster up --data ${data}`,
      })
    : inLanguage({
        en: `Each member copies genesis.json and network.json from its folder into the one with its keys, compares the ledger above with the others, and starts: npx mingbai cluster up --data FOLDER`,
        zh: `各成员把自己文件夹里的 genesis.json 和 network.json 放进存有密钥的文件夹，与其他成员核对上面的账本编号，然后启动：npx mingbai cluster up --data 文件夹`,
      });
  const few = inLanguage({
    en: `With fewer than ${safeMembersMin} members none may fail.\n`,
    zh: `少于 ${safeMembersMin} 个成员时，任何一个都不能出故障。\n`,
  });
  const name = inLanguage({ en: "Ledger", zh: "账本编号" });
  return `\n${name} ${chain}\n${plan.members.length < safeMembersMin ? few : ""}${start}\n`;
}
