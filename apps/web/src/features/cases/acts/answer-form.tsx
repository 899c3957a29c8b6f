import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { ActForm } from "../../people/form-parts.tsx";
import type { CaseActProps } from "./case-act-props.ts";
import { saidAct, spoken } from "./said-act.ts";
import { WordsField } from "./words-field.tsx";

/** An office that keeps the file answers one objection. `objection`: its place among those of the case, from 0. */
export function AnswerForm({ found, objection, close }: CaseActProps & { objection: number }) {
  const { t } = useText();
  const [words, setWords] = useState("");
  const title = t("cases.do.answerObjection", { number: objection + 1 });
  const said = found.steps.find((step) => step.kind === "objected" && step.objection === objection)?.words;
  const plan = () => {
    if (words.trim() === "") return t("cases.missing.words");
    return saidAct({
      command: "registry.answerObjection",
      title,
      sentence: t("cases.sign.answerObjection", { head: found.head, number: objection + 1 }),
      household: found.household,
      text: spoken(words),
      input: (content) => ({ case: found.case, objection, content }),
    });
  };
  return (
    <ActForm title={title} plan={plan} close={close}>
      {said !== null && said !== undefined && <blockquote className="said">{said}</blockquote>}
      <WordsField
        name={t("cases.words.answer")}
        note={t("cases.words.answer.note")}
        words={words}
        onChange={setWords}
      />
    </ActForm>
  );
}
