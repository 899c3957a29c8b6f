import { changeableRuleKeys } from "@mingbai/governance/schema/rules";
import { isOffice } from "@mingbai/identity/schema";
import { useText } from "../../i18n/use-text.ts";
import { TextField } from "../../ui/text-field.tsx";
import type { FieldsOf } from "./fields-of.ts";
import { OptionField } from "./option-field.tsx";
import { OrganisationField } from "./organisation-field.tsx";
import { useChangeWords } from "./use-change-words.ts";
import { useRoleOptions } from "./use-role-options.ts";

const levels = ["members", "regulators", "role"] as const;
const thresholds = ["majority", "overTwoThirds", "all", "atLeast"] as const;
const figuresMax = 2;

/** How something is to be voted on. */
export function RuleFields({ typed, settings, change }: FieldsOf) {
  const { t } = useText();
  const { ruleText } = useChangeWords();
  const roleOptions = useRoleOptions();
  const now = settings.rules.find(({ of }) => of === typed.of);
  return (
    <>
      <OptionField
        name={t("governance.new.rule")}
        value={typed.of}
        options={changeableRuleKeys.map((key) => ({ value: key, label: t(`governance.key.${key}`) }))}
        onChange={(of) => change({ of })}
        {...(now !== undefined && { note: ruleText(now.rule) })}
      />
      <OptionField
        name={t("governance.new.level")}
        value={typed.level}
        options={levels.map((level) => ({ value: level, label: t(`governance.new.level.${level}`) }))}
        onChange={(level) => change({ level })}
      />
      {typed.level === "role" && (
        <>
          <OptionField
            name={t("governance.new.role")}
            value={typed.levelRole}
            options={roleOptions.filter(({ value }) => isOffice(value))}
            onChange={(levelRole) => change({ levelRole })}
          />
          <OrganisationField
            name={t("governance.new.role.of")}
            value={typed.levelOrganisation}
            onChange={(levelOrganisation) => change({ levelOrganisation })}
          />
        </>
      )}
      <OptionField
        name={t("governance.new.threshold")}
        value={typed.threshold}
        options={thresholds.map((threshold) => ({
          value: threshold,
          label: t(`governance.threshold.${threshold}`, { count: Number(typed.count) || 0 }),
        }))}
        onChange={(threshold) => change({ threshold })}
      />
      {typed.threshold === "atLeast" && (
        <TextField
          name={t("governance.new.count")}
          charsMax={figuresMax}
          text={typed.count}
          onChange={(count) => change({ count })}
        />
      )}
      <TextField
        name={t("governance.new.openDays")}
        charsMax={figuresMax}
        text={typed.openDays}
        onChange={(openDays) => change({ openDays })}
      />
    </>
  );
}
