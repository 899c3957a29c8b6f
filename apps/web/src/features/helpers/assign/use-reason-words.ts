import { languages, skills } from "@mingbai/posts/content/qualifications";
import type { ProposedRow } from "@mingbai/registry/views/help";
import { useText } from "../../../i18n/use-text.ts";
import { useHelperWords } from "../use-helper-words.ts";
import type { AssignRow } from "./decisions.ts";

type Reason = ProposedRow["reasons"][number];

/** Why somebody is proposed, with points; or why nobody is. */
export function useReasonWords(): (row: AssignRow) => string {
  const { t } = useText();
  const { join } = useHelperWords();
  const wordsOf = ({ kind, detail }: Reason): string => {
    const skill = skills.find((one) => one === detail);
    const language = languages.find((one) => one === detail);
    if (kind === "skill") return t("assign.reason.skill", { name: skill === undefined ? "" : t(`skill.${skill}`) });
    if (kind === "language")
      return t("assign.reason.language", { name: language === undefined ? "" : t(`language.${language}`) });
    return t(`assign.reason.${kind}`);
  };
  return (row) =>
    row.reasons === undefined
      ? t(`assign.because.${row.because}`)
      : join(row.reasons.map((reason) => t("assign.points", { words: wordsOf(reason), points: reason.points })));
}
