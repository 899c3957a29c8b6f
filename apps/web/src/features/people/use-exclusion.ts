import { type RoleName, rulesView } from "@mingbai/identity/views";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";

/** Why these roles do not go together, in words, by the ledger's own groups; undefined where they do. */
export function useExclusion(): (roles: readonly RoleName[]) => string | undefined {
  const { t } = useText();
  const { data } = useView(rulesView, {});
  const groupOf = (role: RoleName) => data?.groups.find(({ roles }) => roles.includes(role))?.group;
  return (roles) => {
    const grouped = roles.filter((role) => groupOf(role) !== undefined);
    const [one] = grouped;
    const other = grouped.find((role) => one !== undefined && groupOf(role) !== groupOf(one));
    if (one === undefined || other === undefined) return undefined;
    return t("people.need.groups", { one: t(`role.${one}`), other: t(`role.${other}`) });
  };
}
