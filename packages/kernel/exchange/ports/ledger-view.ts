import type { ContainerHeader } from "@mingbai/ledger/container/container";
import type { Item } from "@mingbai/ledger/container/item";
import type { ContainerVerdict } from "@mingbai/ledger/container/stateless-check";

/** The stateless check, usually in another thread. The body stays readable and as it is. `from`: who takes turns for it. */
export type CheckContainer = (
  header: ContainerHeader,
  body: Uint8Array,
  from: number | undefined,
) => Promise<ContainerVerdict>;

/**
 * What the ledger says of an item now. `later`: it may be right in another state, of a node that is ahead or behind.
 * `settled`: ordered or expired, nobody needs it any more. `wrong`: no honest member made it.
 */
export type ItemJudgement =
  | { readonly verdict: "right"; readonly item: Item }
  | { readonly verdict: "later" | "settled" | "wrong" };

/** Judges an item by the ledger's state: `judgeItem` of the block rule, at the next height. */
export type JudgeItem = (itemBytes: Uint8Array) => ItemJudgement;
