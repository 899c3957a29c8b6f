import type { ErasureVerdict } from "@mingbai/sdk/verify-erasure-proof";
import { useText } from "../../i18n/use-text.ts";
import { timeText } from "../../ui/format-time.ts";
import { ProofOutcome } from "./proof-outcome.tsx";

/** Whether the proof of an erasure holds, whose vaults said so, and which part fails where it does not. */
export function ErasureOutcome({
  verdict: { ok, checks, fact },
  zoneOffsetMinutes,
  again,
}: {
  verdict: ErasureVerdict;
  zoneOffsetMinutes: number;
  again(): void;
}) {
  const { t } = useText();
  const factsOf = useErasureFacts(zoneOffsetMinutes);
  return (
    <ProofOutcome
      ok={ok}
      title={t(ok ? "verify.erasure.good" : "verify.erasure.bad")}
      why={t(ok ? "verify.erasure.good.why" : "verify.erasure.bad.why")}
      facts={fact ? factsOf(fact) : []}
      checks={checks.map(({ name, ok: holds, detail }) => {
        const words = holds ? t(`verify.erasure.check.${name}`) : t(`verify.erasure.fails.${name}`);
        return { name, holds, words, detail };
      })}
      note={t("verify.erasure.word")}
      again={again}
    />
  );
}

function useErasureFacts(zoneOffsetMinutes: number) {
  const { t, language } = useText();
  const time = (timeMs: number) => timeText(timeMs, { language, zoneOffsetMinutes });
  return ({ erasure, subjects, askedMs, decidedMs, vaults }: NonNullable<ErasureVerdict["fact"]>) =>
    [
      [t("verify.erasure.number"), erasure],
      [t("verify.erasure.files", { count: subjects.length }), subjects.join(" ")],
      [t("verify.erasure.asked"), time(askedMs)],
      [t("verify.erasure.decided"), time(decidedMs)],
      ...vaults.map(({ organisation, timeMs }) => [organisation, time(timeMs)] as const),
    ] as const;
}
