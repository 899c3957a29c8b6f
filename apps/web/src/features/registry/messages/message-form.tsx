import { messageCharsMax } from "@mingbai/registry/content/texts/message-text";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { type FormEvent, useId, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { keepHouseholdText } from "../../cases/keep-household-text.ts";
import { type PlannedAct, SignAct } from "../../people/sign-act.tsx";

/** One message: its words are sealed with the household, then the act that names them is signed. */
export function MessageForm({ file: { household, head, purpose } }: { file: HouseholdFile }) {
  const { t } = useText();
  const id = useId();
  const [words, setWords] = useState("");
  const [onBehalf, setOnBehalf] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const [act, setAct] = useState<PlannedAct>();
  const said = words.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(said === "");
    if (said === "") return;
    let content = "";
    setAct({
      command: "registry.sendMessage",
      title: t("messages.write"),
      sentence: t("messages.sentence", { head, words: said }),
      async before() {
        content = await keepHouseholdText(household, { kind: "message", words: said });
      },
      input: () => ({ household, content, ...(onBehalf && { onBehalf: true }) }),
    });
  };
  return (
    <form className="message-form no-print" onSubmit={submit} noValidate>
      <label className="label" htmlFor={id}>
        {t("messages.write")}
      </label>
      <textarea
        id={id}
        className="field"
        rows={2}
        maxLength={messageCharsMax}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      {isMissing && (
        <p className="bad" role="alert">
          {t("messages.missing")}
        </p>
      )}
      <div className="row wrap">
        <button type="submit" className="btn">
          {t("messages.send")}
        </button>
        {purpose !== "own" && (
          <label className="row sm">
            <input type="checkbox" checked={onBehalf} onChange={({ target }) => setOnBehalf(target.checked)} />
            {t("messages.write.behalf")}
          </label>
        )}
      </div>
      {act && (
        <SignAct
          act={act}
          close={() => setAct(undefined)}
          done={() => {
            setAct(undefined);
            setWords("");
            setOnBehalf(false);
          }}
        />
      )}
    </form>
  );
}
