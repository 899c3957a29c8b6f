import "../people/people.css";
import "./devices.css";
import { personView } from "@mingbai/identity/views";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import type { Session } from "../../session/session.ts";
import { useSession } from "../../session/use-session.ts";
import { ApprovalStanding } from "../../ui/approval-standing.tsx";
import { PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { SignedInOnly } from "../matter/signed-in-only.tsx";
import { KeysTable } from "../people/keys-table.tsx";
import type { PersonInHand } from "../people/person-in-hand.ts";
import { RecoveryNote } from "../people/recovery-note.tsx";
import { type PlannedAct, SignAct } from "../people/sign-act.tsx";
import { useDeviceKeys } from "../sign-in/use-device-keys.ts";
import { AddHereForm } from "./add-here-form.tsx";
import { AddOtherForm } from "./add-other-form.tsx";
import { UseKey } from "./use-key.tsx";

const refreshMs = 5_000;

/** The keys of the person signed in, on this device and others: add, replace, end. */
export function Component() {
  const { t } = useText();
  return (
    <SignedInOnly title={t("devices.title")}>
      <Devices />
    </SignedInOnly>
  );
}

function Devices() {
  const { t } = useText();
  const session = useSession();
  const account = session?.account ?? "";
  const asked = useView(personView, { account }, { everyMs: refreshMs, off: session === undefined });
  return (
    <div className="page people devices">
      <PageTitle title={t("devices.title")} />
      <p className="i2">{t("devices.lead")}</p>
      {session && (
        <PageState asked={asked} what={t("devices.title")}>
          {(person) => <Own key={account} person={person} session={session} />}
        </PageState>
      )}
    </div>
  );
}

type FormName = "here" | "other";

function Own({ person, session }: { person: PersonInHand; session: Session }) {
  const { t } = useText();
  const [search, setSearch] = useSearchParams();
  const { keys = [], add } = useDeviceKeys();
  const code = search.get("code") ?? "";
  const [open, setOpen] = useState<FormName | undefined>(code === "" ? undefined : "other");
  const [act, setAct] = useState<PlannedAct>();
  const close = () => {
    setOpen(undefined);
    setSearch({});
  };
  return (
    <>
      <div className="standing-line">
        <ApprovalStanding />
      </div>
      {person.recovery && <RecoveryNote person={person} recovery={person.recovery} plan={setAct} />}
      <div className="row wrap acts-bar">
        {(["here", "other"] as const).map((name) => (
          <button key={name} type="button" className="btn" aria-expanded={open === name} onClick={() => setOpen(name)}>
            {t(`devices.add.${name}`)}
          </button>
        ))}
      </div>
      {open === "here" && <AddHereForm person={person} session={session} keys={keys} add={add} close={close} />}
      {open === "other" && <AddOtherForm person={person} session={session} code={code} close={close} />}
      <UseKey person={person} session={session} keys={keys} />
      <KeysTable person={person} keyInHand={session.keyId} plan={setAct} />
      {act && <SignAct act={act} close={() => setAct(undefined)} done={() => setAct(undefined)} />}
    </>
  );
}
