import { error } from '@sveltejs/kit';
import { addWorkingDays, calendarOf, type CalendarNotice } from '@zhouji/domain';
import { answerOf, apiOf, Refused } from '#lib/api/client.ts';
import { formsFor, isFormCommand } from '#lib/office/side/side-forms.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, parent, depends }) => {
  const { me } = await parent();
  if (!isFormCommand(params.command)) error(404, 'NOT_FOUND');
  const client = apiOf(fetch);
  const of = { params: { path: { id: params.id } } };
  const [file, areas] = await Promise.all([answerOf(client.GET('/api/cases/{id}', of)), answerOf(client.GET('/api/areas'))]);
  depends(`office:case/${params.id}`);
  return {
    command: params.command,
    file,
    townships: areas.townships,
    isOpen: formsFor(file, me).includes(params.command),
    staff:
      params.command === 'register-relative' && me.duties.some((duty) => duty === 'accept' || duty === 'survey' || duty === 'county-visit')
        ? await staffOf(file.case.township.code)
        : [],
    longer: params.command === 'extend' ? await longerLimit() : null,
  };

  /** Names can be typed without the list. */
  async function staffOf(township: string) {
    try {
      return (await answerOf(client.GET('/api/staff', { params: { query: { township } } }))).items;
    } catch (caught) {
      if (caught instanceof Refused) return [];
      throw caught;
    }
  }

  /** The last day as it is and as it would be, by the calendar that is in force; unknown where its year is not published. */
  async function longerLimit() {
    const [{ items: clocks }, limits, calendars] = await Promise.all([
      answerOf(client.GET('/api/cases/{id}/clocks', of)),
      answerOf(client.GET('/api/time-limits', { params: { query: { programme: file.case.programme } } })),
      answerOf(client.GET('/api/calendars')),
    ]);
    const clock = clocks.find(({ kind, stoppedAt }) => kind === 'decision' && stoppedAt === null);
    if (!clock) return null;
    const years: CalendarNotice[] = calendars.items.filter(({ inForce }) => inForce);
    const { days } = limits.extended;
    try {
      return { days, before: clock.dueOn, dueOn: addWorkingDays(calendarOf(years, calendars.version), clock.startedOn, days) };
    } catch {
      return { days, before: clock.dueOn, dueOn: undefined };
    }
  }
};
