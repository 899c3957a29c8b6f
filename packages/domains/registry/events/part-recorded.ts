import type { Number64 } from "@mingbai/codec/number64";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { setVersion } from "./rows.ts";

/** A subject's file has one more part. `base`: the version that its writer had seen. */
export const partRecorded = defineEvent<{
  subject: Number64;
  household: Number64;
  version: number;
  base: number;
  content: string;
  by: Number64;
  import?: Number64;
}>("registry.partRecorded", (state, { subject, version }) => setVersion(state, subject, version));
