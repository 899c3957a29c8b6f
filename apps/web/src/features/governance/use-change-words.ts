import type { FreezeTarget, VotedChange } from "@mingbai/governance/schema";
import { type ParameterName, parameters } from "@mingbai/governance/schema/parameters";
import type { Level, Rule, Threshold } from "@mingbai/governance/schema/rules";
import type { TieChange } from "@mingbai/levels/schema";
import { freezeSubject } from "@mingbai/treasury/schema";
import { useText } from "../../i18n/use-text.ts";
import { useOrganisationName } from "../../ui/organisation-names.ts";
import { useFormat } from "../../ui/use-format.ts";

const signsShown = 16;
const pointsPerPercent = 100;

/** What is proposed, and by which rule, in the page's language. */
export function useChangeWords() {
  const { t, language } = useText();
  const { moneyWithUnit } = useFormat();
  const organisationName = useOrganisationName();
  const join = (words: readonly string[]) => words.join(language === "zh" ? "、" : ", ");
  const valueText = (name: ParameterName, value: number | null | undefined): string => {
    if (value === null || value === undefined) return t("governance.value.none");
    const { unit } = parameters[name];
    if (unit === "money") return moneyWithUnit(value);
    return t(`governance.value.${unit}`, { value: unit === "basisPoints" ? value / pointsPerPercent : value });
  };
  const levelText = (level: Level): string => {
    if (level.kind !== "role") return t(`governance.level.${level.kind}`);
    const { role, organisation } = level;
    const of = organisation === undefined ? t("governance.level.concerned") : organisationName(organisation);
    return t("governance.level.role", { of, role: t(`role.${role}`) });
  };
  const thresholdText = (threshold: Threshold): string =>
    t(`governance.threshold.${threshold.kind}`, threshold.kind === "atLeast" ? { count: threshold.count } : {});
  const targetText = (target: FreezeTarget): string => {
    const subject =
      target.kind === "organisation"
        ? organisationName(target.organisation)
        : freezeSubject(target).slice(0, signsShown);
    return t(`governance.target.${target.kind}`, { subject });
  };
  return {
    valueText,
    levelText,
    thresholdText,
    targetText,
    organisationName,
    rolesText: (roles: readonly Parameters<typeof roleKey>[0][]) => join(roles.map((role) => t(roleKey(role)))),
    ruleText: ({ level, threshold, openDays }: Rule): string =>
      t("governance.ruleWords", { level: levelText(level), threshold: thresholdText(threshold), days: openDays }),
    titleOf(change: VotedChange): string {
      switch (change.kind) {
        case "parameter": {
          const words = { name: parameters[change.name].title[language], value: valueText(change.name, change.value) };
          const { organisation, fund } = change;
          if (organisation === undefined && fund === undefined) return t("governance.title.parameter", words);
          const of =
            organisation === undefined ? targetText({ kind: "fund", fund: fund ?? 0 }) : organisationName(organisation);
          return t("governance.title.parameter.of", { of, ...words });
        }
        case "rule":
          return t("governance.title.rule", { of: t(`governance.key.${change.of}`) });
        case "roster":
          return t("governance.title.roster", { count: change.members.length });
        case "handOver":
          return t("governance.title.handOver", { count: change.members.length });
        case "admitMember":
        case "removeMember":
        case "roleScope":
          return t(`governance.title.${change.kind}`, { organisation: organisationName(change.organisation) });
        case "tie":
          return t(`governance.title.tie.${change.tie.kind}`, { ledger: ledgerOf(change.tie) });
        case "entryPolicy": {
          const { version, title } = change.policy;
          return t("governance.title.entryPolicy", { version, title: title[language] });
        }
        case "householdForm":
          return t("governance.title.householdForm", { version: change.form.version });
        case "confirmFreeze":
        case "liftFreeze":
          return t(`governance.title.${change.kind}`, { target: targetText(change.target) });
      }
    },
  };
}

/** A ledger by the name that it is to have here, or else by its number. */
function ledgerOf(tie: TieChange): string {
  return tie.kind === "join" ? tie.name : tie.ledger.slice(0, signsShown);
}

type SomeRole = Extract<VotedChange, { kind: "roleScope" }>["roles"][number];
const roleKey = (role: SomeRole) => `role.${role}` as const;
