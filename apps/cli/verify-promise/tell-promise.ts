import type { PromiseFact, PromiseFault, PromiseOutcome, PromiseVerdict } from "@mingbai/sdk/verify-promise";
import { inLanguage } from "../words.ts";

const outcomeWords: Readonly<Record<PromiseOutcome, { en: string; zh: string }>> = {
  kept: { en: "The promise was kept", zh: "承诺已兑现" },
  broken: { en: "The promise was broken", zh: "承诺没有兑现" },
  open: {
    en: "The promise is genuine; this receipt does not show whether it was kept",
    zh: "承诺是真的；这张回执看不出是否兑现",
  },
};

/** Prints what a node's promise came to. Exit code 0 where it is genuine and not shown to be broken, 1 else. */
export function tellPromise(verdict: PromiseVerdict, asJson: boolean): void {
  process.stdout.write(`${asJson ? JSON.stringify(verdict) : promiseText(verdict)}\n`);
  process.exitCode = verdict.ok && verdict.fact.outcome !== "broken" ? 0 : 1;
}

function promiseText(verdict: PromiseVerdict): string {
  if (!verdict.ok) return `✗ ${inLanguage(faultWords(verdict.fault))}: ${verdict.fault}`;
  const { outcome } = verdict.fact;
  return [`${outcome === "broken" ? "✗" : "✓"} ${inLanguage(outcomeWords[outcome])}`, factLine(verdict.fact)].join(
    "\n",
  );
}

function faultWords(fault: PromiseFault): { en: string; zh: string } {
  return fault === "RECEIPT_WRONG"
    ? {
        en: "The receipt does not hold, so it shows nothing of the promise",
        zh: "这张回执对不上，不能用来核对承诺",
      }
    : { en: "This promise does not hold", zh: "这份承诺对不上" };
}

function factLine({ organisation, id, byHeight, height }: PromiseFact): string {
  const by = inLanguage({ en: "promised by height", zh: "承诺不晚于高度" });
  const shown = inLanguage({ en: "the receipt's height", zh: "回执所在高度" });
  return `  ${organisation} · ${id} · ${by} ${byHeight} · ${shown} ${height}`;
}
