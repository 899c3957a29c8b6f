import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { DeputyForm } from "./deputy-form.tsx";
import { GrantForm } from "./grant-form.tsx";
import { HandOverForm } from "./hand-over-form.tsx";
import { KeyForm, RecoveryForm } from "./key-form.tsx";
import { LeaveForm } from "./leave-form.tsx";
import type { PersonInHand } from "./person-in-hand.ts";

const forms = {
  grant: GrantForm,
  deputy: DeputyForm,
  leave: LeaveForm,
  handOver: HandOverForm,
  key: KeyForm,
  recovery: RecoveryForm,
} as const;
type FormName = keyof typeof forms;
const ofAdministrator = [
  "grant",
  "deputy",
  "leave",
  "handOver",
  "key",
  "recovery",
] as const satisfies readonly FormName[];

/** What the person signed in may do to this one, one form open at a time. Nobody who may do nothing sees anything. */
export function PersonForms({
  person,
  administers,
  isSelf,
}: {
  person: PersonInHand;
  administers: boolean;
  isSelf: boolean;
}) {
  const { t } = useText();
  const [open, setOpen] = useState<FormName>();
  const offered: readonly FormName[] = administers
    ? ofAdministrator.filter((name) => !(isSelf && (name === "grant" || name === "recovery")))
    : isSelf
      ? ["leave"]
      : [];
  if (offered.length === 0) return null;
  const Form = open === undefined ? undefined : forms[open];
  return (
    <>
      <div className="row wrap acts-bar">
        {offered.map((name) => (
          <button key={name} type="button" className="btn" aria-expanded={open === name} onClick={() => setOpen(name)}>
            {t(`people.${name}`)}
          </button>
        ))}
      </div>
      {Form && <Form key={open} person={person} close={() => setOpen(undefined)} />}
    </>
  );
}
