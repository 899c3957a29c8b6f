import { rulesView } from "@mingbai/identity/views";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";

/** Every role there is, by its name in the page's language. */
export function useRoleOptions() {
  const { t } = useText();
  const { data } = useView(rulesView, {});
  const roles = [...(data?.groups.flatMap(({ roles: held }) => held) ?? []), ...(data?.ungrouped ?? [])];
  return roles.map((role) => ({ value: role, label: t(`role.${role}`) }));
}
