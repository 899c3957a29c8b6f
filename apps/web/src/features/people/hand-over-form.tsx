import type { PersonName, RoleName } from "@mingbai/identity/views";
import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { DayField } from "./day-field.tsx";
import { termOf } from "./days.ts";
import { ActForm, ColleagueField, RoleFields } from "./form-parts.tsx";
import { ownOffices } from "./own-offices.ts";
import type { PersonInHand } from "./person-in-hand.ts";
import { usePeopleWords } from "./use-people-words.ts";

/** Roles go to a colleague at one moment. */
export function HandOverForm({ person, close }: { person: PersonInHand; close(): void }) {
  const { t } = useText();
  const { zoneOffsetMinutes } = useLedger();
  const { nameText, rolesText, dayAt } = usePeopleWords();
  const offices = ownOffices(person);
  const [taker, setTaker] = useState<PersonName>();
  const [roles, setRoles] = useState<RoleName[]>(offices);
  const [from, setFrom] = useState("");
  const plan = () => {
    if (taker === undefined) return t("people.need.person");
    if (roles.length === 0) return t("people.need.roles");
    const { fromMs } = termOf({ from, until: "" }, { nowMs: Date.now(), zoneOffsetMinutes });
    return {
      command: "identity.handOver",
      title: t("people.handOver"),
      sentence: t("people.sentence.handOver", {
        person: nameText(person),
        other: nameText(taker),
        roles: rolesText(roles),
        when: fromMs === undefined ? t("people.now") : dayAt(fromMs),
      }),
      input: () => ({
        account: person.account,
        to: taker.account,
        roles,
        ...(fromMs !== undefined && { atMs: fromMs }),
      }),
    };
  };
  return (
    <ActForm title={t("people.handOver")} plan={plan} close={close}>
      <ColleagueField
        organisation={person.organisation.id}
        except={person.account}
        chosen={taker}
        onChange={setTaker}
      />
      <RoleFields only={offices} chosen={roles} onChange={setRoles} />
      <DayField name={t("people.from")} note={t("people.from.note")} day={from} onChange={setFrom} />
    </ActForm>
  );
}
