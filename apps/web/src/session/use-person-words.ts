import { useCallback } from "react";
import { useText } from "../i18n/use-text.ts";
import type { SessionRole } from "./session.ts";

interface Person {
  readonly name?: string | undefined;
  readonly account: string;
  readonly organisation: string;
  readonly organisationName?: { readonly en: string; readonly zh: string } | undefined;
  readonly roles: readonly SessionRole[];
}

/** A person in the page's language: name, organisation, roles. Who has no name here goes by the account. */
export function usePersonWords() {
  const { t, language } = useText();
  return useCallback(
    ({ name, account, organisation, organisationName, roles }: Person) => ({
      name: name ?? account,
      organisation: organisationName?.[language] ?? organisation,
      roles:
        roles.length === 0
          ? t("role.none")
          : roles.map((role) => t(`role.${role}`)).join(language === "zh" ? "、" : ", "),
    }),
    [t, language],
  );
}
