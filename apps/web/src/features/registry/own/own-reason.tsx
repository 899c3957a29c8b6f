import type { HouseholdFile } from "@mingbai/registry/views/household";
import type { ShownReason } from "@mingbai/registry/views/household-verdict";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { OwnAnswer } from "../../contradictions/reason/own-answer.tsx";
import { ReasonBody } from "../../contradictions/reason/reason-body.tsx";
import { SettleForm } from "../../contradictions/reason/settle-form.tsx";

/** One reason as the household reads it, with what it has answered, and the place to answer in its own words. */
export function OwnReason({ file, reason }: { file: HouseholdFile; reason: ShownReason }) {
  const { t } = useText();
  const [isAnswering, setAnswering] = useState(false);
  const { answer } = reason;
  return (
    <li className={`reason ${reason.level}`}>
      <ReasonBody file={file} reason={reason} />
      {answer !== null && <OwnAnswer title={t("own.found.answered")} answer={answer} />}
      {isAnswering ? (
        <SettleForm file={file} reason={reason} as="own" close={() => setAnswering(false)} />
      ) : (
        file.may.includes("registry.settleReason") && (
          <div className="row wrap reason-acts">
            <button type="button" className={answer === null ? "btn p" : "btn"} onClick={() => setAnswering(true)}>
              {t(answer === null ? "settle.own" : "own.found.again")}
            </button>
          </div>
        )
      )}
    </li>
  );
}
