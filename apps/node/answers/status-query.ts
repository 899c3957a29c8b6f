import { statfs } from "node:fs/promises";
import { toHex } from "@mingbai/codec/hex";
import { statusView } from "@mingbai/http/explorer-views";
import type { QueryRoute } from "@mingbai/http/query-route";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import { formatVkey } from "@mingbai/ledger/proofs/note-key";
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

/** The ledger at a glance, for the shell of every page. */
export function statusQuery(parts: StatusParts): QueryRoute {
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
      agreement: { agree: true, height: head.height, answered: 1, nodes: 1 },
      quorum: { need: 1, of: 1 },
      nodes: [await nodeHealth(parts)],
      verifierKeys: [formatVkey(published.key)],
      organisationKeys: published.organisationKeys.map(formatVkey),
    };
  });
}

async function nodeHealth({ ledger, folder, version, answerMs }: StatusParts) {
  const { bavail, blocks, bsize } = await statfs(folder);
  const times = answerMs();
  return {
    name: "solo",
    role: "solo" as const,
    state: ledger.sequencer.state === "read-only" ? ("readOnly" as const) : ("ok" as const),
    height: ledger.chain.head.height,
    behindBlocks: 0,
    ...(times && { answerMs: times }),
    version,
    diskFreeBytes: bavail * bsize,
    diskUsedBytes: (blocks - bavail) * bsize,
    seenMs: Date.now(),
  };
}
