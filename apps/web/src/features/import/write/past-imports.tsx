import { importsView } from "@mingbai/registry/views/import";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { useView } from "../../../api/use-view.ts";
import { useText } from "../../../i18n/use-text.ts";
import { useSession } from "../../../session/use-session.ts";
import { countText } from "../../../ui/format-money.ts";
import { TitledTable } from "../../../ui/titled-table.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useListDivisions } from "../choose/use-list-divisions.ts";
import { importDesk } from "../desk/import-desk.ts";
import { listKeptImports } from "./import-store.ts";
import { resumeImport } from "./resume-import.ts";
import { takeBackImport } from "./take-back-import.ts";

/** Imports that were broken off and go on here, and those of one's organisation, each of which can be taken back. */
export function PastImports() {
  const { t } = useText();
  const { time } = useFormat();
  const imports = useView(importsView, {});
  const rows = imports.data?.rows ?? [];
  return (
    <>
      <BrokenOff />
      {rows.length > 0 && (
        <TitledTable
          title={t("import.past")}
          className="import-past"
          columns={[
            { head: t("import.past.time") },
            { head: t("import.past.by") },
            { head: t("import.past.opened"), look: "r" },
            { head: t("import.past.changed"), look: "r" },
            { head: t("import.past.withdrawn"), look: "r" },
            { head: t("import.past.undo"), isUnseen: true },
          ]}
        >
          {rows.map((row) => (
            <tr key={row.import}>
              <th scope="row">
                <Link to={`/registry?import=${row.import}`}>{time(row.timeMs)}</Link>
              </th>
              <td>{row.by.name}</td>
              <td className="r" data-head={t("import.past.opened")}>
                {countText(row.opened)}
              </td>
              <td className="r" data-head={t("import.past.changed")}>
                {countText(row.changed)}
              </td>
              <td className="r" data-head={t("import.past.withdrawn")}>
                {countText(row.withdrawn)}
              </td>
              <td>
                <Undo row={row} />
              </td>
            </tr>
          ))}
        </TitledTable>
      )}
    </>
  );
}

function BrokenOff() {
  const { t } = useText();
  const session = useSession();
  const divisions = useListDivisions();
  const account = session?.account ?? "";
  const kept = useQuery({ queryKey: ["keptImports", account], queryFn: () => listKeptImports(account) });
  const open = (kept.data ?? []).filter(({ isDone }) => !isDone);
  const { import: now, busy } = importDesk.get();
  return open
    .filter((one) => one.import !== now)
    .map((one) => (
      <p key={one.import} className="note warn row wrap">
        <span>{t("import.broken", { name: one.name })}</span>
        <button
          type="button"
          className="btn s"
          disabled={busy !== undefined || session === undefined}
          onClick={() => session && void resumeImport(session, one, divisions)}
        >
          {t("import.broken.on")}
        </button>
      </p>
    ));
}

/** Says what will happen before it does. */
function Undo({
  row,
}: {
  row: { import: string; opened: number; withdrawn: number; changedSince: number; changed: number };
}) {
  const { t } = useText();
  const session = useSession();
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const back = row.opened - row.withdrawn - row.changedSince;
  if (session === undefined || back + row.changed === 0) return null;
  if (!isAsking)
    return (
      <button type="button" className="btn s" onClick={() => setIsAsking(true)}>
        {t("import.undo")}
      </button>
    );
  const undo = async () => {
    setIsAsking(false);
    await takeBackImport(session, row.import);
    await queries.invalidateQueries();
  };
  return (
    <fieldset className="import-undo" aria-label={t("import.undo")}>
      <p className="sm">{t("import.undo.what", { back, changed: row.changed, left: row.changedSince })}</p>
      <p className="row wrap">
        <button type="button" className="btn s p" onClick={() => void undo()}>
          {t("import.undo.yes")}
        </button>
        <button type="button" className="btn s" onClick={() => setIsAsking(false)}>
          {t("import.undo.no")}
        </button>
      </p>
    </fieldset>
  );
}
