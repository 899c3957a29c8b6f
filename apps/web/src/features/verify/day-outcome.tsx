import type { DayVerdict } from "@mingbai/sdk/verify-day-proof";
import { useText } from "../../i18n/use-text.ts";
import { moneyText } from "../../ui/format-money.ts";
import { ProofOutcome } from "./proof-outcome.tsx";

/** Decimals of the ledgers' currencies so far; a day proof names its currency and not how it is written. */
const decimals = 2;

/** Whether a bank day's proof holds, what both sides signed, and which part fails where it does not. */
export function DayOutcome({ verdict, again }: { verdict: DayVerdict; again(): void }) {
  const { t } = useText();
  const factsOf = useDayFacts();
  const { ok, checks, fact } = verdict;
  return (
    <ProofOutcome
      ok={ok}
      title={t(ok ? "verify.day.good" : "verify.day.bad")}
      why={t(ok ? "verify.day.good.why" : "verify.day.bad.why")}
      facts={fact ? factsOf(fact) : []}
      checks={checks.map(({ name, ok: holds, detail }) => {
        const words = holds ? t(`verify.day.check.${name}`) : t(`verify.day.fails.${name}`);
        return { name, holds, words, detail };
      })}
      again={again}
    />
  );
}

function useDayFacts() {
  const { t } = useText();
  return ({ claim, inTransit }: NonNullable<DayVerdict["fact"]>) => {
    const { bankAccount, day, statement, ledger, items } = claim;
    const amount = (minor: number) => `${statement.currency} ${moneyText(minor, decimals)}`;
    return [
      [t("verify.day.account"), bankAccount],
      [t("verify.day.day"), day],
      [t("verify.day.outstanding"), amount(ledger.outstanding)],
      [t("verify.day.suspense"), amount(ledger.suspense)],
      [t("verify.day.items", { count: items.length }), amount(inTransit)],
      [t("verify.day.closing"), amount(statement.closingBalance)],
    ] as const;
  };
}
