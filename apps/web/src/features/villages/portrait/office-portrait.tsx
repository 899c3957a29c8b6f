import { basisPointsAll } from "@mingbai/measures/share";
import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { percentText } from "../../../ui/format-money.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { optionText } from "../../registry/form-words.ts";
import { CausesTree, treeGroups } from "./causes-tree.tsx";
import { Counts } from "./counts.tsx";
import type { Counted, OfficeNumbers, Portrait } from "./portrait.ts";
import { PovertyPart } from "./poverty-part.tsx";
import { ShownHouseholds } from "./shown-households.tsx";

const pairsShownMax = 8;

/** The village in numbers, for those who look after its files: each number opens the list of the files it comes from. */
export function OfficePortrait({ portrait, office }: { portrait: Portrait; office: OfficeNumbers }) {
  const { t, language } = useText();
  const { moneyWithUnit } = useFormat();
  const [search, setSearch] = useSearchParams();
  const shown = search.get("of") ?? "";
  const show = (id: string) => setSearch(id === shown ? {} : { of: id }, { replace: true, preventScrollReset: true });
  const causeText = (code: string) => optionText("household", "cause", code, language);
  const line = moneyWithUnit(portrait.incomeLine);
  const groups = {
    monitored: office.monitored.map(({ id, at }) => ({
      id: `monitored.${id}`,
      label: optionText("household", "monitored", id, language),
      at,
    })),
    causes: office.causes.map(({ cause, at }) => ({ id: `cause.${cause}`, label: causeText(cause), at })),
    pairs: office.pairs
      .toSorted((a, b) => b.at.length - a.at.length)
      .slice(0, pairsShownMax)
      .map(({ first, second, at }) => ({
        id: `pair.${first}.${second}`,
        label: t("portrait.pair", { first: causeText(first), second: causeText(second) }),
        at,
      })),
    income: office.income.map(({ id, at }) => ({
      id: `income.${id}`,
      label: t(`portrait.income.${id}`, { line }),
      at,
    })),
    poverty:
      office.poverty === null
        ? []
        : [
            { id: "poor", label: t("portrait.poor"), at: office.poverty.at },
            ...office.poverty.lacks.map(({ id, at }) => ({
              id: `lacks.${id}`,
              label: t(`portrait.lacks.${id}`),
              at,
            })),
            { id: "unknown", label: t("portrait.unknown"), at: office.poverty.unknown },
          ],
    tree: treeGroups(office.tree, t),
  };
  const of = portrait.cells.length;
  const here: Counted | undefined = Object.values(groups)
    .flat()
    .find(({ id }) => id === shown);
  return (
    <>
      <ClassLine villageClass={office.villageClass} />
      <div className="portrait-parts">
        <Counts title={t("portrait.monitored")} rows={groups.monitored} of={of} shown={shown} show={show} />
        <Counts title={t("portrait.income")} rows={groups.income} of={of} shown={shown} show={show} />
        <Counts title={t("portrait.causes")} rows={groups.causes} of={of} shown={shown} show={show} />
        <Counts title={t("portrait.pairs")} rows={groups.pairs} of={of} shown={shown} show={show} />
      </div>
      {office.poverty !== null && (
        <PovertyPart poverty={office.poverty}>
          <Counts title={t("portrait.poverty.who")} rows={groups.poverty} of={of} shown={shown} show={show} />
        </PovertyPart>
      )}
      <CausesTree tree={office.tree} shown={shown} show={show} />
      {here !== undefined && <Behind key={here.id} portrait={portrait} counted={here} close={() => show(shown)} />}
    </>
  );
}

/** Which class the village is of, and by which shares. */
function ClassLine({ villageClass }: Pick<OfficeNumbers, "villageClass">) {
  const { t, language } = useText();
  if (villageClass === null) return <p className="sm i2">{t("portrait.class.unknown")}</p>;
  const because = villageClass.because.map(({ share, value, atLeast = 0 }) =>
    t("portrait.class.because", {
      what: t(`portrait.share.${share}`),
      share: percentText(value.part, value.whole, language),
      line: percentText(atLeast, basisPointsAll, language),
    }),
  );
  return (
    <p className="row wrap">
      <b>{t(`portrait.class.${villageClass.id}`)}</b>
      <span className="sm i2">{because.length === 0 ? t("portrait.class.none") : because.join(t("file.comma"))}</span>
    </p>
  );
}

/** The households behind the number that was pressed; what a keyboard or a reader of the screen is at comes along. */
function Behind({ portrait, counted, close }: { portrait: Portrait; counted: Counted; close(): void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: "nearest" });
    place.current?.querySelector("h3")?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place}>
      <ShownHouseholds portrait={portrait} counted={counted} close={close} />
    </div>
  );
}
