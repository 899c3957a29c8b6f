import { decisions } from "@mingbai/registry/schema/cases";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { useToday } from "../../../ui/use-today.ts";
import { ActForm } from "../../people/form-parts.tsx";
import type { CaseActProps } from "./case-act-props.ts";
import { ChoiceField } from "./choice-field.tsx";
import { CodeField } from "./code-field.tsx";
import { monitoringSets } from "./monitoring-sets.ts";
import { saidAct, spoken } from "./said-act.ts";
import { WordsField } from "./words-field.tsx";

/** Somebody who had no hand in the case decides; what is accepted is written into the household's file by the same act. */
export function DecideForm({ found, file, close }: CaseActProps) {
  const { t } = useText();
  const today = useToday();
  const [outcome, setOutcome] = useState<(typeof decisions)[number]>();
  const [monitored, setMonitored] = useState(found.notice?.monitored ?? file.monitored);
  const [words, setWords] = useState("");
  const isEntry = found.kind === "entry";
  const title = t("cases.do.decideCase");
  const offered = found.notice === null ? decisions.filter((one) => one !== "accept") : decisions;
  const plan = () => {
    if (outcome === undefined) return t("cases.missing.outcome");
    if (words.trim() === "") return t("cases.missing.words");
    if (outcome === "accept" && isEntry && monitored === "") return t("cases.missing.monitored");
    const cause = found.notice?.cause ?? file.cause;
    const decided = isEntry ? { monitored, monitoredOn: today, cause } : { monitored: "", monitoredOn: "" };
    return saidAct({
      command: "registry.decideCase",
      title,
      sentence: t(`cases.sign.decide.${outcome}.${found.kind}`, { head: found.head }),
      household: found.household,
      text: spoken(words),
      ...(outcome === "accept" && { sets: monitoringSets(file, decided) }),
      input: (content, part) => ({
        case: found.case,
        outcome,
        content,
        ...(outcome === "accept" && { part: { base: file.version, content: part } }),
      }),
    });
  };
  return (
    <ActForm title={title} plan={plan} close={close}>
      {found.notice === null && <p className="sm i2">{t("cases.decide.noNotice")}</p>}
      <ChoiceField<(typeof decisions)[number]>
        name={t("cases.outcome")}
        options={offered.map((value) => ({
          value,
          label: t(`cases.outcome.${value}.${found.kind}`),
          note: t(`cases.outcome.${value}.${found.kind}.note`),
        }))}
        chosen={outcome}
        onChange={setOutcome}
      />
      {outcome === "accept" && isEntry && <CodeField field="monitored" code={monitored} onChange={setMonitored} />}
      <WordsField
        name={t("cases.words.reason")}
        note={t("cases.words.reason.note")}
        words={words}
        onChange={setWords}
      />
    </ActForm>
  );
}
