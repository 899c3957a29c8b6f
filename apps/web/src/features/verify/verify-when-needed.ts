import { shownVerdict } from "./shown-verdict.ts";
import type { VerifyDay, VerifyErasure, VerifyReceipt } from "./verdict.ts";

/** Checks a receipt on this device; the SDK's verifier is fetched when the first receipt is opened. */
export const verifyWhenNeeded: VerifyReceipt = async (text, { pinnedKeys }) => {
  const { verifyReceipt } = await import("@mingbai/sdk/verify-receipt");
  return shownVerdict(verifyReceipt(text, { pinnedKeys }), pinnedKeys);
};

/** The same for the proof of a bank day. */
export const verifyDayWhenNeeded: VerifyDay = async (text, { pinnedKeys }) => {
  const [{ isDayProof }, { verifyDayProof }] = await Promise.all([
    import("@mingbai/sdk/day-proof"),
    import("@mingbai/sdk/verify-day-proof"),
  ]);
  return isDayProof(text) ? verifyDayProof(text, { pinnedKeys }) : undefined;
};

/** The same for the proof of an erasure. */
export const verifyErasureWhenNeeded: VerifyErasure = async (text, { pinnedKeys }) => {
  const [{ isErasureProof }, { verifyErasureProof }] = await Promise.all([
    import("@mingbai/sdk/erasure-proof"),
    import("@mingbai/sdk/verify-erasure-proof"),
  ]);
  return isErasureProof(text) ? verifyErasureProof(text, { pinnedKeys }) : undefined;
};
