import type { DayCheckName, DayFact, DayVerdict } from "@mingbai/sdk/verify-day-proof";
import { inLanguage, say } from "../words.ts";

/** Prints what a day proof came to. Exit code 0 where it holds, 1 where it does not. */
export function tellDay(verdict: DayVerdict, asJson: boolean): void {
  process.stdout.write(`${asJson ? JSON.stringify(dayJson(verdict)) : dayText(verdict)}\n`);
  process.exitCode = verdict.ok ? 0 : 1;
}

const checkWords: Readonly<Record<DayCheckName, { en: string; zh: string }>> = {
  form: { en: "it is a day proof", zh: "格式是日终证明" },
  office: { en: "the office signed it, and the ledger accepted that", zh: "单位签了，账本已收" },
  bank: { en: "the bank countersigned it, and the ledger accepted that", zh: "银行会签了，账本已收" },
  sameBytes: { en: "both signed the same bytes", zh: "双方签的是同一份" },
  statement: { en: "the closing balance is as the bank signed it", zh: "期末余额是银行签过的" },
  equation: {
    en: "vouchers + suspense + items in transit = the bank's closing balance",
    zh: "凭证 + 挂账 + 在途 = 银行期末余额",
  },
};

function dayText({ ok, checks, fact }: DayVerdict): string {
  const words = (name: DayCheckName) => inLanguage(checkWords[name]);
  if (!ok || fact === undefined) {
    const wrong = checks.filter((check) => !check.ok).map(({ name, detail }) => `  ✗ ${words(name)}: ${detail}`);
    const bad = inLanguage({ en: "This day proof does not match", zh: "这份日终证明对不上" });
    return [`✗ ${bad}`, ...wrong, `  ${say("receiptBadAdvice")}`].join("\n");
  }
  return [
    `✓ ${inLanguage({ en: "This day proof holds", zh: "这份日终证明是真的" })}`,
    ...figures(fact),
    ...checks.map(({ name }) => `  ✓ ${words(name)}`),
    `  ${fact.countersigned.log.origin} · ${fact.countersigned.log.size} · ${say("cosigners")} ${fact.countersigned.log.cosigners}`,
  ].join("\n");
}

/** Figures in minor units, as they were signed. */
function figures({ claim, inTransit }: DayFact): string[] {
  const { bankAccount, day, statement, ledger, items } = claim;
  const sum = `${ledger.outstanding} + ${ledger.suspense} + ${inTransit} = ${statement.closingBalance}`;
  const unit = inLanguage({ en: "minor units", zh: "最小单位" });
  return [
    `  ${bankAccount} · ${day} · ${say("height")} ${ledger.height}`,
    `  ${sum} (${statement.currency}, ${unit})`,
    ...items.map(({ kind, reference, effect }) => `    ${kind} ${reference} ${effect}`),
  ];
}

/** The bytes of bodies are of no use to a reader of JSON. */
function dayJson({ ok, checks, fact }: DayVerdict): object {
  if (fact === undefined) return { ok, checks };
  const { claim, inTransit, closed, countersigned } = fact;
  return { ok, checks, fact: { claim, inTransit, closed: closed.id, countersigned: countersigned.id } };
}
