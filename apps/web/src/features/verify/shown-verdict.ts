import type { ReceiptFact, ReceiptVerdict } from "@mingbai/sdk/verify-receipt";
import { paymentFacts } from "./payment-facts.ts";
import type { ShownFact, Verdict } from "./verdict.ts";

/** What pages show of a proven command: amount, accounts and fund where its bytes have them. */
function shown(fact: ReceiptFact): ShownFact {
  return {
    id: fact.id,
    command: fact.command,
    accepted: fact.accepted,
    result: fact.result,
    height: fact.height,
    timeMs: fact.timeMs,
    units: fact.units,
    origin: fact.log.origin,
    index: fact.log.index,
    size: fact.log.size,
    cosigners: fact.log.cosigners + fact.log.members,
    ...(fact.line ? { line: fact.line.index } : {}),
    ...paymentFacts(fact),
  };
}

/** Faults that say only that no trusted key has signed. */
const unknownKeyFaults: readonly string[] = ["PROOF_OTHER_LOG", "PROOF_NOT_SIGNED_BY_LOG", "ROSTER_NOT_TRUSTED"];

function isUnknownKey({ checks }: ReceiptVerdict): boolean {
  const failed = checks.filter(({ ok }) => !ok);
  return (
    failed.length > 0 && failed.every(({ name, detail }) => name === "included" && unknownKeyFaults.includes(detail))
  );
}

/** The SDK's verdict as pages show it: the one place where the two meet. Undefined where the text is no receipt. */
export function shownVerdict(verdict: ReceiptVerdict, pinnedKeys: readonly string[]): Verdict | undefined {
  if (verdict.checks.some(({ name, ok }) => name === "form" && !ok)) return undefined;
  const unknownKey = isUnknownKey(verdict);
  const checks = verdict.checks.map((check) =>
    check.name === "included" && (unknownKey || pinnedKeys.length === 0) ? { ...check, ok: null } : check,
  );
  return {
    ok: verdict.ok,
    checks,
    ...(unknownKey ? { unknownKey } : {}),
    ...(verdict.fact ? { fact: shown(verdict.fact) } : {}),
  };
}
