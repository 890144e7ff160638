import type { CallForHelp } from '@zhouji/domain';
import { plainName } from './doer.ts';

/**
 * By what the same people are found again, whoever wrote it down: an ID number, a phone number, a name at an address. A name
 * alone finds strangers, an address alone a whole house.
 */
export function reliefKeys({ caller, person, place }: Pick<CallForHelp, 'caller' | 'person' | 'place'>): string[] {
  const address = plainName(place.address ?? '');
  const phones = [person.phone, ...(caller.isAnonymous || caller.name !== person.name ? [] : [caller.phone])];
  return [
    ...(person.idNumber ? [`id:${person.idNumber}`] : []),
    ...phones.flatMap((phone) => (phone && digitsOf(phone).length >= 7 ? [`ph:${digitsOf(phone)}`] : [])),
    ...(person.name && address !== '' ? [`na:${plainName(person.name)}|${address}`] : []),
  ];
}

function digitsOf(phone: string): string {
  return phone.replaceAll(/[^0-9]/g, '').replace(/^(0086|86)(?=1[0-9]{10}$)/, '');
}
