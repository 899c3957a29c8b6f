import { toHex } from "@mingbai/codec/hex";
import { checkpointsView, consistencyView, receiptView } from "@mingbai/http/explorer-views";
import { HttpProblem } from "@mingbai/http/problem";
import type { QueryRoute } from "@mingbai/http/query-route";
import { findNote } from "@mingbai/ledger/proofs/note";
import { formatReceipt, formatReceiptProof } from "@mingbai/sdk/receipt";
import type { OpenLedger } from "../open-ledger.ts";
import type { PublishedCheckpoint } from "../published/checkpoint-history.ts";
import type { PublishedLog } from "../published/published-log.ts";
import { makeReceipt, type ReceiptRefusal } from "./make-receipt.ts";
import { queryOf } from "./query-of.ts";

/** Finds where a transaction stands in the log, for those that are older than the chain's own memory of identities. */
export type FindLogIndex = (id: string) => Promise<number | undefined>;

/** Checkpoints, consistency proofs, receipts: what the log itself answers. */
export function logQueries(ledger: Pick<OpenLedger, "chain" | "published">, findLogIndex: FindLogIndex): QueryRoute[] {
  const { chain, published } = ledger;
  return [
    queryOf(checkpointsView, { en: "Checkpoints, newest first", zh: "检查点，新的在前" }, async ({ before, limit }) => {
      const rows = await checkpointsBefore(published, { before, limit });
      return { rows, next: rows.at(-1)?.consistentWithSize === null ? null : (rows.at(-1)?.size ?? null) };
    }),
    queryOf(
      consistencyView,
      { en: "That one checkpoint continues another", zh: "两个检查点的一致性证明" },
      async ({ from, to }) => {
        if (from > to || to > published.tiles.size) throw refused("UNKNOWN_SIZE");
        const [fromRoot, toRoot] = await Promise.all([published.tiles.rootAt(from), published.tiles.rootAt(to)]);
        const hashes = await published.tiles.proveConsistency({ from, to });
        return { from, to, fromRoot: toHex(fromRoot), toRoot: toHex(toRoot), hashes: hashes.map(toHex) };
      },
    ),
    queryOf(
      receiptView,
      { en: "The receipt of a transaction or a line", zh: "一笔交易或一行明细的回执" },
      async ({ id, line }) => {
        const logIndex = (await chain.findLogIndex(id)) ?? (await findLogIndex(id));
        const receipt = logIndex === undefined ? "UNKNOWN_TRANSACTION" : await makeReceipt(ledger, { logIndex, line });
        if (typeof receipt === "string") throw refused(receipt);
        return { text: formatReceipt(receipt), tlogProof: formatReceiptProof(receipt) };
      },
    ),
  ];
}

async function checkpointsBefore(
  published: PublishedLog,
  { before, limit }: { before: number | undefined; limit: number },
) {
  const newest = await numberBelow(published, before ?? Number.POSITIVE_INFINITY);
  const rows = [];
  for (let number = newest; number >= 0 && rows.length < limit; number--) {
    const previous = number === 0 ? undefined : await published.checkpoint(number - 1);
    rows.push(rowOf(await published.checkpoint(number), previous?.size ?? null));
  }
  return rows;
}

/** Number of the last checkpoint whose size is below, by bisection; −1 for none. */
async function numberBelow(published: PublishedLog, size: number): Promise<number> {
  let low = 0;
  let high = published.count;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await published.checkpoint(middle)).size < size) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function rowOf({ size, height, timeMs, root, text, origin }: PublishedCheckpoint, consistentWithSize: number | null) {
  const names = (findNote(text)?.signatures ?? []).map(({ name }) => name);
  const signers = names.map((name) => ({ name, role: roleOf(name, origin) }));
  return { size, height, timeMs, rootHash: toHex(root), text, signers, consistentWithSize };
}

/** Members cosign under names below the log's own; whoever else signs is a witness. */
function roleOf(name: string, origin: string): "log" | "cosigner" | "witness" {
  if (name === origin) return "log";
  return name.startsWith(`${origin}/`) ? "cosigner" : "witness";
}

const words: Readonly<Record<ReceiptRefusal | "UNKNOWN_SIZE", { status: number; en: string; zh: string }>> = {
  UNKNOWN_TRANSACTION: { status: 404, en: "The ledger has no such transaction.", zh: "账本里没有这笔交易" },
  UNKNOWN_LINE: { status: 404, en: "The transaction has no such line.", zh: "这笔交易没有这一行" },
  RECEIPT_NOT_READY: {
    status: 409,
    en: "No checkpoint covers it yet. Ask again in a second.",
    zh: "还没有检查点盖到它，过一秒再取",
  },
  UNKNOWN_SIZE: { status: 404, en: "The log has no such sizes.", zh: "账本日志没有这样的大小" },
};

function refused(code: keyof typeof words): HttpProblem {
  return new HttpProblem({ code, ...words[code] });
}
