import type { CloseState } from "../books/closes.ts";
import type { EntryKind } from "../books/entries.ts";
import type { FaultKind } from "../books/faults.ts";
import type { PaymentState } from "../books/payments.ts";
import type { Objection } from "../work/countersign.ts";

export type Language = "zh" | "en";

interface PageWords {
  readonly title: string;
  readonly demo: string;
  readonly balance: string;
  readonly account: string;
  readonly node: string;
  readonly connected: string;
  readonly trouble: string;
  readonly waiting: string;
  readonly statement: string;
  readonly signature: string;
  readonly orders: string;
  readonly entries: string;
  readonly closes: string;
  readonly closeStates: Readonly<Record<CloseState, string>>;
  readonly objections: Readonly<Record<Objection, string>>;
  readonly faults: string;
  readonly faultsHint: string;
  readonly set: string;
  readonly times: string;
  readonly newEntry: string;
  readonly fund: string;
  readonly noFund: string;
  readonly amount: string;
  readonly remittance: string;
  readonly kind: string;
  readonly add: string;
  readonly giveBack: string;
  readonly none: string;
  readonly columns: Readonly<
    Record<
      "id" | "payee" | "state" | "reason" | "reference" | "day" | "ledger" | "booked" | "notYet" | "act" | "file",
      string
    >
  >;
  readonly states: Readonly<Record<PaymentState, string>>;
  readonly kinds: Readonly<Record<EntryKind, string>>;
  readonly faultNames: Readonly<Record<FaultKind, string>>;
  readonly otherLanguage: string;
}

export const pageWords: Readonly<Record<Language, PageWords>> = {
  zh: {
    title: "托管银行（演示）",
    demo: "这是一个独立的演示进程，有自己的密钥和账簿；可以让它出错，看账本如何应对。",
    balance: "账户余额",
    account: "账户",
    node: "账本节点",
    connected: "正常",
    trouble: "暂时连不上，稍后自动再试",
    waiting: "待告知账本的流水",
    statement: "对账单（camt.053）",
    signature: "签名的期末余额",
    orders: "付款指令",
    entries: "账户流水",
    closes: "日终会签",
    closeStates: { signing: "正在会签", signed: "已会签", refused: "没有会签" },
    objections: { statementDiffers: "对账单不是现在这一份", itemDiffers: "在途项目和本行账簿不符" },
    faults: "让它出错",
    faultsHint: "填次数，0 为关闭。“停机”在填回 0 之前一直有效。",
    set: "设定",
    times: "次数",
    newEntry: "记一笔入账",
    fund: "专项资金",
    noFund: "不写明",
    amount: "金额（元）",
    remittance: "附言",
    kind: "种类",
    add: "记账",
    giveBack: "退回",
    none: "还没有",
    columns: {
      id: "端到端号",
      payee: "收款人",
      state: "状态",
      reason: "原因",
      reference: "流水号",
      day: "日期",
      ledger: "账本",
      booked: "已入账",
      notYet: "待告知",
      act: "操作",
      file: "对账单",
    },
    states: { accepted: "待付", paid: "已付", rejected: "拒付", returned: "已退回" },
    kinds: {
      deposit: "存入",
      payout: "付款",
      batchPayout: "代发",
      returnedPayout: "付款退回",
      interest: "利息",
      unknownCredit: "不明入账",
      fee: "手续费",
      unknownDebit: "不明支出",
    },
    faultNames: {
      late: "晚付一分钟",
      twice: "流水重复发送",
      reordered: "流水倒序发送",
      rejected: "拒付",
      wrongAmount: "少付一分",
      paidTwice: "重复付款",
      mistold: "存入多告知一分",
      down: "停机",
    },
    otherLanguage: "English",
  },
  en: {
    title: "Escrow bank (demo)",
    demo: "A process of its own for the demo, with its own key and books. Make it fail and see what the ledger makes of it.",
    balance: "Balance",
    account: "Account",
    node: "Ledger node",
    connected: "reached",
    trouble: "not reached at the moment; it tries again by itself",
    waiting: "Lines the ledger has yet to hear of",
    statement: "Statement (camt.053)",
    signature: "its signed closing balance",
    orders: "Payment orders",
    entries: "Lines of the account",
    closes: "Days closed",
    closeStates: { signing: "being signed", signed: "countersigned", refused: "not signed" },
    objections: {
      statementDiffers: "the statement is another by now",
      itemDiffers: "an item is not as in these books",
    },
    faults: "Make it fail",
    faultsHint: "How often; 0 is off. “Down” lasts until it is 0 again.",
    set: "Set",
    times: "times",
    newEntry: "Enter a line",
    fund: "Fund",
    noFund: "not named",
    amount: "Amount (yuan)",
    remittance: "Remittance",
    kind: "Kind",
    add: "Enter",
    giveBack: "Send back",
    none: "None yet",
    columns: {
      id: "End-to-end id",
      payee: "Payee",
      state: "State",
      reason: "Reason",
      reference: "Reference",
      day: "Day",
      ledger: "Ledger",
      booked: "booked",
      notYet: "to be told",
      act: "Act",
      file: "Statement",
    },
    states: { accepted: "to be paid", paid: "paid", rejected: "rejected", returned: "sent back" },
    kinds: {
      deposit: "Deposit",
      payout: "Payout",
      batchPayout: "List paid",
      returnedPayout: "Payout sent back",
      interest: "Interest",
      unknownCredit: "Unknown credit",
      fee: "Fee",
      unknownDebit: "Unknown debit",
    },
    faultNames: {
      late: "a minute late",
      twice: "lines sent twice",
      reordered: "lines sent backwards",
      rejected: "rejects",
      wrongAmount: "one fen short",
      paidTwice: "pays twice",
      mistold: "deposits told one fen high",
      down: "down",
    },
    otherLanguage: "中文",
  },
};
