import type { HouseholdLine } from "@mingbai/registry/views/households";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { ActForm } from "../../people/form-parts.tsx";
import { HouseholdChoice } from "./household-choice.tsx";
import type { MemberFormProps } from "./member-form-props.ts";
import { namesOf } from "./names-of.ts";
import { PeopleChoice } from "./people-choice.tsx";

/** Some people go over to another household that is kept here; their files go with them. */
export function MoveForm({ file, close }: MemberFormProps) {
  const { t } = useText();
  const [people, setPeople] = useState<readonly string[]>([]);
  const [to, setTo] = useState<HouseholdLine>();
  const plan = () => {
    if (people.length === 0) return t("members.missing.people");
    if (to === undefined) return t("members.missing.household");
    return {
      command: "registry.movePeople",
      title: t("members.movePeople"),
      sentence: t("members.movePeople.sentence", {
        names: namesOf(file, people, t("file.join")),
        from: file.head,
        to: to.head,
        number: to.number,
      }),
      input: () => ({ from: file.household, to: to.household, people: [...people] }),
    };
  };
  return (
    <ActForm title={t("members.movePeople")} plan={plan} close={close}>
      <PeopleChoice file={file} chosen={people} onChange={setPeople} />
      <HouseholdChoice except={file.household} chosen={to} onChange={setTo} />
    </ActForm>
  );
}
