// Generated from services/domain/parameters by infra/generate/parameters.ts. Do not edit: change the YAML and run `npm run generate`.
/** Every figure by id: its values by set, each with the day it holds from. Money is in fen, ratios are decimal strings. */
export const parameterTable = {
  "age.adult": {"label":{"zh":"成年年龄","en":"Age of majority"},"unit":"years","values":{"national":[{"from":"2021-01-01","value":18,"source":"CIVIL 17"}]}},
  "age.elderly": {"label":{"zh":"老年人年龄","en":"Age from which a person is elderly"},"unit":"years","values":{"demo":[{"from":"2021-07-01","value":60,"source":"演示参数 T1"}]}},
  "assets.countedAsDeposits": {"label":{"zh":"计入存款的财产","en":"Assets that count as deposits"},"unit":"list","choices":["deposit","security","insurance"],"values":{"demo":[{"from":"2021-07-01","value":["deposit","security","insurance"],"source":"演示参数 T1","note":"M57 14 names securities and commercial insurance beside deposits."}]}},
  "assets.depositMultiple": {"label":{"zh":"人均存款上限（月标准倍数）","en":"Deposits per person, at most this multiple of the monthly standard"},"unit":"ratio","values":{"demo":[{"from":"2021-07-01","value":"24","source":"演示参数 T1"}]}},
  "assets.excluding": {"label":{"zh":"拥有即不符合财产规定的财产","en":"Assets that a household may not own"},"unit":"list","choices":["passenger-car","second-home","company"],"values":{"demo":[{"from":"2021-07-01","value":["passenger-car","second-home","company"],"source":"演示参数 T1"}]}},
  "benefitForm": {"label":{"zh":"低保金发放方式","en":"Form of the benefit"},"unit":"choice","choices":["difference","tiers"],"values":{"demo":[{"from":"2021-07-01","value":"difference","source":"演示参数 T1"}]}},
  "clock.warning.county": {"label":{"zh":"报告县级民政部门","en":"Report to the county"},"unit":"ratio","values":{"demo":[{"from":"2021-07-01","value":"1","source":"演示参数 T1"}]}},
  "clock.warning.leader": {"label":{"zh":"提醒负责人","en":"Warning to the leader"},"unit":"ratio","values":{"demo":[{"from":"2021-07-01","value":"0.75","source":"演示参数 T1"}]}},
  "clock.warning.person": {"label":{"zh":"提醒经办人","en":"Warning to the person who does it"},"unit":"ratio","values":{"demo":[{"from":"2021-07-01","value":"0.5","source":"演示参数 T1"}]}},
  "confirmationAuthority.edge-household": {"label":{"zh":"低保边缘家庭认定机关","en":"Who recognises an edge household"},"unit":"choice","choices":["county","township"],"values":{"national":[{"from":"2021-07-01","value":"county","source":"M57 2","note":"By reference to the subsistence allowance."},{"from":"2026-07-01","value":"county","source":"LAW 44"}],"demo":[{"from":"2021-07-01","value":"township","source":"演示参数 T1"}]}},
  "confirmationAuthority.subsistence-allowance": {"label":{"zh":"最低生活保障审核确认机关","en":"Who confirms the subsistence allowance"},"unit":"choice","choices":["county","township"],"values":{"national":[{"from":"2021-07-01","value":"county","source":"M57 2"},{"from":"2026-07-01","value":"county","source":"LAW 44"}],"demo":[{"from":"2021-07-01","value":"township","source":"演示参数 T1"}]}},
  "county.decide": {"label":{"zh":"县级收到材料后审核确认","en":"Decision of the county after it received the file"},"unit":"working-days","values":{"national":[{"from":"2021-07-01","value":10,"source":"M57 20"}]}},
  "death.settleMonths": {"label":{"zh":"成员死亡后办结变更","en":"Change finished after a member's death"},"unit":"months","values":{"national":[{"from":"2022-10-20","value":3,"source":"N2022 1(3)"}]}},
  "difference.tell": {"label":{"zh":"核对不符后告知申请人","en":"Telling the applicant that the verification differs"},"unit":"working-days","values":{"demo":[{"from":"2021-07-01","value":2,"source":"演示参数","note":"M57 18 says promptly."}]}},
  "edgeMultiple": {"label":{"zh":"低保边缘家庭收入倍数","en":"Edge household, multiple of the standard"},"unit":"ratio","values":{"national":[{"from":"2022-10-20","value":"1.5","source":"N2022 1(4)","note":"Since 2026-07-01 the province sets the multiple (LAW 21)."}],"demo":[{"from":"2021-07-01","value":"1.5","source":"演示参数 T1"}]}},
  "gradualExit.maxMonths": {"label":{"zh":"渐退期上限","en":"Longest gradual exit"},"unit":"months","values":{"national":[{"from":"2022-10-20","value":6,"source":"N2022 1(3)"}]}},
  "gradualExit.payment": {"label":{"zh":"渐退期待遇","en":"Payment during a gradual exit"},"unit":"choice","choices":["full"],"values":{"demo":[{"from":"2021-07-01","value":"full","source":"演示参数 T1"}]}},
  "income.employmentCostDeduction.cap": {"label":{"zh":"就业成本扣减上限","en":"Deduction for the cost of work, most per worker"},"unit":"yuan-per-month","values":{"demo":[{"from":"2021-07-01","value":40000,"source":"演示参数 T1"}]}},
  "income.employmentCostDeduction.share": {"label":{"zh":"就业成本扣减比例","en":"Deduction for the cost of work, share of the wage"},"unit":"ratio","values":{"demo":[{"from":"2021-07-01","value":"0.2","source":"演示参数 T1"}]}},
  "income.exemptions": {"label":{"zh":"不计入家庭收入的项目","en":"Income that does not count"},"unit":"list","choices":["special-care-pension","family-planning-reward","scholarship","bravery-award","social-assistance","old-age-allowance"],"values":{"national":[{"from":"2021-07-01","value":["special-care-pension","family-planning-reward","scholarship","bravery-award","social-assistance"],"source":"M57 13","note":"The old-age allowance is not on this list; for extremely-poor support it is (M43 6)."}]}},
  "income.exemptions.local": {"label":{"zh":"地方规定不计入家庭收入的项目","en":"Further income that the place does not count"},"unit":"list","choices":["special-care-pension","family-planning-reward","scholarship","bravery-award","social-assistance","old-age-allowance"],"values":{"demo":[{"from":"2021-07-01","value":[],"source":"演示参数 T1"}]}},
  "income.pensionCentralPartExempt": {"label":{"zh":"中央确定的城乡居民基础养老金不计入收入","en":"Central part of the residents' basic pension does not count"},"unit":"switch","values":{"national":[{"from":"2021-07-01","value":true,"source":"M57 13","note":"During the 14th five-year plan."},{"from":"2026-01-01","value":false,"source":"M57 13","note":"The plan ended on 2025-12-31. A place that extends the exemption says so in its own set."}]}},
  "intake.check": {"label":{"zh":"收到申请后审查材料","en":"Check of the papers after the application"},"unit":"working-days","values":{"demo":[{"from":"2021-07-01","value":1,"source":"演示参数","note":"No national limit; M57 10 wants all that is missing told at once."}]}},
  "lowStandard.rural": {"label":{"zh":"农村低保标准","en":"Subsistence standard, rural"},"unit":"yuan-per-month","values":{"demo":[{"from":"2021-07-01","value":58000,"source":"演示参数 T1"},{"from":"2026-01-01","value":58000,"source":"演示参数 T1","note":"Set anew for the year and left as it was."}]}},
  "lowStandard.urban": {"label":{"zh":"城市低保标准","en":"Subsistence standard, urban"},"unit":"yuan-per-month","values":{"demo":[{"from":"2021-07-01","value":82000,"source":"演示参数 T1"},{"from":"2026-01-01","value":82000,"source":"演示参数 T1","note":"Set anew for the year and left as it was."}]}},
  "notice.countsInTotal": {"label":{"zh":"公示期计入总时限","en":"The public notice is part of the total"},"unit":"switch","values":{"national":[{"from":"2021-07-01","value":true,"source":"M57 22","note":"Neither M57 nor N2022 takes it out. Some places do."}]}},
  "notice.days": {"label":{"zh":"公示期","en":"Length of the public notice"},"unit":"calendar-days","values":{"national":[{"from":"2021-07-01","value":7,"source":"M57 19"}],"demo.without-notice":[{"from":"2021-07-01","value":0,"source":"演示参数"}]}},
  "notice.unit": {"label":{"zh":"公示期按何种日计算","en":"Days in which the public notice is counted"},"unit":"choice","choices":["calendar","working"],"values":{"national":[{"from":"2021-07-01","value":"calendar","source":"M57 19","note":"Some places count working days."}]}},
  "pay.dayOfMonth": {"label":{"zh":"每月发放日","en":"Day of the month by which awards are paid"},"unit":"day-of-month","values":{"demo":[{"from":"2021-07-01","value":10,"source":"演示参数","note":"A service target. The rule that once said so was repealed with M2012."}]}},
  "publication.within": {"label":{"zh":"确认后公布","en":"Publication after the confirmation"},"unit":"working-days","values":{"national":[{"from":"2021-07-01","value":20,"source":"GOVINFO 26"}]}},
  "refusal.notice": {"label":{"zh":"作出不予确认决定后送达","en":"Service of a refusal after the decision"},"unit":"working-days","values":{"national":[{"from":"2021-07-01","value":3,"source":"M57 21"}]}},
  "review.interval.stable": {"label":{"zh":"收入稳定家庭核查间隔","en":"Review of households with stable income"},"unit":"months","values":{"national":[{"from":"2021-07-01","value":12,"source":"M57 31"}]}},
  "review.interval.working": {"label":{"zh":"收入不稳定或有劳动能力家庭核查间隔","en":"Review of households with unstable income or members able to work"},"unit":"months","values":{"national":[{"from":"2021-07-01","value":6,"source":"M57 31"}]}},
  "rounding": {"label":{"zh":"取整","en":"Rounding"},"unit":"choice","choices":["yuan-up","fen"],"values":{"demo":[{"from":"2021-07-01","value":"yuan-up","source":"演示参数 T1","note":"Once, on the household total."}]}},
  "sampling.rate.subsistence-allowance": {"label":{"zh":"县级抽查比例","en":"Share of confirmed cases that the county samples"},"unit":"ratio","values":{"demo":[{"from":"2021-07-01","value":"0.1","source":"演示参数 T1"}]}},
  "singlePerson.amount": {"label":{"zh":"单人户低保金计算方式","en":"How a single-person award is worked out"},"unit":"choice","choices":["own-income-difference","fixed"],"values":{"demo":[{"from":"2021-07-01","value":"own-income-difference","source":"演示参数 T1"}]}},
  "singlePerson.disregardUpkeep": {"label":{"zh":"单人户豁免供养费用","en":"Upkeep of a single-person applicant is disregarded"},"unit":"switch","values":{"demo":[{"from":"2021-07-01","value":false,"source":"演示参数 T1"},{"from":"2022-10-20","value":true,"source":"演示参数 T1","note":"N2022 1(1) allows it where siblings or supporters aged 60 and over keep the applicant."}]}},
  "singlePerson.supporterAge": {"label":{"zh":"供养人年满此年龄其供养费用可以豁免","en":"Age from which a supporter's upkeep may be disregarded"},"unit":"years","values":{"national":[{"from":"2022-10-20","value":60,"source":"N2022 1(1)"}]}},
  "stage.decision": {"label":{"zh":"分阶段时限：作出决定","en":"Stage limit: decision taken"},"unit":"working-days","values":{"demo":[{"from":"2022-10-20","value":19,"source":"演示参数"}]}},
  "stage.documents": {"label":{"zh":"分阶段时限：制发文书","en":"Stage limit: documents issued"},"unit":"working-days","values":{"demo":[{"from":"2022-10-20","value":20,"source":"演示参数"}]}},
  "stage.notice.end": {"label":{"zh":"分阶段时限：公示结束","en":"Stage limit: notice ended"},"unit":"working-days","values":{"demo":[{"from":"2022-10-20","value":17,"source":"演示参数"}]}},
  "stage.notice.start": {"label":{"zh":"分阶段时限：开始公示","en":"Stage limit: notice posted"},"unit":"working-days","values":{"demo":[{"from":"2022-10-20","value":12,"source":"演示参数"}]}},
  "stage.opinion": {"label":{"zh":"分阶段时限：提出初审意见","en":"Stage limit: opinion formed"},"unit":"working-days","values":{"demo":[{"from":"2022-10-20","value":11,"source":"演示参数"}]}},
  "stage.survey.done": {"label":{"zh":"分阶段时限：完成调查","en":"Stage limit: survey done"},"unit":"working-days","values":{"demo":[{"from":"2022-10-20","value":9,"source":"演示参数"}]}},
  "stage.survey.start": {"label":{"zh":"分阶段时限：启动调查","en":"Stage limit: survey begun"},"unit":"working-days","values":{"demo":[{"from":"2022-10-20","value":3,"source":"演示参数","note":"N2022 4(1) has each place divide the 20 working days itself."}]}},
  "stage.verification.back": {"label":{"zh":"分阶段时限：核对报告返回","en":"Stage limit: verification report back"},"unit":"working-days","values":{"demo":[{"from":"2022-10-20","value":7,"source":"演示参数"}]}},
  "survey.start": {"label":{"zh":"受理后启动入户调查","en":"Start of the survey after acceptance"},"unit":"working-days","values":{"national":[{"from":"2021-07-01","value":3,"source":"M57 15"}]}},
  "topUp.elderly": {"label":{"zh":"老年人分类施保比例","en":"Top-up, elderly person"},"unit":"ratio","values":{"demo":[{"from":"2021-07-01","value":"0.15","source":"演示参数 T1"}]}},
  "topUp.minor": {"label":{"zh":"未成年人分类施保比例","en":"Top-up, minor"},"unit":"ratio","values":{"demo":[{"from":"2021-07-01","value":"0.15","source":"演示参数 T1"}]}},
  "topUp.severeDisability": {"label":{"zh":"重度残疾人分类施保比例","en":"Top-up, severely disabled person"},"unit":"ratio","values":{"demo":[{"from":"2021-07-01","value":"0.15","source":"演示参数 T1"}]}},
  "topUp.severeIllness": {"label":{"zh":"重病患者分类施保比例","en":"Top-up, severely ill person"},"unit":"ratio","values":{"demo":[{"from":"2021-07-01","value":"0.15","source":"演示参数 T1"}]}},
  "total.county": {"label":{"zh":"县级审核确认总时限","en":"Total when the county confirms"},"unit":"working-days","values":{"national":[{"from":"2021-07-01","value":30,"source":"M57 22"}]}},
  "total.delegated": {"label":{"zh":"乡镇审核确认总时限","en":"Total when the township confirms"},"unit":"working-days","values":{"national":[{"from":"2021-07-01","value":30,"source":"M57 22"},{"from":"2022-10-20","value":20,"source":"N2022 4(1)"}]}},
  "total.extended": {"label":{"zh":"特殊情形总时限","en":"Total in the special cases"},"unit":"working-days","values":{"national":[{"from":"2021-07-01","value":45,"source":"M57 22"},{"from":"2022-10-20","value":45,"source":"N2022 4(1)"}]}},
  "verification.start": {"label":{"zh":"收到委托后启动经济状况核对","en":"Start of the verification after the request"},"unit":"working-days","values":{"national":[{"from":"2021-07-01","value":3,"source":"M57 17"}]}},
} as const;
/** The sets of figures. A version changes with any value that the set gives. */
export const parameterSets = {
  "national": {
    "demo": false,
    "version": "national-b19b6a357d48"
  },
  "demo": {
    "demo": true,
    "version": "demo-479fbcdbad89"
  },
  "demo.without-notice": {
    "demo": true,
    "version": "demo.without-notice-ac204a892119"
  }
} as const;
