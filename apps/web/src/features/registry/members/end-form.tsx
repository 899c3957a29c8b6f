import type { ChangeReason } from "@mingbai/registry/content/file/part";
import { wordsCharsMax } from "@mingbai/registry/content/file/part";
import { departures } from "@mingbai/registry/schema";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { TextField } from "../../../ui/text-field.tsx";
import { ActForm } from "../../people/form-parts.tsx";
import { keepSubjectParts } from "../keep-subject-parts.ts";
import { versionOf } from "../version-of.ts";
import { BecauseField } from "./because-field.tsx";
import type { MemberFormProps } from "./member-form-props.ts";
import { namesOf } from "./names-of.ts";
import { PersonChoice } from "./person-choice.tsx";

const reasonOf: { readonly [departure in (typeof departures)[number]]: ChangeReason } = {
  death: "death",
  left: "move",
  correction: "correction",
};

/** Somebody died, went away for good, or was entered by mistake: a last part says when and how. */
export function EndForm({ file, close }: MemberFormProps) {
  const { t } = useText();
  const [person, setPerson] = useState("");
  const [because, setBecause] = useState<(typeof departures)[number]>("death");
  const [words, setWords] = useState("");
  const plan = () => {
    if (person === "") return t("members.missing.people");
    if (words.trim() === "") return t("members.missing.words");
    let contents: readonly string[] = [];
    return {
      command: "registry.endPerson",
      title: t("members.endPerson"),
      sentence: t("members.endPerson.sentence", {
        name: namesOf(file, [person], ""),
        because: t(`members.departure.${because}`),
      }),
      async before() {
        contents = await keepSubjectParts([{ subject: person, reason: reasonOf[because], words, sets: {} }]);
      },
      input: () => ({ person, because, base: versionOf(file, person), content: contents[0] ?? "" }),
    };
  };
  return (
    <ActForm title={t("members.endPerson")} plan={plan} close={close}>
      <PersonChoice people={file.residents} person={person} onChange={setPerson} />
      <BecauseField<(typeof departures)[number]>
        reasons={departures}
        because={because}
        nameOf={(one) => `members.departure.${one}`}
        onChange={setBecause}
      />
      <TextField
        name={t("members.when")}
        note={t("members.when.note")}
        charsMax={wordsCharsMax}
        text={words}
        onChange={setWords}
      />
    </ActForm>
  );
}
