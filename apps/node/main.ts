import { readOptions, startHelp } from "./options.ts";
import { startNode } from "./start-node.ts";

/** `npm start`: says what it does, prints one address, and stops cleanly on Ctrl-C. */
export async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) return void process.stdout.write(startHelp);
  const startedMs = performance.now();
  const say = (step: string): void => {
    process.stdout.write(`  ${((performance.now() - startedMs) / 1_000).toFixed(1).padStart(5)} s  ${step}\n`);
  };
  const node = await startNode(readOptions(args, process.env), { say, onFatal: fail });
  process.stdout.write(`\n  明白账 Mingbai  ${node.url}\n  Ctrl-C stops it; the next start goes on from here.\n\n`);
  let isStopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      say("stopping");
      node.close().then(() => process.exit(0), fail);
    });
  }
}

/** A broken log or database leaves nothing to go on with: what was answered is safe, and the next start recovers. */
function fail(error: unknown): never {
  process.stderr.write(`mingbai: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

if (import.meta.main) main(process.argv.slice(2)).catch(fail);
