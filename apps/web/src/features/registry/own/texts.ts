import { defineTexts } from "../../../i18n/define-texts.ts";

export const ownFileTexts = defineTexts({
  zh: {
    "own.title": "我家档案",
    "own.what": "我家档案",
    "own.none": "还没有绑定您家的档案",
    "own.none.how":
      "带上身份证到村里，由网格员当着见证人把档案绑定到您的账户。绑定后在这里看档案、看谁看过、同意或者收回授权。",
    "own.found.title": "档案和部门数据",
    "own.found.part": "档案和部门数据的出入",
    "own.found.open": "看原因，说明情况",
    "own.found.why":
      "档案里写的和部门数据对不上，不等于您家有错，可能是部门数据旧了，也可能是档案没更新。您可以一条一条说明；您的说明放在这一条旁边，等工作人员核实后才算处理完。",
    "own.found.nothing": "现在没有对不上的。",
    "own.found.answered": "您家已说明",
    "own.found.again": "再说明一次",
    "own.found.never": "您家的档案还没有比对过",
    "own.found.never.how": "下一次比对之后，档案和部门数据有出入的地方会列在这里，您可以说明情况。",
  },
  en: {
    "own.title": "Our file",
    "own.what": "your file",
    "own.none": "No household file is bound to you yet",
    "own.none.how":
      "Take your identity card to the village: the grid worker binds the file to your account before a witness. Then you see it here, who looked at it, and you agree to access or end it.",
    "own.found.title": "Our file and departments’ data",
    "own.found.part": "Where our file and departments’ data differ",
    "own.found.open": "See why, and answer",
    "own.found.why":
      "That the file and a department’s data differ does not mean that you did anything wrong: the data may be old, or the file. You can answer each of them; your answer stands beside it until the office has checked and dealt with it.",
    "own.found.nothing": "Nothing differs now.",
    "own.found.answered": "You have answered",
    "own.found.again": "Answer again",
    "own.found.never": "Your file was not compared yet",
    "own.found.never.how":
      "After the next comparison, whatever differs from what departments know stands here, and you can answer it.",
  },
});
