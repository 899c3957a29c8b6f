import "./members.css";
import "../../apply/apply.css";
import "../form/form.css";
import { type ReactNode, useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Drawer } from "../../../ui/drawer.tsx";
import { AddForm } from "./add-form.tsx";
import { AssignForm } from "./assign-form.tsx";
import { BindForm } from "./bind-form.tsx";
import { CloseForm } from "./close-form.tsx";
import { EndForm } from "./end-form.tsx";
import type { MemberFormProps } from "./member-form-props.ts";
import { MergeForm } from "./merge-form.tsx";
import { MoveForm } from "./move-form.tsx";
import { ReopenForm } from "./reopen-form.tsx";
import { SplitForm } from "./split-form.tsx";
import { type StructuralAct, structuralActs } from "./structural-acts.ts";

const forms: { readonly [act in StructuralAct]: (props: MemberFormProps) => ReactNode } = {
  addPeople: AddForm,
  movePeople: MoveForm,
  splitHousehold: SplitForm,
  mergeHouseholds: MergeForm,
  endPerson: EndForm,
  bindAccount: BindForm,
  assignResponsible: AssignForm,
  closeHousehold: CloseForm,
  reopenHousehold: ReopenForm,
};

/** People coming, going and moving, each as one act: births and marriages, moves, households split and merged, deaths. */
export function MembersDrawer({ file, close }: MemberFormProps) {
  const { t } = useText();
  const [act, setAct] = useState<StructuralAct>();
  const Form = act && forms[act];
  return (
    <Drawer title={t("members.title")} close={close}>
      <p className="i2 sm">{t("members.how")}</p>
      <ul className="member-acts">
        {structuralActs
          .filter((one) => file.may.includes(`registry.${one}`))
          .map((one) => (
            <li key={one}>
              <button type="button" className="btn" aria-pressed={one === act} onClick={() => setAct(one)}>
                {t(`members.${one}`)}
              </button>
              <span className="sm i3">{t(`members.${one}.what`)}</span>
            </li>
          ))}
      </ul>
      {Form && <Form key={act} file={file} close={close} />}
    </Drawer>
  );
}
