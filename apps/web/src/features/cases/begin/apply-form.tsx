import type { Channel } from "@mingbai/registry/schema/cases";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { ActForm } from "../../people/form-parts.tsx";
import { randomAccount } from "../../people/random-account.ts";
import { ChoiceField } from "../acts/choice-field.tsx";
import { saidAct, spoken } from "../acts/said-act.ts";
import { WordsField } from "../acts/words-field.tsx";

const officeChannels = ["visit", "phone"] as const satisfies readonly Channel[];

/** A household asks to be monitored, in its own words: by its own person's key, or taken down by an office. `own`: how its person came here. */
export function ApplyForm({
  file,
  own,
  close,
}: {
  file: Pick<HouseholdFile, "household" | "head">;
  own?: "own" | "code";
  close(): void;
}) {
  const { t } = useText();
  const [id] = useState(randomAccount);
  const [taken, setTaken] = useState<(typeof officeChannels)[number]>("visit");
  const [words, setWords] = useState("");
  const channel: Channel = own ?? taken;
  const title = t("cases.begin.apply");
  const plan = () => {
    if (words.trim() === "") return t("cases.missing.words");
    return saidAct({
      command: "registry.applyForEntry",
      title,
      sentence: t(own === undefined ? "cases.sign.apply.for" : "cases.sign.apply.own", { head: file.head }),
      household: file.household,
      text: spoken(words),
      input: (content) => ({ case: id, household: file.household, channel, content }),
    });
  };
  return (
    <ActForm title={title} plan={plan} close={close}>
      <p className="sm i2">{t(own === undefined ? "cases.begin.apply.for" : "cases.begin.apply.own")}</p>
      {own === undefined && (
        <ChoiceField<(typeof officeChannels)[number]>
          name={t("cases.channel")}
          options={officeChannels.map((value) => ({ value, label: t(`cases.channel.${value}`) }))}
          chosen={taken}
          onChange={setTaken}
        />
      )}
      <WordsField name={t("cases.words.apply")} note={t("cases.words.apply.note")} words={words} onChange={setWords} />
    </ActForm>
  );
}
