import { redirect } from '@sveltejs/kit';
import { findReceipt } from '#lib/server/receipt.ts';
import type { PageServerLoad } from './$types';

/** Whoever comes back later, from another browser too, sees the progress instead. */
export const load: PageServerLoad = (event) => findReceipt(event) ?? redirect(303, '/track');
