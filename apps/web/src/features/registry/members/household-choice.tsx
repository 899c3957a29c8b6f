import { type HouseholdLine, householdsView, searchCharsMax } from "@mingbai/registry/views/households";
import { useId, useState } from "react";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { TextField } from "../../../ui/text-field.tsx";
import { useSettledText } from "../form/use-settled-text.ts";
import { usePlaceText } from "../list/household-rows.tsx";

const shownMax = 8;

/** Another household, found by its number or a name in it. */
export function HouseholdChoice({
  except,
  chosen,
  onChange,
}: {
  except: string;
  chosen: HouseholdLine | undefined;
  onChange(household: HouseholdLine | undefined): void;
}) {
  const { t } = useText();
  const groupName = useId();
  const placeText = usePlaceText();
  const [text, setText] = useState("");
  const asked = useSettledText(text.trim());
  const found = useView(householdsView, { text: asked, limit: shownMax }, { off: asked === "" });
  const rows =
    asked === ""
      ? []
      : (found.data?.rows ?? []).filter(({ household, ended }) => household !== except && ended === null);
  return (
    <>
      <TextField name={t("members.household")} charsMax={searchCharsMax} text={text} onChange={setText} />
      {rows.length > 0 && (
        <fieldset>
          <legend>{t("members.household.found")}</legend>
          <div className="choices column">
            {rows.map((row) => (
              <label key={row.household}>
                <input
                  type="radio"
                  name={groupName}
                  checked={row.household === chosen?.household}
                  onChange={() => onChange(row)}
                />
                {t("members.household.line", { head: row.head, number: row.number, place: placeText(row) })}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {asked !== "" && found.data && rows.length === 0 && <p className="sm i2">{t("members.household.none")}</p>}
    </>
  );
}
