/** Given names common in Britain (ONS baby names and older census lists), enough to see a person in "MELISSA WESTBROOK". */
export const givenNames: ReadonlySet<string> = new Set(
  `aaron abdul abigail adam adrian ahmed aidan alan albert alexander alexandra ali alice alison amanda amelia amy andrea andrew
  angela ann anna anne annette anthony antonio arthur barbara barry beatrice ben benjamin bernard beth bethany betty beverley brenda
  brian bridget bruce callum cameron carl carol caroline catherine charlotte cheryl chloe christina christine christopher claire clare
  claudia colin connor craig daniel darren dave david dawn deborah debbie denise dennis derek diana diane dominic donald donna dorothy
  douglas duncan edward eileen elaine eleanor elizabeth ella ellen emily emma eric erica esther ethan evelyn fatima felicity fiona frances
  francesca frank fred frederick gabriel gareth gary gavin gemma geoffrey george georgina gerald gillian glenn gordon graham
  grace hannah harold harriet harry hassan hazel heather helen henry hilary holly howard hugh hussain ian imran irene isabel isabella isobel
  jack jacob jacqueline jake jamal james jamie jane janet janice jasmine jason jean jennifer jenny jeremy jessica jill jim joan joanna joanne joe joel
  john jonathan jordan joseph joshua joyce judith julia julian julie june justin karen kate katherine kathleen kathryn katie keith kelly
  kenneth kerry kevin kim kirsty kyle laura lauren lee leon leonard leslie lewis liam linda lisa liz lorraine louis louise lucy luke lynn
  malcolm marcus margaret maria marie marion mark martin mary matthew maureen maurice megan melanie melissa michael michelle mike mohammad mohammed
  molly monica muhammad nancy naomi natalie natasha nathan neil nicholas nicola nigel nina norman olivia omar oscar pamela patricia
  patrick paul paula pauline penelope peter philip philippa phillip phoebe rachel ralph raymond rebecca richard rita robert robin roger ronald
  rosemary ross roy russell ruth ryan sally samantha samuel sandra sara sarah sean sharon sheila shirley simon sonia sophia sophie stacey
  stanley stella stephanie stephen steve steven stewart stuart susan suzanne sylvia tania tara teresa terence theresa thomas timothy tina
  tom tony tracey tracy trevor valerie vanessa veronica victor victoria vincent virginia vivien walter wendy william yasmin yvonne zoe`
    .split(/\s+/)
    .filter((name) => name !== ""),
);

/** The hundred-odd commonest Chinese surnames (Ministry of Public Security, 2020 report on names). */
export const chineseSurnames =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
