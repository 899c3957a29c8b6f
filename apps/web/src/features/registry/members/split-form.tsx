import { knownFields } from "@mingbai/registry/content/form/known-fields";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { TextField } from "../../../ui/text-field.tsx";
import { ActForm } from "../../people/form-parts.tsx";
import { randomAccount } from "../../people/random-account.ts";
import { textOf } from "../file/household-words.ts";
import { getField } from "../form-words.ts";
import { keepSubjectParts } from "../keep-subject-parts.ts";
import type { MemberFormProps } from "./member-form-props.ts";
import { namesOf } from "./names-of.ts";
import { PeopleChoice } from "./people-choice.tsx";

const { village, team, address } = knownFields.household;
const charsMax = 40;

/** Some people make a household of their own in the same village, with a file that begins here. */
export function SplitForm({ file, close }: MemberFormProps) {
  const { t, language } = useText();
  const [people, setPeople] = useState<readonly string[]>([]);
  const [household] = useState(randomAccount);
  const [number, setNumber] = useState("");
  const [newTeam, setTeam] = useState(textOf(file.values, team));
  const plan = () => {
    if (people.length === 0) return t("members.missing.people");
    if (people.length === file.residents.length) return t("members.missing.stays");
    const values = {
      [village]: textOf(file.values, village),
      [address]: textOf(file.values, address),
      [team]: newTeam.trim(),
      number: number.trim(),
    };
    const said = Object.entries(values).filter(([, value]) => value !== "");
    let contents: readonly string[] = [];
    return {
      command: "registry.splitHousehold",
      title: t("members.splitHousehold"),
      sentence: t("members.splitHousehold.sentence", {
        names: namesOf(file, people, t("file.join")),
        from: file.head,
      }),
      async before() {
        const sets = Object.fromEntries(said.map(([field, to]) => [field, { to }]));
        contents = await keepSubjectParts([{ subject: household, reason: "move", sets }]);
      },
      input: () => ({
        from: file.household,
        people: [...people],
        household,
        area: file.area.id,
        content: contents[0] ?? "",
      }),
    };
  };
  return (
    <ActForm title={t("members.splitHousehold")} plan={plan} close={close}>
      <PeopleChoice file={file} chosen={people} onChange={setPeople} />
      <TextField name={t("members.newNumber")} charsMax={charsMax} text={number} onChange={setNumber} />
      <TextField
        name={getField("household", team).label[language]}
        charsMax={charsMax}
        text={newTeam}
        onChange={setTeam}
      />
      <p className="sm i2">{t("members.splitHousehold.then")}</p>
    </ActForm>
  );
}
