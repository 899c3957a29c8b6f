import type { MatterRow } from "@mingbai/workflow/views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { MoneyCell } from "../../ui/money-cell.tsx";
import { useOrganisationName } from "../../ui/organisation-names.ts";
import { Due } from "../matter/due.tsx";
import { StageState } from "../matter/stage-state.tsx";
import { useNextWords } from "./next-words.ts";

/** One matter of the queue. `todo`: the column says what to do; otherwise where it stands. */
export function QueueRow({
  row,
  nowMs,
  isOn,
  isTicked,
  isGone,
  isTodo,
  onHold,
  onTick,
}: {
  row: MatterRow;
  nowMs: number;
  isOn: boolean;
  isTicked: boolean;
  isGone: boolean;
  isTodo: boolean;
  onHold(): void;
  onTick(): void;
}) {
  const { t } = useText();
  const next = useNextWords();
  const organisationName = useOrganisationName();
  const { organisation, name } = row.applicant;
  const applicant = organisation === "" ? name : organisationName(organisation);
  const title = row.title === "" ? t("work.sealed") : row.title;
  const state = isGone ? (
    <span className="i3">{t("work.gone")}</span>
  ) : isTodo ? (
    <span className={row.version > 1 ? "br" : "i2"}>{next(row)}</span>
  ) : (
    <StageState stage={row.stage} />
  );
  return (
    <tr className={isOn ? "on" : ""} data-matter={row.id} onClick={onHold}>
      <td className="tick">
        <input
          type="checkbox"
          aria-label={t("work.tick", { title })}
          checked={isTicked}
          onChange={onTick}
          onClick={(event) => event.stopPropagation()}
        />
      </td>
      <td className="wide nw num">
        <Due dueMs={row.dueMs} nowMs={nowMs} />
      </td>
      <th scope="row">
        <Link
          to={`/work/${row.id}`}
          id={`matter-${row.id}`}
          {...(isOn ? { "aria-current": "true" } : {})}
          onFocus={isOn ? undefined : onHold}
        >
          {title}
        </Link>{" "}
        <span className="i3 sm">{applicant}</span>
        <span className="narrow sm">
          <Due dueMs={row.dueMs} nowMs={nowMs} /> {state}
        </span>
        <span className="narrow sm i3 num">{row.number}</span>
      </th>
      <td className="wide nw">{state}</td>
      <MoneyCell minor={row.amountMinor} />
      <td className="wide nw sm i3 num">{row.number}</td>
    </tr>
  );
}
