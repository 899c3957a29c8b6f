import { defineTexts } from "../../../i18n/define-texts.ts";

/** What anybody with a key says against a public notice, and the answer to it. */
export const objectionTexts = defineTexts({
  zh: {
    "objection.title": "对公示的异议",
    "objection.what": "这条公示",
    "objection.until": "公示到 {{time}}",
    "objection.why":
      "觉得不对的，写下来。办理的单位看得到内容和您是谁；本户只看得到内容。账本上记您的账户编号，不记名字。答复以后，通知里会告诉您。",
    "objection.mine": "您提的异议",
    "objection.waits": "等{{unit}}答复",
    "objection.passOn": "替别人记的，请把答复转告本人。",
    "objection.again": "再提一条",
    "objection.over": "公示已经结束",
    "objection.over.how": "公示期过了不再收异议。对结果有意见的，可以向{{unit}}反映。",
    "objection.others": "看正在公示的",
  },
  en: {
    "objection.title": "Objecting to a public notice",
    "objection.what": "this notice",
    "objection.until": "Shown until {{time}}",
    "objection.why":
      "If you think that something is wrong, say what. The office that decides reads your words and who you are; the household reads the words only. The ledger has the number of your account and no name. You are told when there is an answer.",
    "objection.mine": "What you objected",
    "objection.waits": "Waits for an answer from {{unit}}",
    "objection.passOn": "You wrote it down for somebody: please pass the answer on.",
    "objection.again": "Object again",
    "objection.over": "The notice has ended",
    "objection.over.how":
      "Objections are taken while a notice runs. If you disagree with what came of it, turn to {{unit}}.",
    "objection.others": "Notices that run now",
  },
});
