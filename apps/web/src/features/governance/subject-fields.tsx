import { subjectOf } from "@mingbai/governance/schema/subject";
import { useText } from "../../i18n/use-text.ts";
import type { FieldsOf } from "./fields-of.ts";
import { OptionField } from "./option-field.tsx";
import { OrganisationField } from "./organisation-field.tsx";
import { useChangeWords } from "./use-change-words.ts";
import { useRoleOptions } from "./use-role-options.ts";

/** Which organisation, or which freeze. */
export function SubjectFields(fields: FieldsOf) {
  const { typed } = fields;
  if (typed.kind === "liftFreeze") return <TargetField {...fields} />;
  return (
    <>
      <MemberField {...fields} />
      {typed.kind === "roleScope" && <RoleChoices {...fields} />}
    </>
  );
}

function MemberField({ typed, settings, change }: FieldsOf) {
  const { t } = useText();
  const isMember = (id: string) => settings.members.some(({ organisation }) => organisation === id);
  const fits = (id: string) => typed.kind === "roleScope" || isMember(id) === (typed.kind === "removeMember");
  return (
    <OrganisationField
      name={t("governance.new.organisation")}
      value={typed.organisation}
      only={fits}
      onChange={(organisation) => change({ organisation })}
    />
  );
}

function RoleChoices({ typed, change }: FieldsOf) {
  const { t } = useText();
  const options = useRoleOptions();
  return (
    <fieldset>
      <legend>{t("governance.row.roles")}</legend>
      <div className="choices">
        {options.map(({ value, label }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={typed.roles.includes(value)}
              onChange={({ target }) =>
                change({ roles: target.checked ? [...typed.roles, value] : typed.roles.filter((one) => one !== value) })
              }
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function TargetField({ typed, settings, change }: FieldsOf) {
  const { t } = useText();
  const { targetText } = useChangeWords();
  const confirmed = settings.frozen.filter(({ untilMs }) => untilMs === null).map(({ target }) => target);
  const keyOf = (target: (typeof confirmed)[number]) => subjectOf({ kind: "liftFreeze", target });
  return (
    <OptionField
      name={t("governance.new.target")}
      value={typed.target === undefined ? "" : keyOf(typed.target)}
      none={t(confirmed.length === 0 ? "governance.new.target.none" : "governance.new.choose")}
      options={confirmed.map((target) => ({ value: keyOf(target), label: targetText(target) }))}
      onChange={(key) => change({ target: confirmed.find((target) => keyOf(target) === key) })}
    />
  );
}
