import "./people.css";
import { personView } from "@mingbai/identity/views";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Hash } from "../../ui/hash.tsx";
import { PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { ActsLine } from "./acts-line.tsx";
import { KeysTable } from "./keys-table.tsx";
import { LeavesTable } from "./leaves-table.tsx";
import { NotHere } from "./not-here.tsx";
import { PersonForms } from "./person-forms.tsx";
import type { PersonInHand } from "./person-in-hand.ts";
import { RecoveryNote } from "./recovery-note.tsx";
import { RolesTable } from "./roles-table.tsx";
import { type PlannedAct, SignAct } from "./sign-act.tsx";
import { usePeopleWords } from "./use-people-words.ts";

const refreshMs = 15_000;

/** One person: roles with terms and areas, leave and deputies, keys, and every act on them. */
export function Component() {
  const { t, language } = useText();
  const { account = "" } = useParams();
  const { nameText } = usePeopleWords();
  const isAccount = personView.params.safeParse({ account }).success;
  const asked = useView(personView, { account }, { everyMs: refreshMs, off: !isAccount });
  if (!isAccount || asked.error?.code === "UNKNOWN_PERSON") return <NotHere />;
  const person = asked.data;
  return (
    <div className="page people">
      <PageTitle title={person ? nameText(person) : account} />
      {person && (
        <p>
          <Link to={`/people/organisations/${person.organisation.id}`}>{person.organisation.name[language]}</Link>
        </p>
      )}
      <PageState asked={asked} what={t("people.what.person")}>
        {(found) => <Person key={account} person={found} />}
      </PageState>
    </div>
  );
}

function Person({ person }: { person: PersonInHand }) {
  const { t } = useText();
  const { time } = useFormat();
  const session = useSession();
  const [act, setAct] = useState<PlannedAct>();
  const isSelf = session?.account === person.account;
  const administers = session?.organisation === person.organisation.id && session.roles.includes("administrator");
  const isFounder = person.acts.at(-1)?.by === null && person.acts.at(-1)?.at.transaction === null;
  const plan = (planned: PlannedAct) => setAct(planned);
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t("people.account")}</dt>
          <dd>
            <Hash hex={person.account} copy />
          </dd>
        </div>
        {person.contact !== "" && (
          <div>
            <dt>{t("people.contact")}</dt>
            <dd>{person.contact}</dd>
          </div>
        )}
        <div>
          <dt>{t("people.registered")}</dt>
          <dd>{isFounder ? t("people.fromBeginning") : time(person.registeredMs)}</dd>
        </div>
      </dl>
      {person.recovery && <RecoveryNote person={person} recovery={person.recovery} plan={plan} />}
      <PersonForms person={person} administers={administers} isSelf={isSelf} />
      <RolesTable person={person} {...(administers && { plan })} />
      <LeavesTable person={person} {...((administers || isSelf) && { plan })} />
      {person.cautionUntilMs !== null && (
        <p className="note warn caution">{t("people.caution", { time: time(person.cautionUntilMs) })}</p>
      )}
      <KeysTable person={person} confirms={administers && !isSelf} {...((administers || isSelf) && { plan })} />
      {isSelf && (
        <p>
          <Link className="link" to="/people/devices">
            {t("devices.title")}
          </Link>
        </p>
      )}
      <ActsLine acts={person.acts} />
      {act && <SignAct act={act} close={() => setAct(undefined)} done={() => setAct(undefined)} />}
    </>
  );
}
