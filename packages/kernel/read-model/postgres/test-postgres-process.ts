// Run by the tests as a process of its own, so that it can be killed: starts PostgreSQL in the folder given, says where
// it listens, and stays.
import { watchdogConfinement } from "./confinement.ts";
import { startPostgres } from "./start-postgres.ts";

const [, , folder = "", way] = process.argv;
const postgres = await startPostgres({
  folder,
  log: (line) => process.stderr.write(`${line}\n`),
  ...(way === "watchdog" ? { confinement: watchdogConfinement } : {}),
});
process.stdout.write(`${postgres.connectionString}\n`);
setInterval(() => undefined, 1_000_000);
