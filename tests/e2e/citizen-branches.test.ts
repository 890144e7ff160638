// Applications that are not the plain one, each once with plain forms: by an agent, by a guardian, and of a household with heavy spending.
import { agentRelations, makeIdNumber, programmes } from '@zhouji/domain';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inspect, type Inspection } from './inspection.ts';
import { officeForTests } from './office-for-tests.ts';
import { signIn, visitor } from './office-of-the-sandbox.ts';
import { type Spoken, wordsOf } from './words-of.ts';

const office = officeForTests();
const LIMIT = { timeout: 90_000 };
const [zh, en] = [wordsOf('zh'), wordsOf('en')];

/** Who applies, and what is typed where it is not the plain way. */
interface Applying {
  applicant: { name: string; idNumber: string };
  /** What is typed on a page, by the last part of its address. */
  typed: Record<string, (page: Page) => Promise<unknown>>;
}

test('a neighbour applies for somebody, with a mandate that follows', LIMIT, async () => {
  const applicant = { name: '丙代办', idNumber: makeIdNumber('999901', '1960-03-02', 'male', 621) };
  const agent = { name: '丁热心', idNumber: makeIdNumber('999901', '1980-03-02', 'female', 621) };
  const inspection = inspect('e2e-branches-agent', [...Object.values(applicant), ...Object.values(agent)]);
  const receipt = await applyAs(zh, inspection, {
    applicant,
    typed: {
      agent: async (page) => {
        await page.getByLabel(zh.t('agentWho.agent')).check();
        await page.getByLabel(zh.t('ask.agent.name')).fill(agent.name);
        await page.getByLabel(zh.t('ask.agent.idNumber')).fill(agent.idNumber);
        await page.getByLabel(zh.t('ask.agent.relation')).selectOption(Object.keys(agentRelations)[0]!);
      },
    },
  });
  await showsAtTheWindow(zh, receipt, inspection, agent.name);
});

test('a guardian signs for an applicant who cannot', LIMIT, async () => {
  const applicant = { name: '戊静养', idNumber: makeIdNumber('999901', '1990-03-02', 'male', 622) };
  const guardian = { name: '戊守护', idNumber: makeIdNumber('999901', '1962-03-02', 'female', 622) };
  const inspection = inspect('e2e-branches-guardian', [...Object.values(applicant), ...Object.values(guardian)]);
  const receipt = await applyAs(en, inspection, {
    applicant,
    typed: {
      'applicant-health': async (page) => {
        await page.getByLabel(en.t('ask.applicant-health.capacity')).selectOption('none');
        await page.getByLabel(en.t('ask.applicant-health.guardian')).fill(guardian.name);
      },
      members: async (page) => {
        await page
          .getByRole('main')
          .getByRole('link', { name: en.t('list.members.add') })
          .click();
        await page.getByLabel(en.t('ask.member.relation')).selectOption('parent');
        await page.getByLabel(en.t('ask.member.name')).fill(guardian.name);
        await page.getByLabel(en.t('ask.member.idNumber')).fill(guardian.idNumber);
        // She is registered elsewhere: the household is told where it may apply.
        await page.getByLabel(en.t('ask.member.hukou')).fill('广西柳州市柳南区');
        await inspection.look(page, 'member');
        await goOn(page, en);
      },
      check: (page) => page.getByText(en.t('where.title')).waitFor(),
    },
  });
  await showsAtTheWindow(en, receipt, inspection, guardian.name);
});

test('a household with heavy spending says what a public school would charge', LIMIT, async () => {
  const applicant = { name: '己开支', idNumber: makeIdNumber('999901', '1984-03-02', 'female', 623) };
  const inspection = inspect('e2e-branches-rigid', Object.values(applicant));
  await applyAs(zh, inspection, {
    applicant,
    typed: {
      programme: (page) => page.getByLabel(zh.label(programmes['rigid-expenditure'].label)).check(),
      expenditure: async (page) => {
        await page
          .getByRole('main')
          .getByRole('link', { name: zh.t('list.expenditure.add') })
          .click();
        await page.getByLabel(zh.t('ask.spending.kind')).selectOption('education');
        await page.getByLabel(zh.t('ask.spending.annual')).fill('50000');
        await page.getByLabel(zh.t('ask.spending.publicPrice')).fill('14400');
        await inspection.look(page, 'spending');
        await goOn(page, zh);
      },
      // Whoever cannot sign here prints the form empty.
      documents: async (page) => {
        await page.getByRole('link', { name: zh.t('blankForm.link') }).click();
        await page.getByRole('article').waitFor();
        await inspection.look(page, 'blank-authorisation');
        await page.goBack();
      },
    },
  });
});

/** From the first page to the receipt, page by page as one is led. @returns the receipt number */
async function applyAs(words: Spoken, inspection: Inspection, { applicant, typed }: Applying): Promise<string> {
  const { t } = words;
  const page = await (await visitor(office, words, { javaScript: false })).newPage();
  await page.goto(`${office.url}/apply`);
  await page.getByRole('button', { name: t('apply.begin.start') }).click();
  const plain: Applying['typed'] = {
    where: () => page.getByLabel(t('ask.where.title')).selectOption('999901101201'),
    applicant: async () => {
      await page.getByLabel(t('ask.applicant.name')).fill(applicant.name);
      await page.getByLabel(t('ask.applicant.idNumber')).fill(applicant.idNumber);
    },
    residence: () => page.getByLabel(t('residence.rural')).check(),
    declarations: async () => {
      for (const box of await page.getByRole('checkbox').all()) await box.check();
    },
  };
  for (let pages = 0; pages < 20; pages += 1) {
    const at = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await plain[at]?.(page);
    await typed[at]?.(page);
    await inspection.look(page, at);
    if (at === 'check') break;
    await goOn(page, words);
  }
  await page.getByLabel(t('check.declare.yes')).check();
  await page.getByRole('button', { name: t('check.submit') }).click();
  await page.getByRole('heading', { level: 1, name: t('receipt.title') }).waitFor();
  const receipt = /[A-Z]{2}\d{2}-[0-9A-HJKMNP-TV-Z]{8}/.exec(await page.getByRole('main').innerText())?.[0];
  await page.context().close();
  return receipt ?? expect.fail('the receipt shows no number');
}

/** The next page: a button where something is asked, a link where entries are listed. */
async function goOn(page: Page, { t }: Spoken): Promise<void> {
  const main = page.getByRole('main');
  const button = main.getByRole('button', { name: t('action.continue') });
  if ((await button.count()) > 0) return button.click();
  const lists = ['members', 'income', 'assets', 'expenditure', 'relatives'] as const;
  const names = [t('action.continue'), t('documents.skip'), ...lists.map((list) => t(`list.${list}.continue`))];
  for (const name of names) {
    const link = main.getByRole('link', { name, exact: true });
    if ((await link.count()) > 0) return link.click();
  }
  throw new Error(`nothing leads on from ${page.url()}`);
}

/** The caseworker finds the application in the queue, with what was said of somebody else in it. */
async function showsAtTheWindow(words: Spoken, receipt: string, inspection: Inspection, name: string): Promise<void> {
  const page = await signIn(office, words, 'caseworker');
  await page.getByRole('row').filter({ hasText: receipt }).getByRole('link').first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText(name).first().waitFor();
  await inspection.look(page, 'intake');
  await page.context().close();
}
