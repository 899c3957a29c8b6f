import "./identity-proof.css";
import type { HouseholdFile, PersonFile } from "@mingbai/registry/views/household";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { inOrder } from "../file/household-words.ts";
import { PersonIdentity } from "./person-identity.tsx";
import { type MatcherHere, useMatcher } from "./use-matcher.ts";

/** For people of the household who have no key: what this device knows them by, before the village. */
export function IdentityPart({ file }: { file: HouseholdFile }) {
  const people = inOrder(file.residents).filter(({ account }) => account === null);
  const isOffice = file.may.includes("registry.grantAccess") && file.purpose !== "own";
  return isOffice && people.length > 0 ? <People people={people} /> : null;
}

/** Folded: most people come with their papers. */
function People({ people }: { people: readonly PersonFile[] }) {
  const { t } = useText();
  const here = useMatcher();
  return (
    <section aria-labelledby="identity" className="no-print">
      <h2 id="identity">{t("identity.title")}</h2>
      <details className="identity-part">
        <summary>{t("identity.people", { count: people.length })}</summary>
        <MatcherWords here={here} />
        <ul>
          {people.map((person) => (
            <PersonIdentity key={person.person} person={person} here={here} />
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Which program compares here, or what to do where none does. */
function MatcherWords({ here }: { here: MatcherHere }) {
  const { t } = useText();
  switch (here.kind) {
    case "device":
      return <p className="sm i2">{t("identity.matcher", { ...here.matcher.id })}</p>;
    case "standIn":
      return (
        <p className="sm warn-note" role="note">
          <Icon name="warn" size={15} />
          <span>{t("identity.standIn")}</span>
        </p>
      );
    case "none":
      return <p className="sm i2">{t("identity.none")}</p>;
  }
}
