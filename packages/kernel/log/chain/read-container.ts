import { equalBytes } from "@mingbai/codec/bytes";
import { batchId, findContainerHeader } from "@mingbai/ledger/container/container";
import { findNamedEnvelopes, mayStandInBlock } from "@mingbai/ledger/container/stateless-check";
import type { OrderedContainer } from "@mingbai/ledger/execute/block";
import { decodeNamedBody } from "../bodies/body-record.ts";
import type { RecordedContainer } from "./block-record.ts";

const noLines = new Uint8Array(32);

/**
 * A container taken apart again from its stored header and body (with or without what else its record holds). The digest of
 * the body is compared with the header; line roots are left open, for the caller either to hash again or to take from
 * leaves that it trusts; and so are signatures, so that what is void only by them is for its leaf to say.
 */
export function readContainer(recorded: RecordedContainer, stored: Uint8Array): OrderedContainer {
  const header = findContainerHeader(recorded.header);
  const named = header && findNamedEnvelopes(header, stored.subarray(0, header.bodyBytes));
  if (header === undefined || named === undefined || ("fault" in named && !mayStandInBlock(named.fault))) {
    throw new SyntaxError("a stored container's body is not the one that its header names");
  }
  const id = batchId(recorded.header);
  if ("fault" in named) return { header, batchId: id, void: named.fault === "BODY_LOST" ? "lost" : "faulty" };
  return { header, batchId: id, envelopes: named.envelopes.map((envelope) => ({ ...envelope, linesRoot: noLines })) };
}

/**
 * The group roots kept beside a container's body; no bytes where there are none. Throws SyntaxError where the record of the
 * body log is not one of this body, or names the same container and another signature.
 */
export function readKeptRoots(recorded: RecordedContainer, stored: Uint8Array): Uint8Array {
  const header = findContainerHeader(recorded.header);
  if (recorded.inlineBody !== undefined || header === undefined) return new Uint8Array();
  const { headerBytes, signature, groupRoots } = decodeNamedBody(stored, header);
  if (equalBytes(headerBytes, recorded.header) && !equalBytes(signature, recorded.signature)) {
    throw new SyntaxError("the signature kept with a body is not the one in the block");
  }
  return groupRoots.slice();
}
