import type { PersonName } from "@mingbai/identity/views";
import { Link } from "react-router";
import { usePeopleWords } from "./use-people-words.ts";

/** A person by name, or by account where this node has no name; opens their page. */
export function PersonLink({ person }: { person: PersonName }) {
  const { nameText } = usePeopleWords();
  return (
    <Link to={`/people/${person.account}`} className={person.name === "" ? "mono" : "nw"}>
      {nameText(person)}
    </Link>
  );
}
