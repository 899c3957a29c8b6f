import type { SettlementKind } from "@mingbai/registry/content/compare/settlement";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import type { ShownReason } from "@mingbai/registry/views/household-verdict";
import { useState } from "react";
import { Link } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { OwnAnswer } from "./own-answer.tsx";
import { ReasonBody } from "./reason-body.tsx";
import { SettleForm } from "./settle-form.tsx";
import { settlingOf } from "./settling-of.ts";

/** One reason at the desk, what the household itself says to it, and the ways to deal with it. */
export function ReasonCard({ file, reason }: { file: HouseholdFile; reason: ShownReason }) {
  const { t } = useText();
  const session = useSession();
  const [settling, setSettling] = useState<SettlementKind>();
  const kinds = session === undefined ? [] : settlingOf(file, session);
  const mayChange = file.may.includes("registry.recordChanges");
  return (
    <li className={`reason ${reason.level}`}>
      <ReasonBody file={file} reason={reason} />
      {reason.answer !== null && <OwnAnswer title={t("compare.answer")} answer={reason.answer} />}
      <p className="print-only on-the-spot">{t("compare.sheet.said")}</p>
      {kinds.length > 0 && settling === undefined && (
        <div className="row wrap reason-acts">
          {kinds.map((kind) => (
            <button key={kind} type="button" className="btn s" onClick={() => setSettling(kind)}>
              {t(`settle.${kind}`)}
            </button>
          ))}
          {mayChange && (
            <Link className="btn s t" to={`/registry/${file.household}/edit?reason=comparison`}>
              {t("compare.change")}
            </Link>
          )}
        </div>
      )}
      {settling !== undefined && (
        <SettleForm file={file} reason={reason} as={settling} close={() => setSettling(undefined)} />
      )}
    </li>
  );
}
