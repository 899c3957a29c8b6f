import type { Clock } from "@mingbai/exchange/ports/clock";
import { findContainerHeader } from "@mingbai/ledger/container/container";
import { isVoidFault } from "@mingbai/ledger/container/stateless-check";
import { rosterMembersMax } from "@mingbai/ledger/genesis/roster";
import type { BlockRecord } from "@mingbai/log/chain/block-record";
import { bodyOffset } from "@mingbai/log/portable/ordered-block";
import type { CheckCarried } from "@mingbai/log/portable/take-ordered";
import type { HistoryPeers } from "./history-peers.ts";

/** Somebody waits for an answer meanwhile. */
export const oldBodyWaitMsMax = 10_000;

/** A body that this node keeps no more, and nobody who does has given it in time. */
export class BodyElsewhere extends Error {
  override readonly name = "BodyElsewhere";
  readonly height: number;

  constructor(height: number, cause: unknown) {
    super(`a body of height ${height} is kept elsewhere, and nobody gave it in time`, { cause });
    this.height = height;
  }
}

interface Parts {
  readonly peers: Pick<HistoryPeers, "fetch">;
  readonly clock: Clock;
  readonly check: CheckCarried;
}

/**
 * The body of a container of a block of this ledger, from a node that keeps it. It is compared with the header in the block:
 * whoever gives another is passed over. Rejects with `BodyElsewhere`.
 */
export async function fetchOldBody(
  { peers, clock, check }: Parts,
  record: BlockRecord,
  at: number,
): Promise<Uint8Array> {
  const header = findContainerHeader(record.containers[at]?.header ?? new Uint8Array());
  if (header === undefined) throw new SyntaxError("a block record names a container that is not there");
  const giveUp = new AbortController();
  const cancel = clock.after(oldBodyWaitMsMax, () => giveUp.abort(new Error("nobody answered in time")));
  const { signal } = giveUp;
  try {
    for (let attempt = 0; attempt < rosterMembersMax; attempt++) {
      const place = { height: record.height, offset: bodyOffset(record, at) };
      const body = await fetchBytes(peers, { place, bytes: header.bodyBytes, attempt, signal });
      const verdict = await check(header, body);
      if (!("fault" in verdict) || isVoidFault(verdict.fault)) return body;
    }
    throw new Error("all who answered gave other bytes");
  } catch (error) {
    throw new BodyElsewhere(record.height, error);
  } finally {
    cancel();
  }
}

async function fetchBytes(
  peers: Parts["peers"],
  wanted: { place: { height: number; offset: number }; bytes: number; attempt: number; signal: AbortSignal },
): Promise<Uint8Array> {
  const { place, attempt, signal } = wanted;
  const body = new Uint8Array(wanted.bytes);
  for (let have = 0; have < body.length; ) {
    const from = { height: place.height, offset: place.offset + have };
    const { bytes } = await peers.fetch(from, { attempt, signal });
    const part = bytes.subarray(0, body.length - have);
    body.set(part, have);
    have += part.length;
  }
  return body;
}
