import type { FreezeReason } from "@mingbai/governance/schema";
import type { FreezeRow } from "@mingbai/treasury/views/freezes";
import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { Signing } from "../../ui/signing.tsx";
import { keepWords } from "../matter/keep-words.ts";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { FreezeReasonPanel } from "./freeze-reason-panel.tsx";
import { useTargetWords } from "./use-target-words.ts";

interface Why {
  readonly reason: FreezeReason;
  readonly message: string;
}

/** The reason and the signature under a freeze, or the signature under the end of one; `done` is called with what then is so. */
export function FreezeSigning({ row, close, done }: { row: FreezeRow; close(): void; done(words: string): void }) {
  const { t } = useText();
  const settle = useSettledAct();
  const target = useTargetWords().nameOf(row);
  const [why, setWhy] = useState<Why>();
  if (row.frozen === null && why === undefined) {
    return <FreezeReasonPanel target={target} onReady={setWhy} onLeave={close} />;
  }
  const verb = why === undefined ? "unfreeze" : "freeze";
  const sign = async () => {
    if (why === undefined) await settle("governance.unfreeze", { target: row.target });
    else {
      const words = await keepWords({ message: why.message, reasons: [] });
      await settle("governance.freeze", { target: row.target, reason: why.reason, words });
    }
    done(t(`regulator.${verb}.done`, { target }));
  };
  const totals = why && [
    { label: t("regulator.reason"), value: t(`regulator.reason.${why.reason}`) },
    { label: t("regulator.words"), value: why.message },
  ];
  return (
    <Signing
      title={t(`regulator.${verb}`)}
      sentence={t(`regulator.${verb}.sentence`, { target })}
      {...(totals !== undefined && { totals })}
      verb={t(`regulator.${verb}.sign`)}
      sign={sign}
      close={close}
    />
  );
}
