import { departmentHelp, readDepartmentOptions } from "./options.ts";
import { startDepartment } from "./start-department.ts";

/** The department's process: says where it listens and which key signs for it, and works until it is stopped or whoever started it ends. */
async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) return void process.stdout.write(departmentHelp);
  const { url, publicKey, close } = await startDepartment(readDepartmentOptions(args));
  if (process.connected) process.send?.({ kind: "listening", url, publicKey });
  else process.stdout.write(`\n  部门 Department  ${url}\n  key ${publicKey}\n\n`);
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    close().then(() => process.exit(0), fail);
  };
  process.on("SIGTERM", stop);
  if (process.connected) {
    // Ctrl-C reaches the whole group: who started it stops first, and closes the channel.
    process.on("SIGINT", () => undefined);
    process.on("disconnect", stop);
  } else process.on("SIGINT", stop);
}

function fail(error: unknown): never {
  process.stderr.write(`department: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

if (import.meta.main) main(process.argv.slice(2)).catch(fail);
