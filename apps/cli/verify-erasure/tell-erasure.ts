import type { ErasureCheckName, ErasureFact, ErasureVerdict } from "@mingbai/sdk/verify-erasure-proof";
import { inLanguage, say } from "../words.ts";

/** Prints what the proof of an erasure came to. Exit code 0 where it holds, 1 where it does not. */
export function tellErasure(verdict: ErasureVerdict, asJson: boolean): void {
  process.stdout.write(`${asJson ? JSON.stringify(verdict) : erasureText(verdict)}\n`);
  process.exitCode = verdict.ok ? 0 : 1;
}

const checkWords: Readonly<Record<ErasureCheckName, { en: string; zh: string }>> = {
  form: { en: "it is the proof of an erasure", zh: "格式是删除证明" },
  asked: { en: "the erasure was asked for on the ledger", zh: "删除申请在账本里" },
  decided: { en: "another approved it, and the ledger accepted that", zh: "由另一人批准，账本已收" },
  vaults: { en: "each vault said that it erased just these files", zh: "每个保险库都声明删的就是这些档案" },
  everyone: { en: "every organisation that kept the ledger said so", zh: "保管账本的单位都已声明" },
};

function erasureText({ ok, checks, fact }: ErasureVerdict): string {
  const words = (name: ErasureCheckName) => inLanguage(checkWords[name]);
  if (!ok || fact === undefined) {
    const wrong = checks.filter((check) => !check.ok).map(({ name, detail }) => `  ✗ ${words(name)}: ${detail}`);
    const bad = inLanguage({ en: "This proof of an erasure does not match", zh: "这份删除证明对不上" });
    return [`✗ ${bad}`, ...wrong, `  ${say("receiptBadAdvice")}`].join("\n");
  }
  return [
    `✓ ${inLanguage({ en: "This proof of an erasure holds", zh: "这份删除证明是真的" })}`,
    ...linesOf(fact),
    ...checks.map(({ name }) => `  ✓ ${words(name)}`),
  ].join("\n");
}

function linesOf({ erasure, subjects, decidedMs, vaults }: ErasureFact): string[] {
  return [
    `  ${erasure} · ${new Date(decidedMs).toISOString()}`,
    ...subjects.map((subject) => `    ${subject}`),
    ...vaults.map(({ organisation, timeMs }) => `  ${organisation} · ${new Date(timeMs).toISOString()}`),
  ];
}
