import type { IncomingMessage } from 'node:http';
import type { Language } from '#lib/messages/language.ts';
import type { TextSize } from '#lib/public/text-size.ts';
import type { InProcessApi } from '#lib/api/in-process.ts';

declare global {
  namespace App {
    interface Locals {
      language: Language;
      textSize: TextSize;
    }
    interface PageData {
      language: Language;
      textSize: TextSize;
    }
    /** adapter-node hands the request over; the API puts itself on it, so that pages ask it without a socket. */
    interface Platform {
      req?: IncomingMessage & { api?: InProcessApi };
    }
  }
}
