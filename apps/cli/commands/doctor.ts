import { defaultPort } from "@mingbai/app-node/options";
import { Command } from "commander";
import { checkData } from "../doctor/check-data.ts";
import { checkDisk, checkLocale, checkNode, checkPort, checkPostgres } from "../doctor/check-machine.ts";
import type { Finding } from "../doctor/finding.ts";
import { inLanguage } from "../words.ts";

interface Flags {
  readonly data: string;
  readonly port: string;
  readonly json?: boolean;
}

const marks = { ok: "✓ ok  ", warn: "! warn", bad: "✗ bad " } as const;

/** `mingbai doctor`: whether this machine can run a node, and what to do where it cannot. Exit code 1 where anything is bad. */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description(
      inLanguage({
        en: "check whether this machine can run a node, and say what to do where it cannot",
        zh: "检查本机能否运行节点；不能时说明怎么办",
      }),
    )
    .option(
      "--data <FOLDER>",
      inLanguage({ en: "where the ledger lies or shall lie", zh: "账本所在或将在的文件夹" }),
      ".mingbai/node",
    )
    .option("--port <N>", inLanguage({ en: "port of the node", zh: "节点端口" }), String(defaultPort))
    .option("--json", inLanguage({ en: "print the findings as JSON", zh: "用 JSON 输出检查结果" }))
    .action(run);
}

async function run({ data, port, json }: Flags): Promise<void> {
  const findings: Finding[] = [
    checkNode(process.versions.node),
    await checkPostgres(process.env.DATABASE_URL),
    await checkDisk(data),
    await checkPort(Number(port)),
    checkLocale(process.env),
    ...(await checkData(data, Date.now())),
  ];
  process.stdout.write(json === true ? `${JSON.stringify(findings)}\n` : findings.map(lineOf).join(""));
  process.exitCode = findings.some(({ level }) => level === "bad") ? 1 : 0;
}

function lineOf({ level, what, advice }: Finding): string {
  return `${marks[level]}  ${what}\n${advice === "" ? "" : `          ${advice}\n`}`;
}
