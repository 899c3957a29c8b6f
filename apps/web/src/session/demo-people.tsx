import type { DemoPersonView } from "@mingbai/http/demo-views";
import { useQuery } from "@tanstack/react-query";
import { useText } from "../i18n/use-text.ts";
import { askDemoPeople } from "../keys/ask-demo-people.ts";
import { Icon } from "../ui/icon.tsx";
import { groupDemoPeople } from "./demo-groups.ts";
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
  return (
    <>
      {fault && (
        <p className="bad" role="alert">
          {t("session.failed", { why: fault })}
        </p>
      )}
      {groupDemoPeople(people).map(({ name, people: members }) => (
        <div key={members[0]?.id} className="demo-group">
          <h3>{typeof name === "string" ? t(`session.demo.${name}`) : name[language]}</h3>
          <ul>
            {members.map((person) => (
              <li key={person.id}>
                <Person
                  person={person}
                  office={typeof name === "string" ? person.organisation[language] : undefined}
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

function Person({
  person,
  office,
  isBusy,
  choose,
}: {
  person: DemoPersonView;
  /** The organisation, where the group does not say it. */
  office: string | undefined;
  isBusy: boolean;
  choose(): void;
}) {
  const { t, language } = useText();
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
      <span className="i2">
        {office === undefined || office === name ? roles : `${office}${language === "zh" ? " " : ", "}${roles}`}
      </span>
      {isMe && <span className="sm br">{t("session.now")}</span>}
      <Icon name="left" size={14} className="i3 on" />
    </button>
  );
}
