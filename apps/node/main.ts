import { keepBank } from "./bank/keep-bank.ts";
import { readOptions, startHelp } from "./options.ts";
import { startNode } from "./start-node.ts";

/** `npm start`: says what it does, prints one address, and stops cleanly on Ctrl-C. */
export async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) return void process.stdout.write(startHelp);
  const startedMs = performance.now();
  const say = (step: string): void => {
    process.stdout.write(`  ${((performance.now() - startedMs) / 1_000).toFixed(1).padStart(5)} s  ${step}\n`);
  };
  const options = readOptions(args, process.env);
  let bankUrl: string | undefined;
  const node = await startNode(options, { say, onFatal: fail, findBank: () => bankUrl });
  process.stdout.write(`\n  明白账 Mingbai  ${node.url}\n  Ctrl-C stops it; the next start goes on from here.\n\n`);
  const bank = node.isDemo
    ? startBank(node.url, options, (url) => {
        bankUrl = url;
      })
    : undefined;
  let isStopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      say("stopping");
      close(node, bank).then(() => process.exit(0), fail);
    });
  }
}

/** The demo has a bank beside it, on the next port; its one line says where. */
function startBank(
  node: string,
  { port, data }: { port: number; data: string },
  onUrl: (url: string) => void,
): { stop(): Promise<void> } {
  let isTold = false;
  return keepBank({
    port: port === 0 ? 0 : port + 1,
    data: `${data}-bank`,
    node,
    onListening(url) {
      onUrl(url);
      if (!isTold) process.stdout.write(`  托管银行 Escrow bank  ${url}\n\n`);
      isTold = true;
    },
  });
}

async function close(node: { close(): Promise<void> }, bank: { stop(): Promise<void> } | undefined): Promise<void> {
  await bank?.stop();
  await node.close();
}

/** A broken log or database leaves nothing to go on with: what was answered is safe, and the next start recovers. */
function fail(error: unknown): never {
  process.stderr.write(`mingbai: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

if (import.meta.main) main(process.argv.slice(2)).catch(fail);
