import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import type { Session } from "../../session/session.ts";
import { useSession } from "../../session/use-session.ts";
import { DeputyForm } from "./deputy-form.tsx";
import { DescribeForm } from "./describe-form.tsx";
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
  describe: DescribeForm,
  key: KeyForm,
  recovery: RecoveryForm,
} as const;
type FormName = keyof typeof forms;
const ofAdministrator = ["grant", "deputy", "leave", "handOver", "describe"] as const satisfies readonly FormName[];

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
  const session = useSession();
  const [open, setOpen] = useState<FormName>();
  const offered: FormName[] = administers
    ? ofAdministrator.filter((name) => !(isSelf && name === "grant"))
    : isSelf
      ? ["leave"]
      : [];
  if (mayGiveKey(person, { administers, isSelf, session })) offered.push(person.keys.length === 0 ? "key" : "recovery");
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

/**
 * Who may give this person a key: an administrator, the first one or in place of lost ones; the first administrator of a
 * new organisation gets theirs from any.
 */
function mayGiveKey(
  person: PersonInHand,
  { administers, isSelf, session }: { administers: boolean; isSelf: boolean; session: Session | undefined },
): boolean {
  if (isSelf || session?.roles.includes("administrator") !== true) return false;
  const isAdministrator = person.roles.some(({ role, standing }) => role === "administrator" && standing === "inForce");
  return administers || (isAdministrator && person.keys.length === 0);
}
