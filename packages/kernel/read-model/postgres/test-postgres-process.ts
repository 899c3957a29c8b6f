// Run by the tests as a process of its own, so that it can be killed: starts PostgreSQL in the folder given, says where
// it listens, and stays until it is killed or, by SIGTERM, asked to stop the server and end.
import { watchdogConfinement } from "./confinement.ts";
import { startPostgres } from "./start-postgres.ts";

const [, , folder = "", way] = process.argv;
const postgres = await startPostgres({
  folder,
  log: (line) => process.stderr.write(`${line}\n`),
  ...(way === "watchdog" ? { confinement: watchdogConfinement } : {}),
});
process.stdout.write(`${postgres.connectionString}\n`);
process.once("SIGTERM", () => postgres.stop().then(() => process.exit(0)));
setInterval(() => undefined, 1_000_000);
