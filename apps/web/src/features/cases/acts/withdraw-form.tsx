import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { ActForm } from "../../people/form-parts.tsx";
import type { CaseActProps } from "./case-act-props.ts";
import { saidAct, spoken } from "./said-act.ts";
import { WordsField } from "./words-field.tsx";

/** The household, or who looks after it, takes a case back before it is decided. */
export function WithdrawForm({ found, close }: CaseActProps) {
  const { t } = useText();
  const [words, setWords] = useState("");
  const title = t("cases.do.withdrawCase");
  const isSaid = words.trim() !== "";
  const plan = () =>
    saidAct({
      command: "registry.withdrawCase",
      title,
      sentence: t("cases.sign.withdrawCase", { head: found.head }),
      household: found.household,
      text: isSaid ? spoken(words) : undefined,
      input: (content) => ({ case: found.case, ...(isSaid && { content }) }),
    });
  return (
    <ActForm title={title} plan={plan} close={close}>
      <WordsField name={t("cases.words.withdraw")} words={words} onChange={setWords} />
    </ActForm>
  );
}
