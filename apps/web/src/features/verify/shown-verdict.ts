import type { ReceiptFact, ReceiptVerdict } from "@mingbai/sdk/verify-receipt";
import type { ShownFact, Verdict } from "./verdict.ts";

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !(value instanceof Uint8Array) ? { ...value } : {};
}

/** What pages show of a proven command: amount, payee and fund where its body has them. */
function shown(fact: ReceiptFact): ShownFact {
  const body = fields(fact.body);
  const from = fields(body.from);
  const fund = body.fund ?? from.fund;
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
    cosigners: fact.log.cosigners,
    ...(fact.line ? { line: fact.line.index } : {}),
    ...(typeof body.amount === "number" ? { amountMinor: body.amount } : {}),
    ...(typeof body.payee === "string" ? { payee: body.payee } : {}),
    ...(typeof fund === "number" || typeof fund === "string" ? { fund: String(fund) } : {}),
  };
}

/** The SDK's verdict as pages show it: the one place where the two meet. Undefined where the text is no receipt. */
export function shownVerdict(verdict: ReceiptVerdict, pinnedKeys: readonly string[]): Verdict | undefined {
  if (verdict.checks.some(({ name, ok }) => name === "form" && !ok)) return undefined;
  const checks = verdict.checks.map((check) =>
    check.name === "included" && pinnedKeys.length === 0 ? { ...check, ok: null } : check,
  );
  return { ok: verdict.ok, checks, ...(verdict.fact ? { fact: shown(verdict.fact) } : {}) };
}
