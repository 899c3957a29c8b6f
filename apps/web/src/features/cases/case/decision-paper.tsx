import type { CaseFile } from "@mingbai/registry/views/cases";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useText } from "../../../i18n/use-text.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { optionText } from "../../registry/form-words.ts";

const outcomes: readonly string[] = ["accepted", "declined", "observed"];

/** The decision as it is handed to the household: seen only on paper, with the transaction by which anyone can check it. */
export function DecisionPaper({ found, file }: { found: CaseFile; file: HouseholdFile }) {
  const { t, language } = useText();
  const { time } = useFormat();
  const decision = found.steps.findLast(
    ({ kind, stage, by }) => kind === "moved" && by !== null && outcomes.includes(stage),
  );
  if (decision === undefined) return null;
  const isAccepted = decision.stage !== "declined";
  const monitored = optionText("household", "monitored", found.notice?.monitored ?? "", language);
  return (
    <article className="decision-paper">
      <h2>{t(`cases.paper.${found.kind}`)}</h2>
      <p>
        {t("cases.paper.to", { head: found.head, number: found.number, village: file.area[language], team: file.team })}
      </p>
      <p>{t(`cases.paper.${isAccepted ? "accepted" : "declined"}.${found.kind}`, { monitored })}</p>
      {decision.words !== null && <p>{t("cases.paper.reason", { words: decision.words })}</p>}
      <p>{t("cases.paper.policy", { version: found.policy })}</p>
      <p>{t("cases.paper.again")}</p>
      <p className="signed">
        {file.keeper[language]}
        <br />
        {decision.by?.name}
        <br />
        {time(decision.timeMs)}
      </p>
      <p className="transaction">{t("cases.paper.transaction", { id: decision.transaction })}</p>
    </article>
  );
}
