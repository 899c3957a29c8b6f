import { createContext, useContext } from "react";
import type { VerifyDay, VerifyErasure, VerifyReceipt } from "./verdict.ts";

/** How receipts are checked here, and the keys this device trusts (C2SP note verifiers). */
export interface Verifier {
  readonly verify: VerifyReceipt;
  readonly verifyDay: VerifyDay;
  readonly verifyErasure: VerifyErasure;
  readonly pinnedKeys: readonly string[];
}

export const VerifierContext = createContext<Verifier | undefined>(undefined);

export function useVerifier(): Verifier {
  const verifier = useContext(VerifierContext);
  if (!verifier) throw new Error("no receipt verifier above this page");
  return verifier;
}
