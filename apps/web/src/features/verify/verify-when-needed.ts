import { shownVerdict } from "./shown-verdict.ts";
import type { VerifyReceipt } from "./verdict.ts";

/** Checks a receipt on this device; the SDK's verifier is fetched when the first receipt is opened. */
export const verifyWhenNeeded: VerifyReceipt = async (text, { pinnedKeys }) => {
  const { verifyReceipt } = await import("@mingbai/sdk/verify-receipt");
  return shownVerdict(verifyReceipt(text, { pinnedKeys }), pinnedKeys);
};
