import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { useToday } from "../../../ui/use-today.ts";
import { ActForm } from "../../people/form-parts.tsx";
import type { CaseActProps } from "./case-act-props.ts";
import { CodeField } from "./code-field.tsx";
import { monitoringSets } from "./monitoring-sets.ts";
import { saidAct, spoken } from "./said-act.ts";
import { WordsField } from "./words-field.tsx";

/** A household that has left, is still observed and does worse, is monitored again at once. */
export function ReturnForm({ found, file, close }: CaseActProps) {
  const { t } = useText();
  const today = useToday();
  const [monitored, setMonitored] = useState(found.notice?.monitored ?? "");
  const [words, setWords] = useState("");
  const title = t("cases.do.returnToMonitoring");
  const plan = () => {
    if (monitored === "") return t("cases.missing.monitored");
    if (words.trim() === "") return t("cases.missing.words");
    return saidAct({
      command: "registry.returnToMonitoring",
      title,
      sentence: t("cases.sign.returnToMonitoring", { head: found.head }),
      household: found.household,
      text: spoken(words),
      sets: monitoringSets(file, { monitored, monitoredOn: today }),
      input: (content, part) => ({ case: found.case, content, part: { base: file.version, content: part } }),
    });
  };
  return (
    <ActForm title={title} plan={plan} close={close}>
      <CodeField field="monitored" code={monitored} onChange={setMonitored} />
      <WordsField name={t("cases.words.worse")} words={words} onChange={setWords} />
    </ActForm>
  );
}
