import { defineTexts } from "../../../i18n/define-texts.ts";

export const rosterTexts = defineTexts({
  zh: {
    "governance.roster.organisation": "机构",
    "governance.roster.before": "原来票权",
    "governance.roster.after": "改成",
    "governance.roster.power": "{{organisation}}的票权",
    "governance.roster.power.note": "从 1 到 {{max, number}} 的整数",
    "governance.roster.keys": "密钥",
    "governance.roster.keys.same": "不变",
    "governance.roster.keys.new_other": "{{count, number}} 把新的",
    "governance.roster.act": "办理",
    "governance.roster.sum": "合计",
    "governance.roster.joins": "新加入",
    "governance.roster.leaves": "离开",
    "governance.roster.remove": "去掉",
    "governance.roster.remove.of": "从名册去掉{{organisation}}",
    "governance.roster.keep": "留下",
    "governance.roster.keep.of": "名册里留下{{organisation}}",
    "governance.roster.file": "加一家，或者换密钥",
    "governance.roster.file.note":
      "打开那家机构的公开文件：在它的节点上运行 {{clusterKey}}，把打印的几行存成文件。整份 {{members}} 也行。",
    "governance.roster.file.open": "打开公开文件",
    "governance.roster.file.read": "已读入 {{file}}：{{organisations}}",
    "governance.roster.file.not": "没有读入 {{file}}：",
    "governance.roster.file.tooLarge": "文件太大，公开文件不到 {{max}}",
    "governance.roster.file.unreadable":
      "第 {{line, number}} 行读不懂。把 {{clusterKey}} 打印的内容原样存成文件，再打开一次",
    "governance.roster.file.nobody":
      "里面没有机构。要的是 {{clusterKey}} 打印的公开内容；{{keyFile}} 和口令不要拿出节点",
    "governance.roster.file.noKeys": "{{organisation}} 这一项没有公钥。请它在自己的节点上运行 {{clusterKey}}",
    "governance.roster.file.wrongEntry":
      "{{organisation}} 这一项里 {{fields}} 缺了或者不对。请它重新运行 {{clusterKey}}，把新打印的发来",
    "governance.roster.file.stranger": "{{organisation}}还不是成员机构，先要提案吸收它，通过以后再打开这个文件",
    "governance.roster.file.admit": "去提案吸收它",
    "governance.roster.effect": "会怎么样",
    "governance.roster.who": "谁变了",
    "governance.roster.who.none": "和现在一样",
    "governance.roster.who.joins": "{{organisation}}加入，票权 {{after, number}}",
    "governance.roster.who.leaves": "{{organisation}}离开，原来票权 {{before, number}}",
    "governance.roster.who.power": "{{organisation}}票权 {{before, number}} → {{after, number}}",
    "governance.roster.who.keys_other": "{{organisation}}换 {{count, number}} 把密钥",
    "governance.roster.needed": "定一块要",
    "governance.roster.needed.of": "{{power, number}} 票里的 {{needed, number}} 票",
    "governance.roster.mayFail": "容几家出错",
    "governance.roster.mayFail.of_other": "{{of, number}} 家里的 {{count, number}} 家",
    "governance.roster.proofs": "还要证明",
    "governance.roster.proofs.none": "没有新密钥",
    "governance.roster.proofs.of_other":
      "{{count, number}} 把新密钥，各由持有人在自己的节点上运行 {{proveKeys}}；齐了才生效",
    "governance.roster.ends": "不再成立",
    "governance.roster.ends.leaver":
      "{{organisation}}不再定块、不再签检查点、不再替别家存交易。它签过的回执照样能验。它仍是成员机构，提案照样有票；要去掉另提案。离开后请它销毁旧密钥。",
    "governance.roster.ends.mayFail_other":
      "原来有 {{count, number}} 家停机或出错，账本照样走；以后只容 {{left, number}} 家。",
    "governance.roster.ends.noneMayFail_other": "原来有 {{count, number}} 家停机或出错，账本照样走；以后一家也不容。",
    "governance.roster.warning.fewerThanFour": "少于 4 家：一家停机或出错也不容，账本要等它回来才能再记账。",
    "governance.roster.warning.oneDecides": "{{organisation}}一家超过三分之二的票权：别家拦不住它，等于它一家记账。",
    "governance.roster.warning.oneStops": "{{organisation}}一家有三分之一以上的票权：它一停，账本就停。",
    "governance.roster.warning.thirdLeaves":
      "离开的机构有 {{of, number}} 票里的 {{power, number}} 票，到了三分之一：光靠留下的签不成新名册的凭据。新名册的凭据签齐以前，别关离开机构的节点，不然以后的回执接不上以前钉住的密钥。",
    "governance.roster.warning.newNeeded":
      "{{of, number}} 票里有 {{power, number}} 票用新密钥，到了三分之一：它们的节点没有用新密钥跑起来以前，账本停着等。请先把节点准备好。",
    "governance.roster.fault.nobody": "名册里没有人了，至少留一家",
    "governance.roster.fault.tooMany": "名册最多 32 家",
    "governance.roster.fault.same": "和现在的名册一样：先加一家、去掉一家、改票权或者换密钥",
    "governance.roster.fault.severalByHandOver":
      "这本账现在由一家维护。要变成几家，在上面“要改什么”选“账本交给多家共同维护”",
    "governance.roster.fault.nobodyElse": "只有现在维护的一家：打开另外几家的公开文件",
    "governance.roster.fault.power": "{{organisation}}的票权要填 1 以上的整数",
    "governance.roster.fault.keyTwice": "{{organisation}}有一把密钥和别的重复。每把密钥只能用一次，请它重新生成",
    "governance.roster.fault.keeperStays": "{{organisation}}现在维护账本，要由它交出来，不能去掉",
  },
  en: {
    "governance.roster.organisation": "Organisation",
    "governance.roster.before": "Votes now",
    "governance.roster.after": "Becomes",
    "governance.roster.power": "Votes of {{organisation}}",
    "governance.roster.power.note": "a whole number from 1 to {{max, number}}",
    "governance.roster.keys": "Keys",
    "governance.roster.keys.same": "the same",
    "governance.roster.keys.new_one": "{{count, number}} new",
    "governance.roster.keys.new_other": "{{count, number}} new",
    "governance.roster.act": "Act",
    "governance.roster.sum": "All",
    "governance.roster.joins": "joins",
    "governance.roster.leaves": "leaves",
    "governance.roster.remove": "Remove",
    "governance.roster.remove.of": "Remove {{organisation}} from the roster",
    "governance.roster.keep": "Keep",
    "governance.roster.keep.of": "Keep {{organisation}} on the roster",
    "governance.roster.file": "Add an organisation, or change its keys",
    "governance.roster.file.note":
      "Open its public file: run {{clusterKey}} on its node and save what is printed. A {{members}} will do too.",
    "governance.roster.file.open": "Open a public file",
    "governance.roster.file.read": "Read {{file}}: {{organisations}}",
    "governance.roster.file.not": "{{file}} was not read: ",
    "governance.roster.file.tooLarge": "it is too large; a public file is below {{max}}",
    "governance.roster.file.unreadable":
      "line {{line, number}} cannot be understood. Save what {{clusterKey}} prints as it is, and open it again",
    "governance.roster.file.nobody":
      "no organisation is in it. What is needed is what {{clusterKey}} prints; {{keyFile}} and passphrases never leave their node",
    "governance.roster.file.noKeys":
      "the entry of {{organisation}} has no public keys. Ask it to run {{clusterKey}} on its node",
    "governance.roster.file.wrongEntry":
      "in the entry of {{organisation}} {{fields}} is missing or wrong. Ask it to run {{clusterKey}} again and send what is printed",
    "governance.roster.file.stranger":
      "{{organisation}} is no member yet. Propose to admit it first; open this file again once that is passed",
    "governance.roster.file.admit": "Propose to admit it",
    "governance.roster.effect": "What it means",
    "governance.roster.who": "Who changes",
    "governance.roster.who.none": "as it is now",
    "governance.roster.who.joins": "{{organisation}} joins (votes: {{after, number}})",
    "governance.roster.who.leaves": "{{organisation}} leaves (votes: {{before, number}})",
    "governance.roster.who.power": "{{organisation}}: votes {{before, number}} → {{after, number}}",
    "governance.roster.who.keys_one": "{{organisation}} changes {{count, number}} key",
    "governance.roster.who.keys_other": "{{organisation}} changes {{count, number}} keys",
    "governance.roster.needed": "A block needs",
    "governance.roster.needed.of": "{{needed, number}} of {{power, number}} votes",
    "governance.roster.mayFail": "May fail",
    "governance.roster.mayFail.of_one": "{{count, number}} of {{of, number}} organisations",
    "governance.roster.mayFail.of_other": "{{count, number}} of {{of, number}} organisations",
    "governance.roster.proofs": "To be proven",
    "governance.roster.proofs.none": "no key is new",
    "governance.roster.proofs.of_one":
      "{{count, number}} new key, by whoever holds it, with {{proveKeys}} on its node; until then nothing takes effect",
    "governance.roster.proofs.of_other":
      "{{count, number}} new keys, each by whoever holds it, with {{proveKeys}} on its node; until then nothing takes effect",
    "governance.roster.ends": "What no longer holds",
    "governance.roster.ends.leaver":
      "{{organisation}} no longer decides blocks, signs checkpoints or stores what others send. Receipts that it signed stay valid. It stays a member with a vote on proposals; that is another proposal. Ask it to destroy its old keys once it has left.",
    "governance.roster.ends.mayFail_one":
      "Until now the ledger went on with {{count, number}} organisation down or wrong; then with {{left, number}}.",
    "governance.roster.ends.mayFail_other":
      "Until now the ledger went on with {{count, number}} organisations down or wrong; then with {{left, number}}.",
    "governance.roster.ends.noneMayFail_one":
      "Until now the ledger went on with {{count, number}} organisation down or wrong; then with none.",
    "governance.roster.ends.noneMayFail_other":
      "Until now the ledger went on with {{count, number}} organisations down or wrong; then with none.",
    "governance.roster.warning.fewerThanFour":
      "Fewer than 4: none may be down or wrong. If one is, the ledger takes nothing until it is back.",
    "governance.roster.warning.oneDecides":
      "{{organisation}} alone has more than two thirds of the votes: nobody can hold it back.",
    "governance.roster.warning.oneStops":
      "{{organisation}} alone has a third of the votes or more: if it is down, the ledger stops.",
    "governance.roster.warning.thirdLeaves":
      "Those who leave have {{power, number}} of {{of, number}} votes, a third or more: those who stay cannot sign the new roster alone. Keep the leavers' nodes running until its note is signed, or later receipts cannot be followed from keys that were pinned before.",
    "governance.roster.warning.newNeeded":
      "{{power, number}} of {{of, number}} votes have new keys, a third or more: the ledger waits until their nodes run with them. Get those nodes ready first.",
    "governance.roster.fault.nobody": "Nobody is left; keep at least one",
    "governance.roster.fault.tooMany": "A roster has 32 organisations at most",
    "governance.roster.fault.same":
      "This is the roster in force: add or remove somebody, or change votes or keys first",
    "governance.roster.fault.severalByHandOver":
      "One organisation keeps this ledger. To become several, choose “Hand the ledger to several” above",
    "governance.roster.fault.nobodyElse": "Nobody but who keeps it now: open the others' public files",
    "governance.roster.fault.power": "Votes of {{organisation}}: a whole number from 1 on",
    "governance.roster.fault.keyTwice":
      "A key of {{organisation}} stands elsewhere too. Each key counts once; ask it to make new ones",
    "governance.roster.fault.keeperStays": "{{organisation}} keeps the ledger and hands it over: it cannot be removed",
  },
});
