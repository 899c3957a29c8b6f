import type { HouseholdFile } from "@mingbai/registry/views/household";
import type { ShownReason } from "@mingbai/registry/views/household-verdict";
import { useText } from "../../../i18n/use-text.ts";
import { FactLines } from "./fact-lines.tsx";
import { LevelState } from "./level-state.tsx";
import { ruleTitle } from "./level-words.ts";
import { SaidInFile } from "./said-in-file.tsx";
import { SettlementWords } from "./settlement-words.tsx";

/** What does not fit, who says so and since when, what the file says, what is to be looked at; and how it was settled before. */
export function ReasonBody({ file, reason }: { file: HouseholdFile; reason: ShownReason }) {
  const { t, language } = useText();
  const isOwn = file.purpose === "own";
  return (
    <>
      <header className="row wrap">
        <h2>{ruleTitle(reason.rule, language)}</h2>
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
          <dt>{t(isOwn ? "compare.willLookAt" : "compare.lookAt")}</dt>
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
    </>
  );
}
