import "../matter/matter.css";
import "../matter/matter-parts.css";
import "../pay/pay.css";
import "./disbursement.css";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Icon } from "../../ui/icon.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { usePurse } from "../pay/use-purse.ts";
import { BadRows } from "./bad-rows.tsx";
import { ChecksPart } from "./checks-part.tsx";
import { FilePart } from "./file-part.tsx";
import { ListSteps } from "./list-steps.tsx";
import { ProposePart } from "./propose-part.tsx";
import { useNewList } from "./use-new-list.ts";

/** A list from its file to the proposal: read, checked, the bad rows named, the good ones sent on. */
export function Component() {
  const { t } = useText();
  const session = useSession();
  const purse = usePurse();
  const making = useNewList();
  const { file, approved, list, checked, agrees } = making;
  const mayPropose = session?.roles.some((role) => role === "projectManager" || role === "operator") ?? false;
  return (
    <div className="matter-page list-page">
      <div className="matter-head">
        <p className="sm">
          <Link to="/disbursement" className="row">
            <Icon name="left" size={14} />
            {t("list.title")}
          </Link>
        </p>
        <PageTitle title={t("list.new")} />
        <ListSteps now={checked === undefined ? "file" : "checks"} />
      </div>
      {!mayPropose ? (
        <p className="state i2">{t(session ? "list.why.role" : "list.why.signIn")}</p>
      ) : (
        <div className="matter-panes list-panes">
          <div className="matter-body">
            <FilePart
              file={file}
              approved={approved}
              chooseFile={(...chosen) => void making.chooseFile(...chosen)}
              chooseApproved={(...chosen) => void making.chooseApproved(...chosen)}
            />
            {checked && (
              <>
                <ChecksPart
                  checked={checked}
                  agrees={agrees}
                  fileTotals={list?.fileTotals}
                  hasApproved={approved !== undefined}
                />
                <BadRows bad={checked.bad} />
              </>
            )}
          </div>
          {checked && file && (
            <ProposePart key={file.name} checked={checked} making={making} purse={purse} fileName={file.name} />
          )}
        </div>
      )}
    </div>
  );
}
