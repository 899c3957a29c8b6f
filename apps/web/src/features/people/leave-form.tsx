import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { type DaysOfTerm, termOf } from "./days.ts";
import { ActForm, TermFields } from "./form-parts.tsx";
import type { PersonInHand } from "./person-in-hand.ts";
import { usePeopleWords } from "./use-people-words.ts";

/** Days on which the person is away. */
export function LeaveForm({ person, close }: { person: PersonInHand; close(): void }) {
  const { t } = useText();
  const { zoneOffsetMinutes } = useLedger();
  const { nameText, termText } = usePeopleWords();
  const [days, setDays] = useState<DaysOfTerm>({ from: "", until: "" });
  const plan = () => {
    const term = termOf(days, { nowMs: Date.now(), zoneOffsetMinutes });
    if (term.untilMs === undefined) return t("people.need.until");
    if (term.untilMs <= (term.fromMs ?? 0)) return t("people.need.order");
    const { untilMs, ...start } = term;
    return {
      command: "identity.takeLeave",
      title: t("people.leave"),
      sentence: t("people.sentence.leave", { person: nameText(person), term: termText(term) }),
      input: () => ({ account: person.account, ...start, untilMs }),
    };
  };
  return (
    <ActForm title={t("people.leave")} plan={plan} close={close}>
      <TermFields days={days} onChange={setDays} isBounded />
    </ActForm>
  );
}
