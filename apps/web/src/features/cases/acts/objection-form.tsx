import type { CaseFile } from "@mingbai/registry/views/cases";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { ActForm } from "../../people/form-parts.tsx";
import { fileWriterRoles, holdsOne } from "../../registry/who-may.ts";
import { saidAct, spoken } from "./said-act.ts";
import { WordsField } from "./words-field.tsx";

/** An office writes down what somebody without an account says against a case; anybody else says it for themselves. */
export function ObjectionForm({
  found,
  close,
}: {
  found: Pick<CaseFile, "case" | "household" | "head">;
  close(): void;
}) {
  const { t } = useText();
  const isOffice = holdsOne(useSession()?.roles, fileWriterRoles);
  const [words, setWords] = useState("");
  const [onBehalf, setOnBehalf] = useState(isOffice);
  const title = t(onBehalf ? "cases.do.objectFor" : "cases.do.objectToCase");
  const plan = () => {
    if (words.trim() === "") return t("cases.missing.words");
    return saidAct({
      command: "registry.objectToCase",
      title,
      sentence: t("cases.sign.objectToCase", { head: found.head }),
      household: found.household,
      text: spoken(words),
      input: (content) => ({ case: found.case, content, ...(onBehalf && { onBehalf: true }) }),
    });
  };
  return (
    <ActForm title={title} plan={plan} close={close}>
      <WordsField
        name={t("cases.words.objection")}
        note={t("cases.words.objection.note")}
        words={words}
        onChange={setWords}
      />
      {isOffice && (
        <label className="row opinion">
          <input type="checkbox" checked={onBehalf} onChange={(event) => setOnBehalf(event.target.checked)} />
          {t("cases.objection.onBehalf")}
        </label>
      )}
    </ActForm>
  );
}
