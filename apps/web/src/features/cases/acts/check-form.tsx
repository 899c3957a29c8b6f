import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { ActForm } from "../../people/form-parts.tsx";
import type { CaseActProps } from "./case-act-props.ts";
import { saidAct, spoken } from "./said-act.ts";
import { WordsField } from "./words-field.tsx";

/** The village has looked, and says what it found. */
export function CheckForm({ found, close }: CaseActProps) {
  const { t } = useText();
  const [words, setWords] = useState("");
  const title = t("cases.do.checkInVillage");
  const plan = () => {
    if (words.trim() === "") return t("cases.missing.words");
    return saidAct({
      command: "registry.checkInVillage",
      title,
      sentence: t("cases.sign.checkInVillage", { head: found.head }),
      household: found.household,
      text: spoken(words),
      input: (content) => ({ case: found.case, content }),
    });
  };
  return (
    <ActForm title={title} plan={plan} close={close}>
      <WordsField name={t("cases.words.check")} note={t("cases.words.check.note")} words={words} onChange={setWords} />
    </ActForm>
  );
}
