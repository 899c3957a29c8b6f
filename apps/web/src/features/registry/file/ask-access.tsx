import { type FieldClass, fieldClasses } from "@mingbai/registry/content/form/definition";
import type { Purpose } from "@mingbai/registry/schema";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { Field } from "../../../ui/field.tsx";
import { useLedger } from "../../../ui/ledger-context.ts";
import { DayField } from "../../people/day-field.tsx";
import { termOf } from "../../people/days.ts";
import { ActForm } from "../../people/form-parts.tsx";
import { fileDeciderRoles, fileWriterRoles, holdsOne } from "../who-may.ts";

const askable = ["assistance", "review", "comparison", "visit"] as const satisfies readonly Purpose[];

/** Asks a household that another organisation looks after for some of its file, for a purpose and a time. */
export function AskAccess({ household }: { household: string }) {
  const { t } = useText();
  const { zoneOffsetMinutes } = useLedger();
  const roles = useSession()?.roles;
  const [isOpen, setOpen] = useState(false);
  const [purpose, setPurpose] = useState<Purpose>("assistance");
  const [classes, setClasses] = useState<readonly FieldClass[]>(["name"]);
  const [until, setUntil] = useState("");
  if (!holdsOne(roles, [...fileWriterRoles, ...fileDeciderRoles])) return null;
  if (!isOpen)
    return (
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        {t("access.ask")}
      </button>
    );
  const plan = () => {
    if (classes.length === 0) return t("access.ask.noClass");
    if (until === "") return t("access.ask.noDay");
    return {
      command: "registry.requestAccess",
      title: t("access.ask"),
      sentence: t("access.ask.sentence", {
        purpose: t(`purpose.${purpose}`),
        classes: classes.map((one) => t(`class.${one}`)).join(t("file.join")),
      }),
      input: () => ({
        household,
        purpose,
        classes: [...classes],
        ...termOf({ from: "", until }, { nowMs: Date.now(), zoneOffsetMinutes }),
      }),
    };
  };
  return (
    <ActForm title={t("access.ask")} plan={plan} close={() => setOpen(false)}>
      <Field name={t("access.ask.purpose")}>
        {(id) => (
          <select
            id={id}
            className="field"
            value={purpose}
            onChange={(event) => setPurpose(askable.find((one) => one === event.target.value) ?? "assistance")}
          >
            {askable.map((one) => (
              <option key={one} value={one}>
                {t(`purpose.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset>
        <legend>{t("access.ask.classes")}</legend>
        <div className="choices">
          {fieldClasses.map((one) => (
            <label key={one}>
              <input
                type="checkbox"
                checked={classes.includes(one)}
                onChange={({ target }) =>
                  setClasses(target.checked ? [...classes, one] : classes.filter((other) => other !== one))
                }
              />
              {t(`class.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <DayField name={t("people.until")} day={until} onChange={setUntil} />
    </ActForm>
  );
}
