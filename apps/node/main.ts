import { keepBank } from "./bank/keep-bank.ts";
import { demoHouseholds } from "./demo/demo-areas.ts";
import { keepDepartments } from "./demo/departments/keep-departments.ts";
import { countySeed } from "./demo/files/county-steps.ts";
import { tellKeeper } from "./operator/node-message.ts";
import { readOptions, startHelp } from "./options.ts";
import { type RunningNode, startNode } from "./start-node.ts";

/** `npm start`: says what it does, prints one address, and stops cleanly: on Ctrl-C, when its operator drains it, when whoever keeps it running is gone. */
export async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) return void process.stdout.write(startHelp);
  const startedMs = performance.now();
  const say = (step: string): void => {
    process.stdout.write(`  ${((performance.now() - startedMs) / 1_000).toFixed(1).padStart(5)} s  ${step}\n`);
  };
  const options = readOptions(args, process.env);
  let bankUrl: string | undefined;
  let isStopping = false;
  // Before there is anything to close, what was begun ends with the process.
  let end = (): void => process.exit(0);
  const stop = (step: string): void => {
    if (isStopping) return;
    isStopping = true;
    say(step);
    end();
  };
  process.on("disconnect", () => stop("stopping"));
  const onDrain = (): void => {
    tellKeeper({ kind: "draining" });
    stop("draining");
  };
  const node = await startNode(options, { say, onFatal: fail, onDrain, findBank: () => bankUrl });
  tellKeeper({ kind: "listening", url: node.url });
  process.stdout.write(`\n  明白账 Mingbai  ${node.url}\n  Ctrl-C stops it; the next start goes on from here.\n\n`);
  const beside: { stop(): Promise<void> }[] = [];
  end = () => void close(node, beside).then(() => process.exit(0), fail);
  // Until the demo is told its own acts stand for the bank's.
  void node.told.then(() => {
    if (isStopping) return;
    if (node.bankPort !== undefined)
      beside.push(
        startBank({ node: node.url, port: node.bankPort, data: options.data }, (url) => {
          bankUrl = url;
        }),
      );
    if (node.countyFolder !== undefined) beside.push(startDepartments(node.countyFolder));
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stop("stopping"));
}

/** The demo has a bank beside it; its one line says where. */
function startBank(
  { node, port, data }: { node: string; port: number; data: string },
  onUrl: (url: string) => void,
): { stop(): Promise<void> } {
  let isTold = false;
  return keepBank({
    port,
    data: `${data}-bank`,
    node,
    onListening(url) {
      onUrl(url);
      if (!isTold) process.stdout.write(`  托管银行 Escrow bank  ${url}\n\n`);
      isTold = true;
    },
  });
}

/** The demo's county has departments beside it; a line says when the node can ask them. */
function startDepartments(folder: NonNullable<RunningNode["countyFolder"]>): { stop(): Promise<void> } {
  let isTold = false;
  return keepDepartments({
    folder,
    county: { seed: countySeed, households: demoHouseholds },
    onReady({ url }) {
      if (!isTold) process.stdout.write(`  部门 Departments  ${url}\n\n`);
      isTold = true;
    },
    onFault(error) {
      process.stderr.write(`departments: ${error instanceof Error ? error.message : String(error)}\n`);
    },
  });
}

async function close(node: { close(): Promise<void> }, beside: readonly { stop(): Promise<void> }[]): Promise<void> {
  await Promise.all(beside.map((one) => one.stop()));
  await node.close();
}

/** A broken log or database leaves nothing to go on with: what was answered is safe, and the next start recovers. */
function fail(error: unknown): never {
  process.stderr.write(`mingbai: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

if (import.meta.main) main(process.argv.slice(2)).catch(fail);
