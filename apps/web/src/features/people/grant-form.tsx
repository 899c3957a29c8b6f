import type { RoleName } from "@mingbai/identity/views";
import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { type DaysOfTerm, termOf } from "./days.ts";
import { ActForm, AreaField, RoleFields, TermFields } from "./form-parts.tsx";
import type { PersonInHand } from "./person-in-hand.ts";
import { useExclusion } from "./use-exclusion.ts";
import { usePeopleWords } from "./use-people-words.ts";

/** More roles for a colleague, with term and area. */
export function GrantForm({ person, close }: { person: PersonInHand; close(): void }) {
  const { t, language } = useText();
  const { zoneOffsetMinutes } = useLedger();
  const { nameText, rolesText, termText } = usePeopleWords();
  const findExclusion = useExclusion();
  const [roles, setRoles] = useState<RoleName[]>([]);
  const [area, setArea] = useState<{ id: string; name: string }>({ id: "", name: "" });
  const [days, setDays] = useState<DaysOfTerm>({ from: "", until: "" });
  const plan = () => {
    if (roles.length === 0) return t("people.need.roles");
    const held = person.roles.filter(({ standing }) => standing !== "ended").map(({ role }) => role);
    const excluded = findExclusion([...held, ...roles]);
    if (excluded !== undefined) return excluded;
    const term = termOf(days, { nowMs: Date.now(), zoneOffsetMinutes });
    if (term.untilMs !== undefined && term.untilMs <= (term.fromMs ?? 0)) return t("people.need.order");
    return {
      command: "identity.grantRoles",
      title: t("people.grant"),
      sentence: t("people.sentence.grant", {
        person: nameText(person),
        roles: rolesText(roles),
        area: area.id === "" ? t("people.everywhere") : area.name,
        term: termText(term),
      }),
      input: () => ({ account: person.account, roles, ...(area.id !== "" && { area: area.id }), ...term }),
    };
  };
  return (
    <ActForm title={t("people.grant")} plan={plan} close={close}>
      <RoleFields chosen={roles} onChange={setRoles} />
      <AreaField
        within={person.organisation.area?.id}
        area={area.id}
        onChange={(id, name) => setArea({ id, name: name[language] })}
      />
      <TermFields days={days} onChange={setDays} />
    </ActForm>
  );
}
