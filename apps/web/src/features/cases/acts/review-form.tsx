import { opinions } from "@mingbai/registry/schema/cases";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { ActForm } from "../../people/form-parts.tsx";
import type { CaseActProps } from "./case-act-props.ts";
import { ChoiceField } from "./choice-field.tsx";
import { saidAct, spoken } from "./said-act.ts";
import { WordsField } from "./words-field.tsx";

/** Somebody who neither entered nor checked the case says what they think of it. */
export function ReviewForm({ found, close }: CaseActProps) {
  const { t } = useText();
  const [opinion, setOpinion] = useState<(typeof opinions)[number]>();
  const [words, setWords] = useState("");
  const title = t("cases.do.reviewCase");
  const plan = () => {
    if (opinion === undefined) return t("cases.missing.opinion");
    if (words.trim() === "") return t("cases.missing.words");
    return saidAct({
      command: "registry.reviewCase",
      title,
      sentence: t("cases.sign.reviewCase", { head: found.head, opinion: t(`cases.opinion.${opinion}`) }),
      household: found.household,
      text: spoken(words),
      input: (content) => ({ case: found.case, opinion, content }),
    });
  };
  return (
    <ActForm title={title} plan={plan} close={close}>
      <ChoiceField<(typeof opinions)[number]>
        name={t("cases.opinion")}
        options={opinions.map((value) => ({
          value,
          label: t(`cases.opinion.${value}`),
          note: t(`cases.opinion.${value}.note`),
        }))}
        chosen={opinion}
        onChange={setOpinion}
      />
      <WordsField name={t("cases.words.reason")} words={words} onChange={setWords} />
    </ActForm>
  );
}
