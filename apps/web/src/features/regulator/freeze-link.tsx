import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { freezeAddress, mayFreeze } from "./who-may.ts";

/** For the regulator alone: to where what is shown here can be frozen. `text` finds it, `name` tells it from others. */
export function FreezeLink({ text, name }: { text: string; name: string }) {
  const { t } = useText();
  if (!mayFreeze(useSession()?.roles)) return null;
  return (
    <Link className="nw" to={freezeAddress(text)} aria-label={t("regulator.freeze.of", { target: name })}>
      {t("regulator.freeze")}
    </Link>
  );
}
