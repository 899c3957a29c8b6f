import type { Number64 } from "@mingbai/codec/number64";
import { defineEvent } from "@mingbai/ledger/definition/event";

/** Who speaks: the household, or who looks after it. */
export type MessageSide = "household" | "office";

/** Somebody wrote to or for a household. It changes nothing but what can be read of it. `told`: whom it concerns besides. */
export const messageSent = defineEvent<{
  household: Number64;
  side: MessageSide;
  content: string;
  onBehalf?: true;
  told: Number64[];
  by: Number64;
}>("registry.messageSent", () => undefined);
