import { recoveriesView } from "@mingbai/identity/views";
import { useState } from "react";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { PersonLink } from "./person-link.tsx";
import { RecoveryNote } from "./recovery-note.tsx";
import { type PlannedAct, SignAct } from "./sign-act.tsx";

const refreshMs = 15_000;

/** Every recovery that concerns the person signed in, with what they may do about each. */
export function RecoveriesNote() {
  const { t, language } = useText();
  const session = useSession();
  const { data } = useView(recoveriesView, {}, { everyMs: refreshMs, off: session === undefined });
  const [act, setAct] = useState<PlannedAct>();
  if (session === undefined || data === undefined || data.rows.length === 0) return null;
  return (
    <section aria-labelledby="recoveries-title">
      <h2 id="recoveries-title">{t("people.recoveries")}</h2>
      {data.rows.map(({ person, of, ...recovery }) => (
        <div key={person.account}>
          <p className="with-text">
            {of.name[language]} <PersonLink person={person} />
          </p>
          <RecoveryNote person={{ ...person, organisation: of }} recovery={recovery} plan={setAct} />
        </div>
      ))}
      {act && <SignAct act={act} close={() => setAct(undefined)} done={() => setAct(undefined)} />}
    </section>
  );
}
