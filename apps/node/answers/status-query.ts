import { statfs } from "node:fs/promises";
import { toHex } from "@mingbai/codec/hex";
import { type NodeHealth, statusView } from "@mingbai/http/explorer-views";
import type { QueryRoute } from "@mingbai/http/query-route";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import { formatVkey } from "@mingbai/ledger/proofs/note-key";
import type { NodeReport } from "../circle/node-report.ts";
import { findAppHash, sharedStatus } from "../circle/shared-status.ts";
import type { OpenLedger } from "../open-ledger.ts";
import { queryOf } from "./query-of.ts";

export interface StatusParts {
  readonly ledger: OpenLedger;
  readonly folder: string;
  readonly version: string;
  /** Up to where the tables have read. */
  readonly readModel: () => { height: number; timeMs: number };
  /** Answer times of the last five minutes. */
  readonly answerMs: () => { p50: number; p99: number } | undefined;
  readonly today: () => Promise<{ transactions: number; lines: number }>;
}

/** The ledger at a glance, for the shell of every page; where several keep it, other nodes are told how this one is from now on. */
export function statusQuery(parts: StatusParts): QueryRoute {
  parts.ledger.network?.circle.answerWith((height) => nodeReport(parts, height));
  return queryOf(statusView, { en: "The ledger at a glance", zh: "账本概况" }, async () => {
    const { chain, published } = parts.ledger;
    const { name, demo, reconstruction, currency, zoneOffsetMinutes } = getConfiguration(chain.state);
    const { head } = chain;
    const readModel = parts.readModel();
    return {
      chain: toHex(chain.chain),
      ledgerName: name,
      organisation: name,
      kind: reconstruction ? ("reconstruction" as const) : demo ? ("demo" as const) : ("live" as const),
      currency: { ...currency },
      zoneOffsetMinutes,
      head: {
        height: head.height,
        timeMs: head.timeMs,
        appHash: toHex(head.appHash),
        logSize: head.logSize,
        logRoot: toHex(head.logRoot),
      },
      nowMs: Date.now(),
      readModel: { ...readModel, behindBlocks: Math.max(0, head.height - readModel.height) },
      today: await parts.today(),
      ...(await nodesOf(parts)),
      verifierKeys: [formatVkey(published.key)],
      organisationKeys: published.organisationKeys.map(formatVkey),
    };
  });
}

async function nodesOf(parts: StatusParts) {
  const { ledger } = parts;
  const { network } = ledger;
  const report = await nodeReport(parts, ledger.chain.head.height);
  if (network !== undefined) return sharedStatus({ ...ledger, network }, report);
  const { height, state, version, answerMs, diskFreeBytes, diskUsedBytes } = report;
  const node: NodeHealth = {
    name: "solo",
    role: "solo",
    state,
    height,
    behindBlocks: 0,
    ...(answerMs && { answerMs }),
    version,
    diskFreeBytes,
    diskUsedBytes,
    seenMs: Date.now(),
  };
  return {
    node: node.name,
    nodes: [node],
    agreement: { agree: true, height, answered: 1, nodes: 1 },
    quorum: { need: 1, of: 1, isThere: true },
  };
}

/** What this node says of itself; `askedHeight`: whose app hash is wanted. */
async function nodeReport(parts: StatusParts, askedHeight: number): Promise<NodeReport> {
  const { ledger, folder, version, answerMs } = parts;
  const { bavail, blocks, bsize } = await statfs(folder);
  const { height } = ledger.chain.head;
  const { network } = ledger;
  const asked = await findAppHash(ledger, askedHeight);
  const times = answerMs();
  return {
    state: stateOf(ledger),
    height,
    position: network?.sequencer.height ?? height,
    ...(asked && { asked }),
    peers: network?.links.status().peers.filter(({ connectedForMs }) => connectedForMs !== undefined).length ?? 0,
    ...(times && { answerMs: times }),
    version,
    diskFreeBytes: bavail * bsize,
    diskUsedBytes: (blocks - bavail) * bsize,
  };
}

function stateOf({ sequencer }: OpenLedger): NodeReport["state"] {
  if (sequencer.state === "read-only" || sequencer.state === "handed-over") return "readOnly";
  return sequencer.state === "waiting" ? "waiting" : "ok";
}
