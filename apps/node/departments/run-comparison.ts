// The comparing process: takes what departments have, compares it with the files, and stays for a while, since the next village comes soon.
import { fromHex } from "@mingbai/codec/hex";
import { generateSealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import pg from "pg";
import { dataFolder } from "../data-folder.ts";
import { Comparer } from "./comparison/comparer.ts";
import type {
  ComparisonCancel,
  ComparisonReply,
  ComparisonRequest,
  ComparisonStart,
} from "./comparison/comparison-messages.ts";
import { prepareTables } from "./comparison/prepare-tables.ts";
import { markBroken } from "./comparison/run-record.ts";

/** What departments said is kept in memory for so long after a run. */
const idleMsMax = 10 * 60_000;

let opening: Promise<Comparer> | undefined;
let current: { readonly run: string; readonly abort: AbortController } | undefined;
let idle: NodeJS.Timeout | undefined;

process.on("message", (message: ComparisonStart | ComparisonRequest | ComparisonCancel) => {
  if (message.kind === "start") {
    opening = open(message);
    opening.catch(fail);
  } else if (message.kind === "run") work(message).catch(fail);
  else if (current?.run === message.run) current.abort.abort();
});

// The channel closes when the node stops or dies. What was taken is kept, and verdicts are written a batch at a time.
process.on("disconnect", () => process.exit(0));

// Ctrl-C reaches the whole group: the node stops first, and closes the channel.
process.on("SIGINT", () => undefined);

async function open({ dataFolder: root, connectionString, vaultSeed, nodeSeed, sender }: ComparisonStart) {
  const folder = dataFolder(root);
  const key = await generateSealingKey({ seed: fromHex(vaultSeed) });
  const disk = nodeDisk();
  await disk.makeFolder(folder.facts);
  const [reading, writing] = [await connect(connectionString), await connect(connectionString)];
  await prepareTables(writing);
  await markBroken(writing, Date.now());
  return new Comparer({
    folder,
    place: { disk, folder: folder.facts, key },
    reading,
    writing,
    signer: generateSigner("ed25519", fromHex(nodeSeed)),
    sender,
  });
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: "mingbai comparison" });
  client.on("error", fail);
  await client.connect();
  return client;
}

async function work(request: ComparisonRequest): Promise<void> {
  clearTimeout(idle);
  const comparer = await opening;
  if (comparer === undefined) throw new Error("asked before it was started");
  const abort = new AbortController();
  current = { run: request.run, abort };
  const { run } = request;
  const state = await comparer.run(request, abort.signal, () => tell({ kind: "began", run }));
  current = undefined;
  tell({ kind: "ended", run, state });
  idle = setTimeout(() => process.exit(0), idleMsMax);
}

function tell(reply: ComparisonReply): void {
  if (process.connected) process.send?.(reply);
}

/** The message names files, columns and codes, and nobody: what people's files say is in no error. */
function fail(error: unknown): never {
  process.stderr.write(`comparison: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
