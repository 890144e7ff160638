import { agentRelations, disabilityLabels, hardshipLabels, maskAccount, maskIdNumber, programmes } from '@zhouji/domain';
import type { AreaTree } from '#lib/api/shapes.ts';
import { dayText } from '#lib/messages/civil-text.ts';
import type { MessageKey, Words } from '#lib/messages/words.ts';
import { isAid } from './aid-questions.ts';
import type { Answers, MemberAnswers } from './answers.ts';
import { entriesOf, entryPages } from './lists.ts';
import { lists, type ListName } from './question.ts';

interface Row {
  label: string;
  value?: string;
  change: string;
}

interface Filled {
  answers: Answers;
  areas: AreaTree;
  words: Words;
}

/** All that was answered, as it will be sent, each row with the way back to its page. */
export function checkRows({ answers, areas, words }: Filled): { title: string; rows: Row[] }[] {
  const { t } = words;
  const [applicant, ...others] = answers.household.members;
  const isForAid = isAid(answers);
  const list = (name: ListName): Row => ({
    label: t(`list.${name}.title`),
    value:
      entriesOf(name, answers, words)
        .map(({ text, detail }) => [text, detail].filter(Boolean).join(' '))
        .join('\n') || t(`list.${name}.none`),
    change: `/apply/${isForAid ? (aidPages[name] ?? name) : name}?from=check`,
  });
  return [
    {
      title: t('check.section.applicant'),
      rows: [
        { label: t('check.programme'), value: words.label(programmes[answers.programme].label), change: back('programme') },
        { label: t('check.agent'), value: agentText(answers, words), change: back('agent') },
        { label: t('check.village'), value: placeOf(answers, areas), change: back('where') },
        { label: t('ask.applicant.name'), value: applicant?.name ?? '', change: back('applicant') },
        {
          label: t('ask.applicant.idNumber'),
          value: applicant?.idNumber ? maskIdNumber(applicant.idNumber) : '',
          change: back('applicant'),
        },
        { label: t('check.birth'), value: birthText(applicant, words), change: back('applicant') },
        ...(isForAid
          ? []
          : [{ label: t('ask.applicant.hukou'), value: applicant?.hukou ?? t('check.hukou.same'), change: back('applicant') }]),
        { label: t('check.health'), value: healthText(applicant, words), change: back('applicant-health') },
        {
          label: t('check.residence'),
          value: answers.household.residence ? t(`residence.${answers.household.residence}`) : '',
          change: back(isForAid ? 'applicant' : 'residence'),
        },
      ],
    },
    {
      title: t('list.members.title'),
      rows:
        others.length === 0
          ? [{ ...list('members'), label: t('check.others') }]
          : others.map((member, i) => ({
              label: [member.name, member.relation ? t(`relation.${member.relation}`) : ''].filter(Boolean).join(' · '),
              value: [
                member.idNumber ? maskIdNumber(member.idNumber) : '',
                birthText(member, words),
                member.hukou ? t('facts.hukou', { place: member.hukou }) : '',
                healthText(member, words),
              ]
                .filter(Boolean)
                .join('\n'),
              change: `/apply/${entryPages.members}?item=${i + 1}&from=check`,
            })),
    },
    {
      title: t('check.section.means'),
      rows: [
        ...[list('income'), list('assets')],
        ...(answers.programme === 'rigid-expenditure' || isForAid ? [list('expenditure')] : []),
        ...(isForAid ? [accountRow(answers, words)] : []),
      ],
    },
    ...(isForAid ? [{ title: t('check.section.hardship'), rows: hardshipRows(answers, words) }] : []),
    {
      title: t('check.section.declarations'),
      rows: [
        ...(isForAid
          ? []
          : [{ label: t('check.authorizations'), value: answers.declarations.authorizations.join('、'), change: back('declarations') }]),
        list('relatives'),
        {
          label: t('check.documents'),
          value: answers.documents.map(({ what, name }) => `${t(`document.${what}` as MessageKey)} ${name}`).join('\n'),
          change: '/apply/documents?from=check',
        },
      ],
    },
  ];
}

/** Where the shorter way of temporary aid asks for the entries of a list. */
const aidPages: Partial<Record<ListName, string>> = { members: 'family', income: 'means', assets: 'means', expenditure: 'costs' };

function accountRow({ account }: Answers, { t }: Words): Row {
  const value = account ? `${account.bank} ${maskAccount(account.account)}` : t('value.none');
  return { label: t('check.account'), value, change: back('means') };
}

function hardshipRows({ household: { hardship } }: Answers, { t, label, language }: Words): Row[] {
  const change = back('hardship');
  return [
    {
      label: t('ask.hardship.kind'),
      value: hardship ? [label(hardshipLabels[hardship.kind]), hardship.member].filter(Boolean).join(' · ') : '',
      change,
    },
    { label: t('ask.hardship.what'), value: hardship?.what ?? '', change },
    { label: t('ask.hardship.since'), value: hardship ? dayText(hardship.since, language) : '', change },
  ];
}

/** The same where a case is open already: who applies, where, and what was signed stays as it was handed in. */
export function correctable(
  sections: ReturnType<typeof checkRows>,
): { title: string; rows: (Omit<Row, 'change'> & { change?: string })[] }[] {
  const [applicant, ...others] = sections.slice(0, -1);
  const stays = ['programme', 'agent', 'where', 'applicant'].map(back);
  // An ID number stays in the file and is shown to nobody for this.
  const shown = (applicant?.rows ?? []).filter(({ change, value }) => value !== '' || change !== back('applicant'));
  const rows = shown.map(({ change, ...row }) => (stays.includes(change) ? row : { ...row, change }));
  return [{ title: applicant?.title ?? '', rows }, ...others];
}

/** The page that can put right what the API found at a path of the application. */
export function pageOfFault(path: string): string | undefined {
  const [, part, index] = /(members|income|assets|expenditure|relatives)(?:\/(\d+))?/.exec(path) ?? [];
  const list = lists.find((name) => name === part);
  if (list) return index === '0' && list === 'members' ? back('applicant') : `/apply/${entryPages[list]}?item=${index ?? 0}&from=check`;
  if (path.includes('residence')) return back('residence');
  if (path.includes('hardship')) return back('hardship');
  if (path.includes('/account')) return back('means');
  if (path.includes('township') || path.includes('village')) return back('where');
  if (path.includes('authorizations')) return back('declarations');
  return undefined;
}

function back(page: string): string {
  return `/apply/${page}?from=check`;
}

function placeOf({ village }: Answers, areas: AreaTree): string {
  for (const { name, villages } of areas.townships) {
    const found = villages.find(({ code }) => code === village);
    if (found) return `${name} ${found.name}`;
  }
  return '';
}

function birthText(member: MemberAnswers | undefined, { t, language }: Words): string {
  return [member?.birth ? dayText(member.birth, language) : '', member?.sex ? t(`sex.${member.sex}`) : ''].filter(Boolean).join(' · ');
}

function healthText(member: MemberAnswers | undefined, words: Words): string {
  const { t, label } = words;
  const parts = [
    member?.disability
      ? `${t('check.disability')} ${label(disabilityLabels[member.disability.type])} ${t('disability.level', { level: member.disability.level })}`
      : '',
    member?.seriousIllness ? t('situation.seriousIllness') : '',
    member?.fullTimeStudent ? t('situation.fullTimeStudent') : '',
    member?.capacity ? t(`capacity.${member.capacity}` as MessageKey) : '',
    member?.guardian ? t('check.guardian', { name: member.guardian }) : '',
  ].filter(Boolean);
  return parts.length > 0 ? parts.join('\n') : t('check.health.none');
}

function agentText({ declarations: { agent } }: Answers, { t, label }: Words): string {
  return agent ? `${agent.name} · ${label(agentRelations[agent.relation])} · ${maskIdNumber(agent.idNumber)}` : t('agentWho.self');
}
