import type { FreezeReason, FreezeTarget } from "@mingbai/governance/schema";
import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { Signing } from "../../ui/signing.tsx";
import { keepWords } from "../matter/keep-words.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { FreezeReasonPanel } from "./freeze-reason-panel.tsx";

interface Why {
  readonly reason: FreezeReason;
  readonly message: string;
}

/** The reason and the signature under a freeze, or the signature under the end of one; `done` is called with what then is so. */
export function FreezeSigning({
  target,
  name,
  isFrozen,
  close,
  done,
}: {
  target: FreezeTarget;
  /** What it is called in a sentence. */
  name: string;
  isFrozen: boolean;
  close(): void;
  done(words: string): void;
}) {
  const { t } = useText();
  const settle = useSettledAct();
  const [why, setWhy] = useState<Why>();
  if (!isFrozen && why === undefined) {
    return <FreezeReasonPanel target={name} onReady={setWhy} onLeave={close} />;
  }
  const what = target.kind === "organisation" ? "organisation" : "sentence";
  const verb = why === undefined ? "unfreeze" : "freeze";
  const sign = async () => {
    if (why === undefined) await settle("governance.unfreeze", { target });
    else {
      const words = await keepWords({ message: why.message, reasons: [] });
      await settle("governance.freeze", { target, reason: why.reason, words });
    }
    done(t(`regulator.${verb}.done`, { target: name }));
  };
  const totals = why && [
    { label: t("regulator.reason"), value: t(`regulator.reason.${why.reason}`) },
    { label: t("regulator.words"), value: why.message },
  ];
  return (
    <Signing
      title={t(`regulator.${verb}`)}
      sentence={t(`regulator.${verb}.${what}`, { target: name })}
      {...(totals !== undefined && { totals })}
      verb={t(`regulator.${verb}.sign`)}
      sign={sign}
      close={close}
    />
  );
}
