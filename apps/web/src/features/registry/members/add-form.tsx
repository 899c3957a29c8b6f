import { changedFields } from "@mingbai/registry/content/file/changed-fields";
import type { ChangeReason } from "@mingbai/registry/content/file/part";
import { arrivals } from "@mingbai/registry/schema";
import { useCallback, useMemo, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { useToday } from "../../../ui/use-today.ts";
import { ActForm } from "../../people/form-parts.tsx";
import { personName } from "../file/household-words.ts";
import { checkDraft } from "../form/check-draft.ts";
import { editDraft } from "../form/edit-draft.ts";
import { newPerson } from "../form/new-draft.ts";
import { PersonFields } from "../form/person-fields.tsx";
import { withPersonText } from "../form/with-text.ts";
import { keepSubjectParts } from "../keep-subject-parts.ts";
import { useDivisions } from "../use-divisions.ts";
import { BecauseField } from "./because-field.tsx";
import type { MemberFormProps } from "./member-form-props.ts";

const reasonOf: { readonly [arrival in (typeof arrivals)[number]]: ChangeReason } = {
  birth: "birth",
  marriage: "move",
  return: "move",
  correction: "correction",
};

/** Somebody came into the household: born, married, back, or forgotten before. Their file begins here. */
export function AddForm({ file, close }: MemberFormProps) {
  const { t, language } = useText();
  const day = useToday();
  const divisions = useDivisions();
  const [because, setBecause] = useState<(typeof arrivals)[number]>("birth");
  const [person, setPerson] = useState(newPerson);
  const [tries, setTries] = useState(0);
  const onText = useCallback(
    (_: string, field: string, text: string) =>
      setPerson((latest) => withPersonText(latest, { field, text, language })),
    [language],
  );
  const checked = useMemo(() => {
    const draft = editDraft(file, language);
    return checkDraft({ ...draft, people: [...draft.people, person] }, { day, divisions, classes: file.classes });
  }, [file, language, person, day, divisions]);
  const faults = checked.faults.filter(({ place }) => place.includes(person.person));
  const values = checked.file.people.at(-1)?.values ?? {};
  const plan = () => {
    setTries(tries + 1);
    const found = faults.find(({ level }) => level === "error");
    if (found !== undefined) return found[language];
    let contents: readonly string[] = [];
    return {
      command: "registry.addPeople",
      title: t("members.addPeople"),
      sentence: t("members.addPeople.sentence", {
        name: personName(values),
        head: file.head,
        because: t(`members.arrival.${because}`),
      }),
      async before() {
        const sets = changedFields({}, values);
        contents = await keepSubjectParts([{ subject: person.person, reason: reasonOf[because], sets }]);
      },
      input: () => ({
        household: file.household,
        because,
        people: [{ subject: person.person, content: contents[0] ?? "" }],
      }),
    };
  };
  return (
    <ActForm title={t("members.addPeople")} plan={plan} close={close}>
      <BecauseField<(typeof arrivals)[number]>
        reasons={arrivals}
        because={because}
        nameOf={(one) => `members.arrival.${one}`}
        onChange={setBecause}
      />
      <div className="apply-form household-form">
        <PersonFields
          number={file.residents.length + 1}
          person={person}
          household={file.household}
          typed={{ faults: tries > 0 ? faults : [], day, divisions, classes: file.classes, onText }}
        />
      </div>
    </ActForm>
  );
}
