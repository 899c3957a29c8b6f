import type { CheckedBody } from "@mingbai/exchange/checked-body";
import { groupRootsOf } from "@mingbai/ledger/container/stateless-check";
import { openContainer as openOrdered } from "@mingbai/ledger/execute/open-container";
import type { StoredContainer } from "@mingbai/log/chain/record-block";
import { noLines } from "../admission/checked.ts";

/** A checked body as it is stored and executed: sound, or void for ever where its check found a fault. */
export function openContainer(checked: CheckedBody): StoredContainer {
  const { header, headerBytes, signature, body, verdict } = checked;
  const groupRoots = "fault" in verdict ? noLines.groupRoots : groupRootsOf(header, verdict.lines);
  return { ...openOrdered(checked, verdict), headerBytes, signature, body, groupRoots };
}
