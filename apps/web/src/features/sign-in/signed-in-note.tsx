import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { usePersonWords } from "../../session/use-person-words.ts";
import { useSession } from "../../session/use-session.ts";

/** For who is signed in already: who that is, and the way on. */
export function SignedInNote({ then }: { then: string }) {
  const { t } = useText();
  const wordsOf = usePersonWords();
  const session = useSession();
  if (session === undefined) return null;
  const { organisation, name } = wordsOf(session);
  return (
    <p className="already">
      {t("signIn.already", { who: `${organisation} ${name}` })}{" "}
      <Link className="link" to={then}>
        {t("signIn.goOn")}
      </Link>
    </p>
  );
}
