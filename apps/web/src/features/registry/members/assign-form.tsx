import type { PersonName } from "@mingbai/identity/views";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { ActForm, ColleagueField } from "../../people/form-parts.tsx";
import { usePeopleWords } from "../../people/use-people-words.ts";
import type { MemberFormProps } from "./member-form-props.ts";

/** Who answers for the household from now on: somebody of the organisation that keeps its file. */
export function AssignForm({ file, close }: MemberFormProps) {
  const { t } = useText();
  const { nameText } = usePeopleWords();
  const [person, setPerson] = useState<PersonName>();
  const plan = () => {
    if (person === undefined) return t("members.missing.people");
    return {
      command: "registry.assignResponsible",
      title: t("members.assignResponsible"),
      sentence: t("members.assignResponsible.sentence", { name: nameText(person), head: file.head }),
      input: () => ({ account: person.account, households: [file.household] }),
    };
  };
  return (
    <ActForm title={t("members.assignResponsible")} plan={plan} close={close}>
      <ColleagueField
        organisation={file.keeper.id}
        except={file.responsible?.account ?? ""}
        chosen={person}
        onChange={setPerson}
      />
    </ActForm>
  );
}
