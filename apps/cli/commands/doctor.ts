import { defaultPort } from "@mingbai/app-node/options";
import { Command } from "commander";
import { checkData } from "../doctor/check-data.ts";
import { checkDisk, checkLocale, checkNode, checkPort, checkPostgres } from "../doctor/check-machine.ts";
import type { Finding } from "../doctor/finding.ts";

interface Flags {
  readonly data: string;
  readonly port: string;
  readonly json?: boolean;
}

const marks = { ok: "✓ ok  ", warn: "! warn", bad: "✗ bad " } as const;

/** `mingbai doctor`: whether this machine can run a node, and what to do where it cannot. Exit code 1 where anything is bad. */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description("check whether this machine can run a node, and say what to do where it cannot")
    .option("--data <FOLDER>", "where the ledger lies or shall lie", ".mingbai/node")
    .option("--port <N>", "port of the node", String(defaultPort))
    .option("--json", "print the findings as JSON")
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
