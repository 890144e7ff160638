import { refuse } from '@zhouji/domain';
import type { Api } from '../api.ts';
import type { Office } from '../office.ts';
import type { Events } from '../plugins/events.ts';
import { applicationRoutes } from './applications.ts';
import { areaRoutes } from './areas.ts';
import { assessmentRoutes } from './assessments.ts';
import { auditRoutes } from './audit.ts';
import { caseRoutes } from './cases.ts';
import { documentRoutes } from './documents.ts';
import { draftRoutes } from './drafts.ts';
import { eventRoutes } from './events.ts';
import { healthRoutes } from './health.ts';
import { householdRoutes } from './households.ts';
import { letterRoutes } from './letters.ts';
import { noticeRoutes } from './notices.ts';
import { outcomeRoutes } from './outcomes.ts';
import { processRoutes } from './processes.ts';
import { sandboxRoutes } from './sandbox.ts';
import { sessionRoutes } from './session.ts';
import { sideCommandRoutes } from './side-commands.ts';
import { taskRoutes } from './tasks.ts';
import { trackingRoutes } from './tracking.ts';

/** Everything below /api, in the order of the journey of an application. */
export function routes(app: Api, office: Office, events: Events): void {
  sessionRoutes(app, office);
  areaRoutes(app, office);
  draftRoutes(app, office);
  applicationRoutes(app, office);
  documentRoutes(app, office);
  householdRoutes(app, office);
  taskRoutes(app, office);
  outcomeRoutes(app, office);
  caseRoutes(app, office);
  sideCommandRoutes(app, office);
  letterRoutes(app, office);
  assessmentRoutes(app, office);
  noticeRoutes(app, office);
  trackingRoutes(app, office);
  processRoutes(app);
  auditRoutes(app, office);
  eventRoutes(app, events);
  healthRoutes(app, office);
  if (office.mode === 'sandbox') sandboxRoutes(app, office);
  // Else the web, which takes every other path, would answer these with a page.
  app.all('/api/*', { config: { policy: { public: true } }, schema: { hide: true } }, () => refuse('NOT_FOUND'));
}
