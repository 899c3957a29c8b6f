import type { SettlementKind } from "@mingbai/registry/content/compare/settlement";
import type { HouseholdFile } from "@mingbai/registry/views";
import type { ShownReason } from "@mingbai/registry/views/comparison";
import { useState } from "react";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { FactLines } from "./fact-lines.tsx";
import { LevelState } from "./level-state.tsx";
import { ruleTitle } from "./level-words.ts";
import { SaidInFile } from "./said-in-file.tsx";
import { SettleForm } from "./settle-form.tsx";
import { SettlementWords } from "./settlement-words.tsx";
import { settlingOf } from "./settling-of.ts";

/** One reason: what does not fit, who says so and since when, what the file says, what to look at; and what was done about it. */
export function ReasonCard({ file, reason }: { file: HouseholdFile; reason: ShownReason }) {
  const { t, language } = useText();
  const session = useSession();
  const [settling, setSettling] = useState<SettlementKind>();
  const kinds = session === undefined ? [] : settlingOf(file, session);
  const mayChange = file.may.includes("registry.recordChanges");
  const title = ruleTitle(reason.rule, language);
  return (
    <li className={`reason ${reason.level}`}>
      <header className="row wrap">
        <h2>{title}</h2>
        <LevelState level={reason.level} />
        {reason.isOpposite && <span className="tag">{t("compare.opposite")}</span>}
        <span className="i3 sm">{t("compare.version", { version: reason.version })}</span>
      </header>
      <p className="reason-words">{reason.words[language]}</p>
      <dl className="reason-sides">
        <div>
          <dt>{t("compare.theySay")}</dt>
          <dd>
            {reason.facts.length === 0 ? (
              <p className="i2">{t("compare.noFacts")}</p>
            ) : (
              <FactLines facts={reason.facts} />
            )}
          </dd>
        </div>
        <div>
          <dt>{t("compare.fileSays")}</dt>
          <dd>
            <SaidInFile file={file} reason={reason} />
          </dd>
        </div>
        <div>
          <dt>{t("compare.lookAt")}</dt>
          <dd>{reason.action[language]}</dd>
        </div>
      </dl>
      {reason.settlement !== null && (
        <div className="note sm">
          <div>
            <p>{t("compare.earlier")}</p>
            <SettlementWords settlement={reason.settlement} />
          </div>
        </div>
      )}
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
        <SettleForm file={file} reason={reason} title={title} kind={settling} close={() => setSettling(undefined)} />
      )}
    </li>
  );
}
