import type { ContainerHeader } from "../container/container.ts";
import { type ContainerVerdict, findNamedEnvelopes, mayStandInBlock } from "../container/stateless-check.ts";
import type { OrderedContainer } from "./block.ts";

const noLines = new Uint8Array(32);

/**
 * A container as it is executed, from its body and the verdict of the check on these very bytes. Throws RangeError where the
 * verdict is that they are not the body that the header names: such bytes are never executed.
 */
export function openContainer(
  {
    header,
    batchId,
    body,
  }: { readonly header: ContainerHeader; readonly batchId: Uint8Array; readonly body: Uint8Array },
  verdict: ContainerVerdict,
): OrderedContainer {
  const named = findNamedEnvelopes(header, body);
  const fault = "fault" in verdict ? verdict.fault : "fault" in named ? named.fault : undefined;
  if (fault !== undefined && !mayStandInBlock(fault)) throw new RangeError("other bytes than the container names");
  if ("fault" in verdict || "fault" in named) {
    return { header, batchId, void: fault === "BODY_LOST" ? "lost" : "faulty" };
  }
  const envelopes = named.envelopes.map((envelope, index) => {
    return { ...envelope, linesRoot: verdict.lines[index]?.root ?? noLines };
  });
  return { header, batchId, envelopes };
}
