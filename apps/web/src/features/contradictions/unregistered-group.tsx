import type { UnregisteredLine } from "@mingbai/registry/views/unregistered";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { State } from "../../ui/state.tsx";
import { fileWriterRoles, holdsOne } from "../registry/who-may.ts";
import { FactLines } from "./reason/fact-lines.tsx";
import { ruleTitle } from "./reason/level-words.ts";

type Told = UnregisteredLine["reasons"][number];

/** People of one register without a file: who they are, what speaks for help and what against, and what to do. */
export function UnregisteredGroup({ row }: { row: UnregisteredLine }) {
  const { t, language } = useText();
  const mayOpen = holdsOne(useSession()?.roles, fileWriterRoles);
  const names = row.people.map(({ name, number }) => t("unfiled.person", { name, number }));
  return (
    <li className="unfiled">
      <h2>
        {row.people[0]?.name ?? ""}
        <span className="sm i2"> {row.area === null ? t("unfiled.nowhere") : row.area[language]}</span>
      </h2>
      <p className="sm num">{names.join(t("file.join"))}</p>
      <div className="unfiled-sides">
        <Side title={t("unfiled.for")} reasons={row.reasons} />
        {row.against.length > 0 && <Side title={t("unfiled.against")} reasons={row.against} />}
      </div>
      <p className="row wrap sm">
        {row.besides.length > 0 ? (
          <>
            <State icon="dot" tone="i2">
              {t("unfiled.besides")}
            </State>
            {row.besides.map(({ household, number, head }) => (
              <Link key={household} to={`/registry/${household}`}>
                {head} <span className="num">{number}</span>
              </Link>
            ))}
          </>
        ) : (
          mayOpen && (
            <Link className="btn s" to="/registry/new">
              {t("unfiled.open")}
            </Link>
          )
        )}
      </p>
    </li>
  );
}

function Side({ title, reasons }: { title: string; reasons: readonly Told[] }) {
  const { t, language } = useText();
  return (
    <section>
      <h3 className="sm i2">{title}</h3>
      <ul>
        {reasons.map(({ rule, name, words, action, facts }) => (
          <li key={`${rule} ${name}`}>
            <p>
              <b>{ruleTitle(rule, language)}</b> {words[language]}
            </p>
            <FactLines facts={facts} />
            <p className="sm i2">{t("compare.toDo", { action: action[language] })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
