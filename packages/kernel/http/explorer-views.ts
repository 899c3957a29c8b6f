/**
 * What anyone may ask about the ledger itself: blocks, transactions, checkpoints, receipts, health of the nodes.
 * Asked as `GET /api/queries/<name>?…`; numbers in the query string are coerced. Browser-safe.
 * Hashes and ids are lower-case hex, times ms since 1970-01-01T00:00:00Z, sizes bytes.
 */
import { z } from "zod";

export const blocksPageRowsMax = 200;
export const transactionsPageRowsMax = 200;
export const checkpointsPageRowsMax = 100;

/** 32-byte hash or transaction id. */
const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().nonnegative();
const TimeMs = z.int().nonnegative();
const limit = (max: number, usual: number) => z.coerce.number().int().min(1).max(max).default(usual);
const HeightParam = z.coerce.number().int().nonnegative();

/** The one currency of a ledger: ISO 4217 code and how many decimals its minor unit has (CNY 2, GBP 2, JPY 0). */
export const Currency = z.object({ code: z.string().regex(/^[A-Z]{3}$/), decimals: z.int().min(0).max(4) });
export type Currency = z.infer<typeof Currency>;

/**
 * One node as this node knows it. `role`: solo = orders alone, validator = votes, observer = only follows.
 * `state`: ok, catchingUp (behind), readOnly (disk full), waiting (for a body), silent (no answer).
 */
export const NodeHealth = z.object({
  /** The organisation's short name on the ledger, or what an observer is called; `title` is its name for people. */
  name: z.string(),
  title: z.object({ en: z.string(), zh: z.string() }).optional(),
  /** Origin of its pages, where they are known. */
  url: z.string().optional(),
  role: z.enum(["solo", "validator", "observer"]),
  state: z.enum(["ok", "catchingUp", "readOnly", "waiting", "silent"]),
  height: Count,
  behindBlocks: Count,
  /** Median and 99th percentile of the answer to a command in the last five minutes; absent without commands. */
  answerMs: z.object({ p50: z.number(), p99: z.number() }).optional(),
  /** From the answering node there and back; absent for itself. */
  roundTripMs: z.number().nonnegative().optional(),
  /** Other nodes that it is linked to. */
  peers: Count.optional(),
  version: z.string(),
  diskFreeBytes: Count,
  diskUsedBytes: Count,
  /** When it last said so. A silent node has been heard of lately by nobody: version, disk, height and this are empty or 0. */
  seenMs: TimeMs,
});
export type NodeHealth = z.infer<typeof NodeHealth>;

/**
 * The ledger at a glance; the shell asks this first. `kind`: demo (published keys), reconstruction (built from
 * published lists, `MONEY.md` 10), live. `agreement`: whether all nodes that answered have the same app hash at
 * `agreement.height`.
 */
export const statusView = {
  name: "explorer.status",
  params: z.object({}),
  result: z.object({
    chain: z.string(),
    ledgerName: z.string(),
    /** Whose money it is, for titles; e.g. a council's or a district's name. */
    organisation: z.string(),
    kind: z.enum(["demo", "reconstruction", "live"]),
    currency: Currency,
    /** The ledger's civil time, minutes east of UTC (480 in China): pages show all times in it. */
    zoneOffsetMinutes: z.int().min(-840).max(840),
    head: z.object({ height: Count, timeMs: TimeMs, appHash: Hash, logSize: Count, logRoot: Hash }),
    nowMs: TimeMs,
    /** What the pages' tables have read; `behindBlocks` = head height − height. */
    readModel: z.object({ height: Count, timeMs: TimeMs, behindBlocks: Count }),
    today: z.object({ transactions: Count, lines: Count }),
    agreement: z.object({ agree: z.boolean(), height: Count, answered: Count, nodes: Count }),
    /** Signatures that make a block final, of how many; whether members with enough votes answer at this moment. */
    quorum: z.object({ need: Count, of: Count, isThere: z.boolean() }),
    /** The name of the node that answers, one of `nodes`. */
    node: z.string(),
    nodes: z.array(NodeHealth),
    /** Public keys that this node publishes as note verifiers (C2SP `name+hash+base64`), for pinning. */
    verifierKeys: z.array(z.string()),
    /** Keys of the organisations, by which a verifier follows rosters to the key of the log. */
    organisationKeys: z.array(z.string()),
  }),
} as const;
export type LedgerStatus = z.infer<typeof statusView.result>;

/** How far a node's tables have read: answered when they have come to `height`, or after some seconds with where they are. */
export const readToView = {
  name: "explorer.readTo",
  params: z.object({ height: HeightParam }),
  result: z.object({ height: Count, timeMs: TimeMs }),
} as const;

/** `bytes` is the size of its bodies. `cosigned.have` counts members whose signature covers this block's checkpoint. */
export const BlockRow = z.object({
  height: Count,
  timeMs: TimeMs,
  transactions: Count,
  refused: Count,
  lines: Count,
  bytes: Count,
  proposer: z.string(),
  appHash: Hash,
  cosigned: z.object({ have: Count, of: Count }),
});
export type BlockRow = z.infer<typeof BlockRow>;

/** Newest first; heights may have gaps. `before` is exclusive; `next` goes there, null at the start of the ledger. */
export const blocksView = {
  name: "explorer.blocks",
  params: z.object({ before: HeightParam.optional(), limit: limit(blocksPageRowsMax, 20) }),
  result: z.object({ rows: z.array(BlockRow).max(blocksPageRowsMax), next: Count.nullable() }),
} as const;

/** `result` is "ok" or the code of the refusal. `index` is its place in the block, `logIndex` in the Merkle log. */
export const TransactionRow = z.object({
  id: Hash,
  height: Count,
  index: Count,
  logIndex: Count,
  timeMs: TimeMs,
  command: z.string(),
  signer: z.string(),
  lines: Count,
  result: z.string(),
});
export type TransactionRow = z.infer<typeof TransactionRow>;

/** Transactions of one block in order, or the newest of all when no height is given. `cursor` is opaque. */
export const transactionsView = {
  name: "explorer.transactions",
  params: z.object({
    height: HeightParam.optional(),
    cursor: z.string().max(200).optional(),
    limit: limit(transactionsPageRowsMax, 50),
  }),
  result: z.object({ rows: z.array(TransactionRow).max(transactionsPageRowsMax), next: z.string().nullable() }),
} as const;

/** Unknown height: problem UNKNOWN_BLOCK (404). Roots as in the leaf and the app hash of `PROTOCOL.md`. */
export const blockView = {
  name: "explorer.block",
  params: z.object({ height: HeightParam }),
  result: BlockRow.extend({
    previous: Count.nullable(),
    next: Count.nullable(),
    logSize: Count,
    logRoot: Hash,
    effectsHash: Hash,
    rosterHash: Hash,
  }),
} as const;
export type BlockDetail = z.infer<typeof blockView.result>;

/** One event as the pages show it: its type and its public fields, already in words a person can read. */
export const EventRow = z.object({
  type: z.string(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
});

/**
 * Unknown id: problem UNKNOWN_TRANSACTION (404). At most the first 200 events. `audit` is the sentence of the audit trail,
 * filled from the events.
 */
export const transactionView = {
  name: "explorer.transaction",
  params: z.object({ id: Hash }),
  result: TransactionRow.extend({
    audit: z.object({ en: z.string(), zh: z.string() }),
    keyId: z.string(),
    scheme: z.enum(["ed25519", "p256", "webauthn-p256"]),
    lane: Count,
    /** u64 in decimal. */
    sequence: z.string(),
    expiryMs: TimeMs,
    batchId: Hash,
    bodyBytes: Count,
    leafHash: Hash,
    linesRoot: Hash,
    eventsRoot: Hash,
    events: z.array(EventRow).max(200),
  }),
} as const;
export type TransactionDetail = z.infer<typeof transactionView.result>;

/** `text` is the C2SP signed note as published, signatures included, and is what the page shows. */
export const CheckpointRow = z.object({
  size: Count,
  height: Count,
  timeMs: TimeMs,
  rootHash: Hash,
  text: z.string(),
  signers: z.array(z.object({ name: z.string(), role: z.enum(["log", "cosigner", "witness"]) })),
  /** Size of the checkpoint before, with which a consistency proof was checked by this node. */
  consistentWithSize: Count.nullable(),
});
export type CheckpointRow = z.infer<typeof CheckpointRow>;

/** Newest first; `before` is a tree size, exclusive. */
export const checkpointsView = {
  name: "explorer.checkpoints",
  params: z.object({ before: z.coerce.number().int().positive().optional(), limit: limit(checkpointsPageRowsMax, 10) }),
  result: z.object({ rows: z.array(CheckpointRow).max(checkpointsPageRowsMax), next: Count.nullable() }),
} as const;

/** RFC 6962 consistency proof between two sizes of the log, hashes from the leaves up. */
export const consistencyView = {
  name: "explorer.consistency",
  params: z.object({
    from: z.coerce.number().int().positive(),
    to: z.coerce.number().int().positive(),
  }),
  result: z.object({ from: Count, to: Count, fromRoot: Hash, toRoot: Hash, hashes: z.array(Hash).max(128) }),
} as const;

/**
 * The receipt as given away, ready to be checked offline: `text` for `@mingbai/sdk/verify-receipt`, `tlogProof` the
 * same as a C2SP `.tlog-proof`. Without `line` the receipt is of the whole transaction.
 * Not yet under a checkpoint: problem RECEIPT_NOT_READY (409). Unknown: UNKNOWN_TRANSACTION, UNKNOWN_LINE (404).
 */
export const receiptView = {
  name: "explorer.receipt",
  params: z.object({ id: Hash, line: z.coerce.number().int().nonnegative().optional() }),
  result: z.object({ text: z.string(), tlogProof: z.string() }),
} as const;

/** Lines and transactions in each `bucketMs`, oldest first, the last bucket still running; for the small chart. */
export const activityView = {
  name: "explorer.activity",
  params: z.object({}),
  result: z.object({
    bucketMs: z.int().positive(),
    buckets: z.array(z.object({ fromMs: TimeMs, transactions: Count, lines: Count })).max(200),
  }),
} as const;

/** Share of the newest block by organisation, falling; `limitPercent` is the most one may take. */
export const sharesView = {
  name: "explorer.shares",
  params: z.object({}),
  result: z.object({
    height: Count,
    limitPercent: z.number().min(0).max(100),
    rows: z.array(z.object({ organisation: z.string(), percent: z.number().min(0).max(100) })).max(50),
  }),
} as const;

/** A block by height, or a transaction by the first 8 or more hex digits of its id. Empty when nothing fits. */
export const explorerSearchView = {
  name: "explorer.search",
  params: z.object({ text: z.string().trim().min(1).max(100) }),
  result: z.object({
    hits: z
      .array(
        z.discriminatedUnion("at", [
          z.object({ at: z.literal("block"), height: Count, timeMs: TimeMs }),
          z.object({ at: z.literal("transaction"), id: Hash, height: Count, command: z.string() }),
        ]),
      )
      .max(20),
  }),
} as const;

/** Every view of the explorer; the server mounts each, the client types each. */
export const explorerViews = [
  statusView,
  readToView,
  blocksView,
  blockView,
  transactionsView,
  transactionView,
  checkpointsView,
  consistencyView,
  receiptView,
  activityView,
  sharesView,
  explorerSearchView,
] as const;
