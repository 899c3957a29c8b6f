import type { Number64 } from "@mingbai/codec/number64";
import { defineEvent } from "@mingbai/ledger/definition/event";
import type { SettlementKind } from "../content/compare/settlement.ts";
import type { Told } from "./concerned.ts";

/** Somebody has dealt with a reason of the comparison. It changes nothing but what everybody can see of it. */
export const reasonSettled = defineEvent<{
  household: Number64;
  kind: SettlementKind;
  content: string;
  /** Who looks after the household, where it is the household itself that says something. */
  tells?: Told;
  by: Number64;
}>("registry.reasonSettled", () => undefined);
