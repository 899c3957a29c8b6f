import type { peopleView, RoleName } from "@mingbai/identity/views";
import { useState } from "react";
import type { ResultOf } from "../../api/view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { type DaysOfTerm, termOf } from "./days.ts";
import { ActForm, AreaField, RoleFields, TermFields } from "./form-parts.tsx";
import { keepName } from "./keep-name.ts";
import { NameField } from "./name-field.tsx";
import { randomAccount } from "./random-account.ts";
import { useExclusion } from "./use-exclusion.ts";
import { usePeopleWords } from "./use-people-words.ts";

/** A new colleague. The name goes to this node's vault first, sealed; the ledger has an account's number only. */
export function AddPersonForm({
  organisation,
  close,
}: {
  organisation: ResultOf<typeof peopleView>["organisation"];
  close(): void;
}) {
  const { t } = useText();
  const { zoneOffsetMinutes } = useLedger();
  const { rolesText, termText } = usePeopleWords();
  const findExclusion = useExclusion();
  const [account] = useState(randomAccount);
  const [name, setName] = useState("");
  const [roles, setRoles] = useState<RoleName[]>([]);
  const [area, setArea] = useState("");
  const [days, setDays] = useState<DaysOfTerm>({ from: "", until: "" });
  const plan = () => {
    const person = name.trim();
    if (person === "") return t("people.need.name");
    if (roles.length === 0) return t("people.need.roles");
    const excluded = findExclusion(roles);
    if (excluded !== undefined) return excluded;
    const term = termOf(days, { nowMs: Date.now(), zoneOffsetMinutes });
    if (term.untilMs !== undefined && term.untilMs <= (term.fromMs ?? 0)) return t("people.need.order");
    return {
      command: "identity.registerActor",
      title: t("people.add"),
      sentence: t("people.sentence.add", { person, roles: rolesText(roles), term: termText(term) }),
      input: () => ({ account, organisation: organisation.id, roles, ...(area !== "" && { area }), ...term }),
      before: () => keepName(account, person),
    };
  };
  return (
    <ActForm title={t("people.add")} plan={plan} close={close}>
      <NameField name={name} onChange={setName} />
      <RoleFields chosen={roles} onChange={setRoles} />
      <AreaField within={organisation.area?.id} area={area} onChange={setArea} />
      <TermFields days={days} onChange={setDays} />
    </ActForm>
  );
}
