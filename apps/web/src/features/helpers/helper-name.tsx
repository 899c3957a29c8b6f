import type { Helper } from "@mingbai/posts/views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useHelperWords } from "./use-helper-words.ts";

/** The head of a helper's row: who they are, with a way to their page, and of which organisation. */
export function HelperName({ helper }: { helper: Helper }) {
  const { language } = useText();
  const { nameText } = useHelperWords();
  return (
    <th scope="row">
      <Link to={`/people/${helper.account}`}>{nameText(helper)}</Link>
      <span className="sm i2 line">{helper.organisation[language]}</span>
    </th>
  );
}
