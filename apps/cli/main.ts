import { version } from "@mingbai/app-node/version";
import { Command } from "commander";
import { inLanguage } from "./words.ts";

/** The commands in the order of the help; each is loaded when it is asked for: all of them take ten times as long as most alone. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  up: async () => (await import("./commands/up.ts")).upCommand(),
  demo: async () => (await import("./commands/demo.ts")).demoCommand(),
  cluster: async () => (await import("./commands/cluster.ts")).clusterCommand(),
  node: async () => (await import("./commands/node.ts")).nodeCommand(),
  import: async () => (await import("./commands/import.ts")).importCommand(),
  verify: async () => (await import("./commands/verify.ts")).verifyCommand(),
  "verify-log": async () => (await import("./commands/verify-log.ts")).verifyLogCommand(),
  witness: async () => (await import("./commands/witness.ts")).witnessCommand(),
  relay: async () => (await import("./commands/relay.ts")).relayCommand(),
  backup: async () => (await import("./commands/backup.ts")).backupCommand(),
  "backup-keys": async () => (await import("./commands/backup-keys.ts")).backupKeysCommand(),
  restore: async () => (await import("./commands/restore.ts")).restoreCommand(),
  rebuild: async () => (await import("./commands/rebuild.ts")).rebuildCommand(),
  trace: async () => (await import("./commands/trace.ts")).traceCommand(),
  do: async () => (await import("./commands/do.ts")).doCommand(),
  key: async () => (await import("./commands/key.ts")).keyCommand(),
  "bank-statement": async () => (await import("./commands/bank-statement.ts")).bankStatementCommand(),
  doctor: async () => (await import("./commands/doctor.ts")).doctorCommand(),
  bench: async () => (await import("./commands/bench.ts")).benchCommand(),
};

const program = new Command("mingbai")
  .description(inLanguage({ en: "明白账: a clear account of public money", zh: "明白账：公共资金，一本明白账" }))
  .version(version);

async function run(): Promise<void> {
  const all = Object.entries(commands);
  const asked = all.filter(([name]) => name === process.argv[2]);
  for (const [, load] of asked.length === 0 ? all : asked) program.addCommand(await load());
  await program.parseAsync();
}

run().catch((error) => {
  process.stderr.write(`mingbai: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
