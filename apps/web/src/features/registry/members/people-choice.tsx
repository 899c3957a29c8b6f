import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useText } from "../../../i18n/use-text.ts";
import { inOrder, personName } from "../file/household-words.ts";

/** Which of the people of a household an act is about. */
export function PeopleChoice({
  file,
  chosen,
  onChange,
}: {
  file: HouseholdFile;
  chosen: readonly string[];
  onChange(people: readonly string[]): void;
}) {
  const { t } = useText();
  return (
    <fieldset>
      <legend>{t("members.who")}</legend>
      <div className="choices">
        {inOrder(file.residents).map(({ person, values }) => (
          <label key={person}>
            <input
              type="checkbox"
              checked={chosen.includes(person)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, person] : chosen.filter((one) => one !== person))
              }
            />
            {personName(values)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
