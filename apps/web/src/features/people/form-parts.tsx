import { areasView, type PersonName, peopleView, type RoleName, rulesView } from "@mingbai/identity/views";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { Field } from "../../ui/field.tsx";
import { DayField } from "./day-field.tsx";
import type { DaysOfTerm } from "./days.ts";
import { groupText } from "./group-text.ts";
import { type PlannedAct, SignAct } from "./sign-act.tsx";
import { usePeopleWords } from "./use-people-words.ts";

/**
 * A form that ends in one signed act. `plan` says the act, or in words what is missing; nothing typed is lost by either
 * or by a refusal.
 */
export function ActForm({
  title,
  plan,
  close,
  children,
}: {
  title: string;
  plan(): PlannedAct | string;
  close(): void;
  children: ReactNode;
}) {
  const { t } = useText();
  const id = useId();
  const [missing, setMissing] = useState("");
  const [act, setAct] = useState<PlannedAct>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const planned = plan();
    setMissing(typeof planned === "string" ? planned : "");
    if (typeof planned !== "string") setAct(planned);
  };
  return (
    <form className="people-form" aria-labelledby={id} onSubmit={submit} noValidate>
      <h2 id={id}>{title}</h2>
      {children}
      {missing !== "" && (
        <p className="bad" role="alert">
          {missing}
        </p>
      )}
      <div className="row wrap">
        <button type="submit" className="btn p">
          {t("people.go")}
        </button>
        <button type="button" className="btn t" onClick={close}>
          {t("people.cancel")}
        </button>
      </div>
      {act && <SignAct act={act} close={() => setAct(undefined)} done={close} />}
    </form>
  );
}

/** First and last day of a term. */
export function TermFields({
  days,
  onChange,
  isBounded = false,
}: {
  days: DaysOfTerm;
  onChange(days: DaysOfTerm): void;
  isBounded?: boolean;
}) {
  const { t } = useText();
  return (
    <div className="days">
      <DayField
        name={t("people.from")}
        note={t("people.from.note")}
        day={days.from}
        onChange={(from) => onChange({ ...days, from })}
      />
      <DayField
        name={t("people.until")}
        {...(!isBounded && { note: t("people.until.note") })}
        day={days.until}
        onChange={(until) => onChange({ ...days, until })}
      />
    </div>
  );
}

/** Roles to tick. `only`: the ones there are to choose from; otherwise all, in the groups that exclude each other. */
export function RoleFields({
  chosen,
  onChange,
  only,
}: {
  chosen: readonly RoleName[];
  onChange(roles: RoleName[]): void;
  only?: readonly RoleName[];
}) {
  const { t } = useText();
  const rules = useView(rulesView, {}, { off: only !== undefined });
  const choice = (role: RoleName) => (
    <label key={role}>
      <input
        type="checkbox"
        checked={chosen.includes(role)}
        onChange={(event) => onChange(event.target.checked ? [...chosen, role] : chosen.filter((one) => one !== role))}
      />
      {t(`role.${role}`)}
    </label>
  );
  if (only !== undefined) {
    return (
      <fieldset>
        <legend>{t("people.chooseRoles")}</legend>
        <div className="choices">{only.map(choice)}</div>
      </fieldset>
    );
  }
  const groups = [...(rules.data?.groups ?? []), { group: "personal", roles: rules.data?.ungrouped ?? [] }];
  return (
    <fieldset>
      <legend>{t("people.chooseRoles")}</legend>
      {groups.map(({ group, roles }) => (
        <fieldset key={group} className="role-group">
          <legend>{groupText(t, group)}</legend>
          <div className="choices">{roles.map(choice)}</div>
        </fieldset>
      ))}
    </fieldset>
  );
}

/** A part of the organisation's area; all of it unless chosen. */
export function AreaField({
  within,
  area,
  onChange,
}: {
  within: string | undefined;
  area: string;
  onChange(area: string, name: { readonly en: string; readonly zh: string }): void;
}) {
  const { t, language } = useText();
  const nowhere = { en: "", zh: "" };
  const { data } = useView(areasView, within === undefined ? {} : { within });
  const parts = (data?.rows ?? []).filter(({ id }) => id !== within);
  if (parts.length === 0) return null;
  return (
    <Field name={t("people.chooseArea")}>
      {(id) => (
        <select
          id={id}
          className="field"
          value={area}
          onChange={({ target: { value } }) =>
            onChange(value, parts.find((part) => part.id === value)?.name ?? nowhere)
          }
        >
          <option value="">{t("people.everywhere")}</option>
          {parts.map((part) => (
            <option key={part.id} value={part.id}>
              {part.name[language]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A colleague of the same organisation, other than the person in hand. `name`: as what; else it asks who. */
export function ColleagueField({
  name,
  organisation,
  except,
  chosen,
  onChange,
}: {
  name?: string;
  organisation: string;
  except: string;
  chosen: PersonName | undefined;
  onChange(person: PersonName | undefined): void;
}) {
  const { t } = useText();
  const { nameText } = usePeopleWords();
  const { data } = useView(peopleView, { organisation });
  const colleagues = (data?.rows ?? []).filter(({ account }) => account !== except);
  return (
    <Field name={name ?? t("people.choosePerson")}>
      {(id) => (
        <select
          id={id}
          className="field"
          value={chosen?.account ?? ""}
          onChange={(event) => onChange(colleagues.find(({ account }) => account === event.target.value))}
        >
          <option value="">{t("people.choosePerson.none")}</option>
          {colleagues.map((person) => (
            <option key={person.account} value={person.account}>
              {nameText(person)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
