import { localDate } from "@mingbai/ledger/calendar/local-days";
import { isBelowLine } from "@mingbai/measures/income/net-income";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { Link } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useLedger } from "../../../ui/ledger-context.ts";
import { Money } from "../../../ui/money.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { endingWords } from "../ending-words.ts";
import { optionText } from "../form-words.ts";
import { usePlaceText } from "../list/household-rows.tsx";
import { HeadActs } from "./head-acts.tsx";
import { textOf } from "./household-words.ts";
import { findNetIncome, incomeLineFen } from "./money-sums.ts";
import { OpenedNote } from "./opened-note.tsx";
import { useVisits } from "./use-visits.ts";

const dayMs = 24 * 60 * 60_000;

/** Who they are and why they are here in one line, what they live on, and what can be done. */
export function HouseholdHead({
  file,
  chooseAgain,
  onMove,
}: {
  file: HouseholdFile;
  chooseAgain(): void;
  onMove?(): void;
}) {
  const { t, language } = useText();
  const { day } = useFormat();
  const placeText = usePlaceText();
  const monitored = optionText("household", "monitored", file.monitored, language);
  const since = textOf(file.values, "monitoredOn");
  return (
    <header className="household-head">
      <nav className="row wrap sm i2" aria-label={t("file.way")}>
        <Link to="/registry" className="row way">
          <Icon name="left" size={14} />
          {t("registry.title")}
        </Link>
        <Link to={`/registry?area=${file.area.id}`} className="way">
          {file.area[language]}
        </Link>
        {file.number !== "" && <span className="num nw">{file.number}</span>}
      </nav>
      <PageTitle title={file.head === "" ? t("file.title") : t("file.of", { name: file.head })}>
        <span className="i2">{t("file.peopleIn", { count: file.residents.length, place: placeText(file) })}</span>
        {monitored !== "" && (
          <span className="tag warn-tag">
            <Icon name="warn" size={12} />
            {t("file.monitored", { monitored })}
          </span>
        )}
        {since !== "" && <span className="sm i3">{t("file.since", { day: day(since) })}</span>}
        {file.ended !== null && <span className="tag">{endingWords(file.ended, t)}</span>}
      </PageTitle>
      <Facts file={file} />
      <HeadActs file={file} {...(onMove && { onMove })} />
      <OpenedNote file={file} chooseAgain={chooseAgain} />
    </header>
  );
}

function Facts({ file }: { file: HouseholdFile }) {
  const { t, language } = useText();
  const { unit, moneyWithUnit, time, day } = useFormat();
  const ledger = useLedger();
  const visits = useVisits(file.household).data?.rows ?? [];
  const [visited, today] = [visits[0]?.timeMs, file.readAt.timeMs].map((ms) => ms && localDate(ledger, ms));
  const daysSince = visited && today ? Math.round((Date.parse(today) - Date.parse(visited)) / dayMs) : 0;
  const income = findNetIncome(file);
  const cause = optionText("household", "cause", file.cause, language);
  const others = file.values.otherCauses;
  const codes = Array.isArray(others) ? others : [];
  const otherText = codes.map((code) => optionText("household", "cause", String(code), language));
  return (
    <dl className="facts">
      {income && (
        <div>
          <dt>{t("file.perHead")}</dt>
          <dd>
            <span className="per-head">
              <Money minor={income.perPersonFen} />
            </span>{" "}
            <small>
              {t(isBelowLine(income, incomeLineFen) ? "file.belowLine" : "file.aboveLine", {
                unit,
                line: moneyWithUnit(incomeLineFen),
              })}
            </small>
          </dd>
        </div>
      )}
      {cause !== "" && (
        <div>
          <dt>{t("registry.cause")}</dt>
          <dd>
            {cause}
            {otherText.length > 0 && (
              <small> · {t("file.otherCauses", { causes: otherText.join(t("file.join")) })}</small>
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{t("registry.responsible")}</dt>
        <dd>
          {file.responsible ? (
            <Link to={`/people/${file.responsible.account}`}>
              {file.responsible.name === "" ? file.responsible.account : file.responsible.name}
            </Link>
          ) : (
            <small>{t("file.noResponsible")}</small>
          )}
        </dd>
      </div>
      {visited && (
        <div>
          <dt>{t("visits.last")}</dt>
          <dd className="num">
            {day(visited)}
            <small> · {t("visits.daysAgo", { count: daysSince })}</small>
          </dd>
        </div>
      )}
      <div>
        <dt>{t("file.keeper")}</dt>
        <dd>{file.keeper[language]}</dd>
      </div>
      <div>
        <dt>{t("file.changed")}</dt>
        <dd className="num">{time(file.changedMs)}</dd>
      </div>
    </dl>
  );
}
