import { toHex } from "@mingbai/codec/hex";
import { containerCommand, deadlineCommand } from "@mingbai/ledger/definition/audit-sentence";
import { leafKinds } from "@mingbai/ledger/execute/leaf";
import { leafHash } from "@mingbai/ledger/proofs/hash";
import type { ProjectedBlock, ProjectedTransaction } from "../projected-block.ts";
import { defineProjection } from "../projection.ts";

const blockTable = `create table explorer.block (
  number bigint primary key, height bigint not null unique, time_ms bigint not null, transactions int not null,
  refused int not null, lines bigint not null, bytes bigint not null, app_hash text not null, log_size bigint not null,
  log_root text not null, effects text not null, roster text not null)`;
const transactionTable = `create table explorer.transaction (
  log_index bigint primary key, id text not null, height bigint not null, index int not null, time_ms bigint not null,
  command text not null, key_id text not null, scheme int not null, lane int not null,
  sequence text not null, expiry_ms bigint not null, lines int not null, result text not null, batch_id text not null,
  body_bytes int not null, leaf_hash text not null, lines_root text not null, events_root text not null, events text not null)`;
const blockColumns = [
  "number",
  "height",
  "time_ms",
  "transactions",
  "refused",
  "lines",
  "bytes",
  "app_hash",
  "log_size",
  "log_root",
  "effects",
  "roster",
];
const transactionColumns = [
  "log_index",
  "id",
  "height",
  "index",
  "time_ms",
  "command",
  "key_id",
  "scheme",
  "lane",
  "sequence",
  "expiry_ms",
  "lines",
  "result",
  "batch_id",
  "body_bytes",
  "leaf_hash",
  "lines_root",
  "events_root",
  "events",
];

/** Blocks and transactions as the explorer shows them. */
export const explorerProjection = defineProjection({
  name: "explorer",
  migrations: [
    blockTable,
    transactionTable,
    "create index on explorer.transaction (id text_pattern_ops)",
    "create index on explorer.transaction (height)",
    "create index on explorer.block (time_ms)",
  ],
  async project(blocks, context) {
    const rows = context.copy("explorer.block", blockColumns);
    for (const block of blocks) await rows.row(blockRow(block));
    await rows.close();
    const transactions = context.copy("explorer.transaction", transactionColumns);
    for (const { transactions: done } of blocks) for (const one of done) await transactions.row(transactionRow(one));
    await transactions.close();
  },
});

function blockRow(block: ProjectedBlock) {
  const { transactions } = block;
  const lines = transactions.reduce((sum, { leaf }) => sum + (leaf.kind === leafKinds.payments ? leaf.units : 0), 0);
  const refused = transactions.filter(({ refusal }) => refusal !== undefined).length;
  const roster = transactions[0] === undefined ? "" : toHex(transactions[0].leaf.rosterHash);
  const hashes = [toHex(block.appHash), block.logSize, toHex(block.logRoot), toHex(block.effects), roster];
  return [block.number, block.height, block.timeMs, transactions.length, refused, lines, block.bodyBytes, ...hashes];
}

function transactionRow(done: ProjectedTransaction) {
  const { leaf, envelope } = done;
  const header = envelope?.header;
  return [
    done.logIndex,
    toHex(leaf.id),
    leaf.height,
    leaf.index,
    leaf.timeMs,
    header?.command ?? (leaf.kind === leafKinds.container ? containerCommand : deadlineCommand),
    header?.keyId ?? "",
    header?.scheme ?? 1,
    header?.lane ?? 0,
    String(header?.sequence ?? 0),
    header?.expiryMs ?? 0,
    leaf.kind === leafKinds.payments ? leaf.units : 0,
    done.refusal?.refused ?? "ok",
    toHex(leaf.batchId),
    header?.bodyBytes ?? 0,
    toHex(leafHash(done.leafBytes)),
    toHex(leaf.linesRoot),
    toHex(leaf.eventsRoot),
    JSON.stringify(done.events),
  ];
}
