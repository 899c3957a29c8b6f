import type { PersonName, RoleName } from "@mingbai/identity/views";
import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { type DaysOfTerm, termOf } from "./days.ts";
import { ActForm, ColleagueField, RoleFields, TermFields } from "./form-parts.tsx";
import { ownOffices } from "./own-offices.ts";
import type { PersonInHand } from "./person-in-hand.ts";
import { usePeopleWords } from "./use-people-words.ts";

/** Who stands in for this person while they are away. */
export function DeputyForm({ person, close }: { person: PersonInHand; close(): void }) {
  const { t } = useText();
  const { zoneOffsetMinutes } = useLedger();
  const { nameText, rolesText, termText } = usePeopleWords();
  const offices = ownOffices(person);
  const [deputy, setDeputy] = useState<PersonName>();
  const [roles, setRoles] = useState<RoleName[]>(offices);
  const [days, setDays] = useState<DaysOfTerm>({ from: "", until: "" });
  const plan = () => {
    if (deputy === undefined) return t("people.need.person");
    if (roles.length === 0) return t("people.need.roles");
    const term = termOf(days, { nowMs: Date.now(), zoneOffsetMinutes });
    if (term.untilMs === undefined) return t("people.need.until");
    if (term.untilMs <= (term.fromMs ?? 0)) return t("people.need.order");
    const { untilMs, ...start } = term;
    return {
      command: "identity.appointDeputy",
      title: t("people.deputy"),
      sentence: t("people.sentence.deputy", {
        person: nameText(person),
        other: nameText(deputy),
        roles: rolesText(roles),
        term: termText(term),
      }),
      input: () => ({ account: deputy.account, deputyOf: person.account, roles, ...start, untilMs }),
    };
  };
  return (
    <ActForm title={t("people.deputy")} plan={plan} close={close}>
      <ColleagueField
        organisation={person.organisation.id}
        except={person.account}
        chosen={deputy}
        onChange={setDeputy}
      />
      <RoleFields only={offices} chosen={roles} onChange={setRoles} />
      <TermFields days={days} onChange={setDays} isBounded />
    </ActForm>
  );
}
