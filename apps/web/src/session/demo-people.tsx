import type { DemoPersonView } from "@mingbai/http/demo-views";
import { useQuery } from "@tanstack/react-query";
import { useText } from "../i18n/use-text.ts";
import { askDemoPeople } from "../keys/demo-people.ts";
import { Icon } from "../ui/icon.tsx";
import { signInWith } from "./session-store.ts";
import { useAttempt } from "./use-attempt.ts";
import { usePersonWords } from "./use-person-words.ts";
import { useSession } from "./use-session.ts";

/** The invented people by organisation; one click and one is the other. `done` is called when it is so. */
export function DemoPeople({ done }: { done(): void }) {
  const { t, language } = useText();
  const { data: people = [] } = useQuery({
    queryKey: ["demo people"],
    queryFn: askDemoPeople,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { running, fault, attempt } = useAttempt();
  const groups = Map.groupBy(people, ({ organisation }) => organisation[language]);
  return (
    <>
      {fault && (
        <p className="bad" role="alert">
          {t("session.failed", { why: fault })}
        </p>
      )}
      {[...groups].map(([organisation, members]) => (
        <div key={organisation} className="demo-group">
          <h3>{organisation}</h3>
          <ul>
            {members.map((person) => (
              <li key={person.id}>
                <Person
                  person={person}
                  isBusy={running}
                  choose={() => void attempt(() => signInWith(person.keyId).then(done))}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function Person({ person, isBusy, choose }: { person: DemoPersonView; isBusy: boolean; choose(): void }) {
  const { t } = useText();
  const wordsOf = usePersonWords();
  const isMe = useSession()?.keyId === person.keyId;
  const { name, roles } = wordsOf({ ...person, organisation: "" });
  return (
    <button
      type="button"
      className={isMe ? "plain demo-person on" : "plain demo-person"}
      aria-disabled={isBusy}
      {...(isMe && { "aria-current": "true" as const })}
      onClick={choose}
    >
      <b>{name}</b>
      <span className="i2">{roles}</span>
      {isMe && <span className="sm br">{t("session.now")}</span>}
      <Icon name="left" size={14} className="i3 on" />
    </button>
  );
}
