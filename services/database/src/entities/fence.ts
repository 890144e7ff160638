import type { PolicyDef } from '@mikro-orm/core';

interface Fence {
  rowLevelSecurity: 'force';
  policies: PolicyDef[];
}

/**
 * The fence of rows that belong to a township. `app.townships` is set at the beginning of each transaction: a list of
 * codes, or `*` for the office's own machinery. Where it is not set nothing is seen and nothing can be written; the
 * owner of the tables is fenced as well.
 */
const isInside = `((select current_setting('app.townships', true)) = '*' or township = any ((select string_to_array(current_setting('app.townships', true), ','))::text[]))`;

export const fence: Fence = {
  rowLevelSecurity: 'force',
  policies: [{ name: 'township_fence', command: 'all', using: isInside, check: isInside }],
};

/** The same for rows of which some belong to no township: these are seen from `*` alone, and written by anybody. */
export const fenceOrNowhere: Fence = {
  rowLevelSecurity: 'force',
  policies: [
    { name: 'township_fence', command: 'select', using: isInside },
    { name: 'township_or_nowhere', command: 'insert', check: `(township is null or ${isInside})` },
  ],
};

const isHotline = `(county = (select current_setting('app.hotline', true)))`;

/** Rows of the hotline of a county: `app.hotline` is set by the commands of those whose duty it is, and by nobody else. */
export const hotlineFence: Fence = {
  rowLevelSecurity: 'force',
  policies: [{ name: 'hotline_fence', command: 'all', using: isHotline, check: isHotline }],
};

const isOwn = `((account)::text = any ((select string_to_array(current_setting('app.account', true), ','))::text[]))`;

/** Rows that belong to one account, such as what somebody has typed and not yet sent; `app.account` names two while one hands them to the other. */
export const ownFence: Fence = {
  rowLevelSecurity: 'force',
  policies: [{ name: 'own_drafts', command: 'all', using: isOwn, check: isOwn }],
};

const isImporting = `(county = (select current_setting('app.imports', true)))`;

/** Match lists of a county: `app.imports` is set by the commands of those who import them, and by nobody else. */
export const importFence: Fence = {
  rowLevelSecurity: 'force',
  policies: [{ name: 'import_fence', command: 'all', using: isImporting, check: isImporting }],
};
