import { version } from "@mingbai/app-node/version";
import { Command } from "commander";
import { backupCommand } from "./commands/backup.ts";
import { backupKeysCommand } from "./commands/backup-keys.ts";
import { bankStatementCommand } from "./commands/bank-statement.ts";
import { benchCommand } from "./commands/bench.ts";
import { clusterCommand } from "./commands/cluster.ts";
import { demoCommand } from "./commands/demo.ts";
import { doCommand } from "./commands/do.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { importCommand } from "./commands/import.ts";
import { keyCommand } from "./commands/key.ts";
import { nodeCommand } from "./commands/node.ts";
import { rebuildCommand } from "./commands/rebuild.ts";
import { relayCommand } from "./commands/relay.ts";
import { restoreCommand } from "./commands/restore.ts";
import { traceCommand } from "./commands/trace.ts";
import { upCommand } from "./commands/up.ts";
import { verifyCommand } from "./commands/verify.ts";
import { verifyLogCommand } from "./commands/verify-log.ts";
import { witnessCommand } from "./commands/witness.ts";
import { inLanguage } from "./words.ts";

const program = new Command("mingbai")
  .description(inLanguage({ en: "明白账: a clear account of public money", zh: "明白账：公共资金，一本明白账" }))
  .version(version)
  .addCommand(upCommand())
  .addCommand(demoCommand())
  .addCommand(clusterCommand())
  .addCommand(nodeCommand())
  .addCommand(importCommand())
  .addCommand(verifyCommand())
  .addCommand(verifyLogCommand())
  .addCommand(witnessCommand())
  .addCommand(relayCommand())
  .addCommand(backupCommand())
  .addCommand(backupKeysCommand())
  .addCommand(restoreCommand())
  .addCommand(rebuildCommand())
  .addCommand(traceCommand())
  .addCommand(doCommand())
  .addCommand(keyCommand())
  .addCommand(bankStatementCommand())
  .addCommand(doctorCommand())
  .addCommand(benchCommand());

program.parseAsync().catch((error) => {
  process.stderr.write(`mingbai: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
