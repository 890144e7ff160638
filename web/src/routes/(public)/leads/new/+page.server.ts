import { type Vulnerability, vulnerabilities } from '@zhouji/domain';
import { fail, type RequestEvent } from '@sveltejs/kit';
import { readProblem } from '#lib/api/problem.ts';
import type { LeadReported, NewLead } from '#lib/api/shapes.ts';
import { type MessageKey, wordsIn } from '#lib/messages/words.ts';
import { getAreas } from '#lib/server/areas.ts';
import { receiptOf } from '#lib/office/lead/lead-steps.ts';
import { keyOf, newFormKey } from '#lib/server/form-key.ts';
import { addLeadPhoto, photoIn } from '#lib/server/lead-photo.ts';
import { plainText, readName } from '#lib/typed-input/typed-text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({ townships: (await getAreas(event)).townships, formKey: newFormKey() });

const fields = ['what', 'danger', 'village', 'address', 'personName', 'personPhone', 'name', 'phone'] as const;
type Field = (typeof fields)[number];

export const actions: Actions = {
  /** Anybody reports, without a name: what they typed comes back with whatever keeps it from being sent. */
  report: async (event) => {
    const form = await event.request.formData();
    const typed = Object.fromEntries(fields.map((field) => [field, textOf(form, field)])) as Record<Field, string>;
    const vulnerable = form
      .getAll('vulnerable')
      .filter((one): one is Vulnerability => typeof one === 'string' && Object.hasOwn(vulnerabilities, one));
    const formKey = keyOf(form) ?? '';
    const again = { typed, vulnerable, formKey, reported: null, photos: 0, photoError: '' };
    const errors = faultsOf(typed, event.locals.language);
    if (Object.keys(errors).length > 0) return fail(422, { ...again, errors });
    const answer = await send(event, leadOf(typed, vulnerable), formKey);
    if (answer.ok) {
      // The report stands whatever becomes of the photo.
      const reported = (await answer.json()) as LeadReported;
      const photo = photoIn(form);
      const photoError = photo ? await addLeadPhoto(event, reported, photo) : undefined;
      return { ...again, errors, reported, photos: photo && photoError === undefined ? 1 : 0, photoError: photoError ?? '' };
    }
    const problem = await readProblem(answer);
    const { t } = wordsIn(event.locals.language);
    const told = Object.fromEntries((problem.errors ?? []).map(({ path, message }) => [fieldAt[path] ?? 'what', message]));
    return fail(problem.status, {
      ...again,
      errors: Object.keys(told).length > 0 ? told : { what: problem.detail || t('problem.unavailable.what') },
    });
  },
  /** One more photo, on the page that says that the report has come. */
  photo: async (event) => {
    const form = await event.request.formData();
    const reported = reportedIn(form);
    const photos = Number(form.get('photos')) || 0;
    const again = { typed: undefined, vulnerable: [], formKey: '', errors: {}, reported, photos };
    const photo = photoIn(form);
    if (!photo) return fail(422, { ...again, photoError: wordsIn(event.locals.language).t('publicLead.photo.none') });
    const photoError = await addLeadPhoto(event, reported, photo);
    return photoError === undefined ? { ...again, photos: photos + 1, photoError: '' } : fail(422, { ...again, photoError });
  },
};

/** What the page of a report carries on, so that it says the same again. */
function reportedIn(form: FormData): LeadReported {
  const word = (name: string) => String(form.get(name) ?? '').slice(0, 40);
  const by = (name: string) => (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(word(name)) ? word(name) : null);
  return {
    receipt: receiptOf(word('receipt')) ?? '',
    code: word('code').replaceAll(/[^0-9A-Za-z]/g, ''),
    caseId: null,
    expects: { receiptBy: null, contactBy: by('contactBy'), toldBy: by('toldBy') },
  };
}

/** Which field of the page a place in the report is. */
const fieldAt: Record<string, Field> = {
  '/call/what': 'what',
  '/call/place/address': 'address',
  '/call/place/village': 'village',
  '/township': 'village',
  '/call/person/name': 'personName',
  '/call/person/phone': 'personPhone',
  '/call/caller/name': 'name',
  '/call/caller/phone': 'phone',
};

function textOf(form: FormData, field: Field): string {
  return String(form.get(field) ?? '')
    .replaceAll('\r\n', '\n')
    .trim()
    .slice(0, 4000);
}

const phoneForm = /^[+0-9][0-9 ()-]{2,29}$/;

function faultsOf(typed: Record<Field, string>, language: Parameters<typeof wordsIn>[0]): Record<string, string> {
  const { t } = wordsIn(language);
  const fill = (field: MessageKey & 'publicLead.what') => t('error.fill-in', { field: t(field) });
  const isPhone = (text: string) => text === '' || phoneForm.test(plainText(text));
  return {
    ...(typed.what === '' ? { what: fill('publicLead.what') } : {}),
    ...(/^([0-9]{9}|[0-9]{12})$/.test(typed.village) ? {} : { village: t('publicLead.choose') }),
    ...(isPhone(typed.personPhone) ? {} : { personPhone: t('publicLead.phone.error') }),
    ...(isPhone(typed.phone) ? {} : { phone: t('publicLead.phone.error') }),
  };
}

function leadOf(
  { what, danger, village, address, personName, personPhone, name, phone }: Record<Field, string>,
  vulnerable: Vulnerability[],
): NewLead {
  const given = (word: string, value: string | undefined) => (value ? { [word]: value } : {});
  const caller = { ...given('name', readName(name)), ...given('phone', plainText(phone)) };
  return {
    township: village.slice(0, 9),
    call: {
      caller: { ...caller, isAnonymous: Object.keys(caller).length === 0 },
      person: { ...given('name', readName(personName)), ...given('phone', plainText(personPhone)) },
      place: { ...(village.length === 12 ? { village } : {}), ...given('address', plainText(address).slice(0, 200)) },
      what,
      ...{ vulnerable, danger: danger === 'yes' },
    },
  };
}

function send(event: RequestEvent, lead: NewLead, formKey: string): Promise<Response> {
  return event.fetch('/api/leads', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(formKey ? { 'idempotency-key': formKey } : {}) },
    body: JSON.stringify(lead),
  });
}
