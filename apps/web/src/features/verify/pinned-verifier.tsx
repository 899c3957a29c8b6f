import { type ReactNode, useEffect, useMemo } from "react";
import { remembered } from "../../ui/remembered.ts";
import { VerifierContext } from "./verify-context.ts";
import { verifyDayWhenNeeded, verifyErasureWhenNeeded, verifyWhenNeeded } from "./verify-when-needed.ts";

function rememberedKeys(): readonly string[] {
  return (remembered.get("pinnedKeys") ?? "").split("\n").filter((key) => key !== "");
}

/**
 * Trusts the keys this device saw first: a server that changes its keys later cannot make old receipts look right.
 * Keys that the server published on the first visit are remembered; the verify page shows them and lets one change them.
 */
export function PinnedVerifier({
  published,
  children,
}: {
  published: readonly string[] | undefined;
  children: ReactNode;
}) {
  const known = rememberedKeys();
  const pinned = (known.length > 0 ? known : (published ?? [])).join("\n");
  useEffect(() => {
    if (pinned !== "") remembered.set("pinnedKeys", pinned);
  }, [pinned]);
  const verifier = useMemo(
    () => ({
      verify: verifyWhenNeeded,
      verifyDay: verifyDayWhenNeeded,
      verifyErasure: verifyErasureWhenNeeded,
      pinnedKeys: pinned === "" ? [] : pinned.split("\n"),
    }),
    [pinned],
  );
  return <VerifierContext.Provider value={verifier}>{children}</VerifierContext.Provider>;
}
