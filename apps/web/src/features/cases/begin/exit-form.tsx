import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { ActForm } from "../../people/form-parts.tsx";
import { randomAccount } from "../../people/random-account.ts";
import { findNetIncome, incomeLineFen } from "../../registry/file/money-sums.ts";
import { saidAct, spoken } from "../acts/said-act.ts";
import { WordsField } from "../acts/words-field.tsx";

/** Who looks after a household proposes that it leave monitoring, with the income that shows it. */
export function ExitForm({ file, close }: { file: HouseholdFile; close(): void }) {
  const { t } = useText();
  const { moneyWithUnit } = useFormat();
  const [id] = useState(randomAccount);
  const income = findNetIncome(file);
  const known =
    income === undefined
      ? ""
      : t("cases.begin.exit.income", {
          income: moneyWithUnit(income.perPersonFen),
          line: moneyWithUnit(incomeLineFen),
        });
  const [words, setWords] = useState(known);
  const title = t("cases.begin.exit");
  const plan = () => {
    if (words.trim() === "") return t("cases.missing.words");
    return saidAct({
      command: "registry.proposeExit",
      title,
      sentence: t("cases.sign.exit", { head: file.head }),
      household: file.household,
      text: spoken(words),
      input: (content) => ({ case: id, household: file.household, content }),
    });
  };
  return (
    <ActForm title={title} plan={plan} close={close}>
      <p className="sm i2">{t("cases.begin.exit.how")}</p>
      <WordsField name={t("cases.words.exit")} note={t("cases.words.exit.note")} words={words} onChange={setWords} />
    </ActForm>
  );
}
