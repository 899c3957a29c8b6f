import { equalBytes } from "@mingbai/codec/bytes";
import { batchId as batchIdOf, type ContainerHeader, findContainerHeader } from "@mingbai/ledger/container/container";
import { isSignedInRosters } from "@mingbai/ledger/container/origin-signature";
import { type ContainerVerdict, groupRootsOf, mayStandInBlock } from "@mingbai/ledger/container/stateless-check";
import { openContainer } from "@mingbai/ledger/execute/open-container";
import { rostersAllowed } from "@mingbai/ledger/genesis/rosters";
import type { LedgerChain, NextBlock } from "../chain/ledger-chain.ts";
import type { StoredContainer } from "../chain/record-block.ts";
import type { CarriedContainer, OrderedBlock } from "./ordered-block.ts";

/** The stateless check of a container, usually in another thread. */
export type CheckCarried = (header: ContainerHeader, body: Uint8Array) => Promise<ContainerVerdict>;

/**
 * A block that somebody sent, ready to be executed after the chain's last one: each body is the one that its header names,
 * each header this ledger's and signed by its origin. Throws SyntaxError otherwise. Whether it was ordered so is for the app
 * hash after it to say.
 */
export async function takeOrdered(
  { height, timeMs, containers }: OrderedBlock,
  { chain, check }: { readonly chain: LedgerChain; readonly check: CheckCarried },
): Promise<NextBlock> {
  const { head } = chain;
  if (height <= head.height || timeMs <= head.timeMs) throw new SyntaxError(`block ${height} does not follow`);
  return {
    height,
    timeMs,
    containers: await Promise.all(containers.map((one) => take(one, { height, chain, check }))),
  };
}

async function take(
  { headerBytes, signature, body }: CarriedContainer,
  { height, chain, check }: { height: number; chain: LedgerChain; check: CheckCarried },
): Promise<StoredContainer> {
  const header = findContainerHeader(headerBytes);
  const batchId = batchIdOf(headerBytes);
  const isOurs = header !== undefined && equalBytes(header.chainTag, chain.chain.subarray(0, 8));
  if (
    !isOurs ||
    !isSignedInRosters(rostersAllowed(chain.state, height), { origin: header.origin, batchId, signature })
  ) {
    throw new SyntaxError(`block ${height} holds a container that no member made`);
  }
  const verdict = await check(header, body);
  if ("fault" in verdict && !mayStandInBlock(verdict.fault)) {
    throw new SyntaxError(`block ${height} comes with another body than a header names`);
  }
  const groupRoots = "fault" in verdict ? new Uint8Array() : groupRootsOf(header, verdict.lines);
  const ordered = openContainer({ header, batchId, body }, verdict);
  const kept = "void" in ordered && ordered.void === "lost" ? new Uint8Array() : body;
  return { ...ordered, headerBytes: headerBytes.slice(), signature: signature.slice(), body: kept, groupRoots };
}
