import { defineTexts } from "../../i18n/define-texts.ts";

/** Who should be in the registry and is not. */
export const unfiledTexts = defineTexts({
  zh: {
    "unfiled.title": "应建档、没有建档的",
    "unfiled.role": "这些人没有档案，查看没法记在档案里，所以只给能发起比对的人看。",
    "unfiled.count_other": "{{count, number}} 家",
    "unfiled.why":
      "部门数据显示有困难，但不在任何一份档案里的人。只列您管的村；身份证号只显示头尾。请上门看，够条件就建档申请。",
    "unfiled.never": "还没有比对过",
    "unfiled.never.how": "先在“有档案的”里发起一次比对。",
    "unfiled.none": "没有发现漏下的人",
    "unfiled.none.how": "只说明部门名单里没有看到，上门走访照常。",
    "unfiled.day": "{{day}}比对的结果",
    "unfiled.person": "{{name}} {{number}}",
    "unfiled.people": "谁",
    "unfiled.nowhere": "不知道在哪个村",
    "unfiled.for": "为什么可能要帮",
    "unfiled.against": "也要看到",
    "unfiled.besides": "同一户籍的人已有档案，可能只是漏了这几个人",
    "unfiled.open": "去建档",
    "unfiled.more": "再看一些",
    "unfiled.stop": "；",
  },
  en: {
    "unfiled.title": "Should have a file",
    "unfiled.role":
      "These people have no file in which a look could be recorded, so only those who may begin comparisons see them.",
    "unfiled.count_one": "{{count, number}} home",
    "unfiled.count_other": "{{count, number}} homes",
    "unfiled.why":
      "People in no file whom departments know to be in hardship, in villages that you look after. ID numbers are masked. Visit them, and open a file if need be.",
    "unfiled.never": "Nothing was compared yet",
    "unfiled.never.how": "Begin a comparison under “With a file”.",
    "unfiled.none": "Nobody was found to be missing",
    "unfiled.none.how": "That only says what lists show; visits go on.",
    "unfiled.day": "As compared on {{day}}",
    "unfiled.person": "{{name}} {{number}}",
    "unfiled.people": "Who",
    "unfiled.nowhere": "village not known",
    "unfiled.for": "What speaks for help",
    "unfiled.against": "Also to be seen",
    "unfiled.besides": "Others of the same register have a file that may only lack these people",
    "unfiled.open": "Open a file",
    "unfiled.more": "Show more",
    "unfiled.stop": "; ",
  },
});
