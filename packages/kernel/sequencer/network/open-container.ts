import type { CheckedBody } from "@mingbai/exchange/checked-body";
import { findEnvelopes } from "@mingbai/ledger/container/body";
import { groupRootsOf } from "@mingbai/ledger/container/stateless-check";
import type { StoredContainer } from "@mingbai/log/chain/record-block";
import { noLines } from "../admission/checked.ts";

/** A checked body taken apart for execution: sound, or void for ever where its check found a fault. */
export function openContainer(checked: CheckedBody): StoredContainer {
  const { header, headerBytes, batchId, signature, body, verdict } = checked;
  const stored = { header, headerBytes, batchId, signature, body };
  if ("fault" in verdict) return { ...stored, groupRoots: noLines.groupRoots, void: true };
  const envelopes = findEnvelopes(header.kind, body);
  if (envelopes === undefined) throw new Error("a body that was checked holds no envelopes");
  return {
    ...stored,
    groupRoots: groupRootsOf(header, verdict.lines),
    envelopes: envelopes.map((envelope, at) => ({ ...envelope, linesRoot: (verdict.lines[at] ?? noLines).root })),
  };
}
