import { defineTexts } from "../../i18n/define-texts.ts";

export const templateTexts = defineTexts({
  zh: {
    "governance.template": "合约模板：拨付",
    "governance.template.lead":
      "每件申请都照这份模板走。步骤、由谁办和条件写在账本规则里，现在是第 {{version, number}} 版，换版要表决；期限逐项表决，通过就生效。",
    "governance.template.stage": "走到哪一步",
    "governance.template.turn": "轮到谁办",
    "governance.template.days": "期限",
    "governance.template.turn.of": "{{side}}：{{roles}}",
    "governance.template.side.applicant": "申请的一方",
    "governance.template.side.receiver": "收款的一方",
    "governance.template.side.holder": "正在办的机构",
    "governance.template.side.addressee": "批的机构",
  },
  en: {
    "governance.template": "Contract template: disbursement",
    "governance.template.lead":
      "Every application follows it. Steps, who acts and on which conditions are part of the ledger's rules, version {{version, number}} now, which changes by vote; each deadline is voted by itself and counts at once.",
    "governance.template.stage": "Where it stands",
    "governance.template.turn": "Who acts next",
    "governance.template.days": "Within",
    "governance.template.turn.of": "{{side}}: {{roles}}",
    "governance.template.side.applicant": "who applies",
    "governance.template.side.receiver": "who is paid",
    "governance.template.side.holder": "who has it in hand",
    "governance.template.side.addressee": "who decides",
  },
});
