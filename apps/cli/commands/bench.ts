import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Command } from "commander";
import { inLanguage } from "../words.ts";

const program = join(import.meta.dirname, "../../../tools/bench/run.ts");

/** `mingbai bench`: what `npm run bench` does, in a process of its own. Ends with its exit code. */
export function benchCommand(): Command {
  return new Command("bench")
    .description(
      inLanguage({
        en: "measure this machine: --json, --only NAME, --small, --list",
        zh: "测量本机性能：--json、--only 名称、--small、--list",
      }),
    )
    .allowUnknownOption()
    .helpOption(false)
    .argument("[options...]", inLanguage({ en: "as npm run bench takes them", zh: "同 npm run bench" }))
    .action(run);
}

async function run(options: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [program, ...options], { stdio: "inherit" });
  const [code] = await once(child, "exit");
  process.exitCode = code ?? 1;
}
