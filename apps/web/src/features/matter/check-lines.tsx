import type { MatterDetail } from "@mingbai/workflow/views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { CheckMark } from "../../ui/check-mark.tsx";

/** One thing that the machine looked at, in words, with a link to the matter where it found the same. */
export function CheckLine({ check }: { check: MatterDetail["checks"][number] }) {
  const { t } = useText();
  const words = t(`matter.check.${check.check}.${check.passed ? "passed" : "failed"}`);
  return (
    <span className="check-line">
      <CheckMark isGood={check.passed} />
      <span>
        {words}
        {check.other && (
          <>
            {" "}
            <Link to={`/work/${check.other.id}`}>{check.other.number}</Link>
          </>
        )}
      </span>
    </span>
  );
}

/** Everything the machine checked, before anyone decides. */
export function CheckLines({ checks }: { checks: MatterDetail["checks"] }) {
  const { t } = useText();
  if (checks.length === 0) return null;
  return (
    <section>
      <h3>{t("matter.checked")}</h3>
      <ul className="check-lines">
        {checks.map((check) => (
          <li key={check.check}>
            <CheckLine check={check} />
          </li>
        ))}
      </ul>
    </section>
  );
}
